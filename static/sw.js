'use strict';
// Keeps the filing pages readable without a network, and a form that could not be sent until it is: once, because it is
// always sent with the token it had, and the house does one thing for one token. All that is kept is on this phone for a
// day at most, and « Quitter vite » wipes it.
const CSS = '{css}', JS = '{draft}', OURS = [CSS, JS, '{carry}', '{field}'], CACHE = OURS.join(), DAY = 864e5, PAGES = 30;
importScripts('{carry}'); // what a patrol's phone holds
const STORES = ['queue', 'draft', 'answer'];

// What is kept: forms to be sent, one draft, answers nobody has seen.
const run = (mode, f) => new Promise((ok, no) => {
  const o = indexedDB.open('sigida', 1);
  o.onupgradeneeded = () => STORES.forEach(n => o.result.createObjectStore(n, { keyPath: 'id', autoIncrement: true }));
  o.onerror = () => no(o.error);
  o.onsuccess = () => {
    const d = o.result, t = d.transaction(STORES, mode), r = f(n => t.objectStore(n));
    t.oncomplete = () => { d.close(); ok(r && r.result); };
    t.onabort = t.onerror = () => { d.close(); no(t.error); };
  };
});
const all = n => run('readonly', s => s(n).getAll());
const put = (n, v) => run('readwrite', s => s(n).put(v));
const empty = (...names) => run('readwrite', s => names.forEach(n => s(n).clear()));
const wipe = () => Promise.all([empty(...STORES), caches.delete(CACHE)]);

// Drops what is a day old, and answers that were seen.
const forget = seen => Promise.all(STORES.map(async n => {
  const old = (await all(n)).filter(v => Date.now() - v.at > DAY || (seen && v.seen));
  if (old.length) await run('readwrite', s => old.forEach(v => s(n).delete(v.id)));
}));

const state = async () => {
  await forget();
  const [queue, draft, answer] = await Promise.all(STORES.map(all));
  return { waiting: queue.length, draft: draft[0], answer: (answer[0] || {}).id, none: !queue.length && !answer.length };
};
const tell = async () => {
  const now = await state();
  (await self.clients.matchAll()).forEach(c => c.postMessage(now));
};

// Pages. Only a visitor's are kept, and without their tokens, which are good for one form only.
const keep = async (url, answer) => {
  const text = await answer.text(), headers = new Headers(answer.headers), cache = await caches.open(CACHE);
  if (!answer.ok || answer.redirected || /\/logout"/.test(text)) return;
  headers.delete('content-encoding');
  headers.delete('content-length');
  await cache.put(url, new Response(text.replace(/(name="_token" value=")[^"]*/g, '$1offline'), { headers }));
  const kept = await cache.keys();
  if (kept.length > PAGES) await cache.delete(kept.find(k => !/\/static\/|\/field$/.test(k.url)));
};
const kept = url => caches.match(url, { ignoreVary: true });
const read = async (e, url) => {
  try {
    const answer = await fetch(e.request), copy = answer.clone();
    e.waitUntil(keep(url, copy).catch(() => 0));
    return answer;
  } catch (_) {
    return (await kept(url)) || Response.error();
  }
};
// The patrol's page is the same for everybody, so it is kept for officers too: as a visitor gets it.
const isField = url => /^\/..\/field$/.test(url);
const fill = async urls => {
  for (const url of urls) {
    if (await kept(url) && !isField(url)) continue;
    if (!url.startsWith('/static/')) await keep(url, await fetch(url, { credentials: 'omit' }));
    else await (await caches.open(CACHE)).add(url);
  }
};

// Sending. A form leaves the queue only together with the arrival of its answer.
const send = q => fetch(q.url, { method: 'POST', body: q.body, headers: { 'content-type': q.type } });
const renew = async (q, page) => {
  const token = (/name="_token" value="([^"]+)/.exec(page) || [])[1];
  if (!token) return;
  const old = new Response(q.body, { headers: { 'content-type': q.type } });
  const form = q.type.startsWith('multipart/') ? await old.formData() : new URLSearchParams(await old.text());
  form.set('_token', token);
  const made = new Response(form);
  q.type = made.headers.get('content-type');
  q.body = await made.arrayBuffer();
  q.fresh = true;
  return put('queue', q);
};
const work = async () => {
  await forget();
  for (const q of await all('queue')) {
    let answer = await send(q), html = await answer.text();
    // Refused, so nothing was done: most likely the page was old. It came back with a fresh token; once more with that.
    if ((answer.status === 409 || answer.status === 422) && !q.fresh && await renew(q, html)) {
      answer = await send(q);
      html = await answer.text();
    }
    if (answer.status === 429 || answer.status >= 500) throw 0;
    const csp = answer.headers.get('content-security-policy');
    await run('readwrite', s => {
      s('answer').put({ html, csp, at: Date.now() });
      s('queue').delete(q.id);
      if (answer.headers.has('x-filed')) s('draft').clear();
    });
  }
};
let busy;
const deliver = () => busy = busy || work().finally(() => { busy = null; return tell(); });

// Who the person is, where they stand and the code in their hand lie on no phone: with these the form stays open on its page,
// and whoever wrote it sends it when the network is back.
const secret = async (type, body) => {
  const form = await new Response(body, { headers: { 'content-type': type } }).formData();
  return ['person_name', 'person_phone', 'point', 'slip'].some(name => form.get(name));
};
const post = async (request, url, lang) => {
  const type = request.headers.get('content-type'), body = await request.clone().arrayBuffer();
  try {
    const answer = await fetch(request);
    if (answer.headers.has('x-filed')) await empty('draft');
    return answer;
  } catch (_) {
    if (await secret(type, body)) {
      (await self.clients.matchAll()).forEach(c => c.postMessage({ held: true }));
      return new Response(null, { status: 204 });
    }
    await put('queue', { url, type, body, at: Date.now() });
    if (self.registration.sync) await self.registration.sync.register('send').catch(() => 0);
    return Response.redirect('/' + lang + '/concerns/unsent', 303);
  }
};
// The very one that is asked for: pressed twice, it is not another one whose code nobody reads.
const answer = async (e, path, id) => {
  const held = await all('answer'), one = held.find(a => a.id === id) || held[0];
  if (!one) return read(e, path);
  await put('answer', Object.assign(one, { seen: true }));
  return new Response(one.html, { headers: {
    'content-type': 'text/html; charset=utf-8', 'content-security-policy': one.csp, 'cache-control': 'no-store' } });
};

// A patrol may be out while the program is renewed: its page goes on with the new one.
const renewField = async () => {
  const before = [];
  for (const url of ['/fr/field', '/bm/field']) if (await kept(url)) before.push(url);
  if (before.length) await fill(OURS.concat(before));
};
// Whoever signs out leaves no patrol on the phone, and loses none: what waits is sent first.
const out = async (request, lang) => await self.carry.leave(lang).catch(() => true) ?
  fetch(request) : Response.redirect('/' + lang + '/field#partir', 303);

self.addEventListener('install', e => e.waitUntil(fill([CSS, JS]).then(renewField).then(() => self.skipWaiting())));
self.addEventListener('activate', e => e.waitUntil((async () => {
  for (const name of await caches.keys()) if (name !== CACHE) await caches.delete(name);
  await self.clients.claim();
})()));
self.addEventListener('sync', e => e.waitUntil(e.tag === 'field' ? self.carry.deliver('fr') : deliver()));
self.addEventListener('message', e => e.waitUntil((async () => {
  const { ask, value } = e.data;
  if (ask === 'fill') await fill(value).catch(() => 0);
  if (ask === 'wipe') await empty(...STORES);
  if (ask === 'keep') await run('readwrite', s => { s('draft').clear(); s('draft').put(value); });
  if (ask === 'send') await deliver().catch(() => 0);
  await tell();
})()));
self.addEventListener('fetch', e => {
  const { request } = e, { origin, pathname, search } = new URL(request.url), url = pathname + search;
  if (origin !== self.location.origin) return;
  if (OURS.includes(url)) return e.respondWith(kept(url).then(have => have || fetch(request)));
  if (request.mode !== 'navigate') return;
  const seen = search.startsWith('?answer');
  if (!seen) e.waitUntil(forget(true));
  const [, lang, what] = /^\/(fr|bm)\/(concerns\/new|concerns\/unsent|danger|leave|field|logout)$/.exec(pathname) || [];
  if (what === 'leave') e.respondWith(wipe().then(() => fetch(request)).catch(() => new Response('')));
  else if (what === 'logout') request.method === 'POST' && e.respondWith(out(request, lang));
  else if (what && request.method === 'GET') e.respondWith(seen ? answer(e, pathname, +search.slice(8)) : read(e, url));
  else if (what === 'concerns/new' && request.method === 'POST') e.respondWith(post(request, url, lang));
});
