'use strict';
// What a patrol's phone holds until it is delivered (T6), for the page (field.js) and the worker (sw.js) alike. Every record has a
// name made here and a count of its changes: sent however often, it is one. Times are the phone's own; no position is ever asked.
self.carry = (() => {
  const STORES = ['kit', 'patrols'], DAY = 864e5, PART = 20;
  const run = (mode, f) => new Promise((ok, no) => {
    const o = indexedDB.open('sigida-field', 1);
    o.onupgradeneeded = () => {
      o.result.createObjectStore('kit', { keyPath: 'name' });
      o.result.createObjectStore('patrols', { keyPath: 'mark' });
    };
    o.onerror = () => no(o.error);
    o.onsuccess = () => {
      const d = o.result, t = d.transaction(STORES, mode), r = f(n => t.objectStore(n));
      t.oncomplete = () => { d.close(); ok(r && r.result); };
      t.onabort = t.onerror = () => { d.close(); no(t.error); };
    };
  });
  const patrols = () => run('readonly', s => s('patrols').getAll());
  const kept = name => run('readonly', s => s('kit').get(name));
  const keep = (name, value) => run('readwrite', s => s('kit').put(Object.assign({}, value, { name })));
  const clear = () => run('readwrite', s => STORES.forEach(n => s(n).clear()));
  const add = doc => run('readwrite', s => s('patrols').put(doc));
  // One transaction, so that what the worker marks as sent and what a finger changes never overwrite one another.
  const edit = (mark, f) => run('readwrite', s => {
    const r = s('patrols').get(mark);
    r.onsuccess = () => { if (r.result) { f(r.result); s('patrols').put(r.result); } };
  });

  const fresh = r => r.version > r.sent;
  const unsent = doc => (fresh(doc) ? 1 : 0) + doc.stops.filter(fresh).length;
  const record = r => ({ mark: r.mark, version: r.version, of: r.of, planned: r.planned, base: r.base, said: r.said });

  // What to take along, with a token for sending. Nothing when there is no network or nobody is signed in.
  const fetchKit = async lang => {
    const answer = await fetch('/' + lang + '/desk/field/kit', { redirect: 'manual', cache: 'no-store' });
    if (answer.type === 'opaqueredirect') throw { state: 'sign-in' };
    if (answer.status === 403) throw { state: 'denied' };
    if (!answer.ok) throw { state: 'offline' };
    const kit = await answer.json();
    await keep('kit', { at: Date.now(), units: kit.units });
    return kit;
  };

  const post = async (lang, token, batch) => {
    const body = new URLSearchParams({ _token: token, batch: JSON.stringify(batch) });
    const answer = await fetch('/' + lang + '/desk/field/delivery', { method: 'POST', body, redirect: 'manual' });
    if (answer.ok) return answer.json();
    if (answer.status === 422) throw Object.assign(await answer.json(), { state: 'refused' });
    if (answer.status === 413) throw { state: 'too-large' };
    throw { state: { 403: 'denied', 404: 'denied' }[answer.status] || (answer.type === 'opaqueredirect' ? 'sign-in' : 'offline') };
  };
  const send = async (lang, mark) => {
    for (let part = PART; ;) {
      const doc = (await patrols()).find(d => d.mark === mark);
      if (!doc || !unsent(doc)) return;
      const stops = doc.stops.filter(fresh).slice(0, part);
      const batch = { clock: Math.floor(Date.now() / 1000), unit: doc.unit, patrol: record(doc), stops: stops.map(record) };
      try {
        const kit = await fetchKit(lang), told = await post(lang, kit.token, batch);
        await edit(mark, now => {
          now.sent = Math.max(now.sent, doc.version);
          now.id = told.patrol;
          now.conflicts = (now.conflicts || 0) + told.conflicts;
          stops.forEach(s => now.stops.filter(n => n.mark === s.mark).forEach(n => { n.sent = s.version; }));
        });
      } catch (e) {
        if (e.state !== 'too-large' || part < 2) throw e;
        part = part >> 1;
      }
    }
  };
  // Delivers all there is; what is over and delivered leaves the phone, and with the last of it everything.
  const work = async lang => {
    let state = { state: 'sent' };
    const all = await patrols();
    if (!all.length) return;
    for (const doc of all) {
      try {
        await send(lang, doc.mark);
      } catch (e) {
        state = e.state ? e : { state: 'offline' };
      }
    }
    const docs = await patrols(), over = docs.filter(d => d.said.ended && !unsent(d));
    if (over.length && over.length === docs.length) await clear();
    else for (const doc of over) await run('readwrite', s => s('patrols').delete(doc.mark));
    over.forEach(d => { state.patrol = d.id; state.conflicts = (state.conflicts || 0) + (d.conflicts || 0); });
    await keep('state', state);
    return state;
  };
  let busy;
  const deliver = lang => busy = busy || work(lang).finally(() => { busy = null; });

  // Signing out: true when nothing is left here.
  const leave = async lang => {
    if ((await patrols()).some(unsent)) await deliver(lang);
    if ((await patrols()).some(unsent)) return false;
    await clear();
    return true;
  };
  // What was taken along for a night is not there the next one.
  const forget = async () => {
    const kit = await kept('kit');
    if (kit && Date.now() - kit.at > DAY && !(await patrols()).length) await clear();
  };
  return { patrols, kept, keep, clear, add, edit, fresh, unsent, fetchKit, deliver, leave, forget };
})();
