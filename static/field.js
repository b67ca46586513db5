'use strict';
// The patrol's page on a phone (T6): everything is written down here at once, and delivered when the network is there.
(() => {
  const { carry } = self, d = document, root = d.getElementById('field'), lang = d.documentElement.lang;
  if (!carry || !root || !self.indexedDB || !self.crypto) return;
  const $ = id => d.getElementById(id), KINDS = ['residents', 'traders', 'young', 'leaders'];
  const name = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), b => b.toString(16).padStart(2, '0')).join('');
  const now = () => Math.floor(Date.now() / 60000) * 60;
  const iso = at => new Date(at * 1000).toISOString().slice(0, 16);
  const from = text => { const at = Date.parse(text + 'Z'); return at ? at / 1000 : null; };
  const time = at => iso(at).slice(11).replace(':', lang === 'fr' ? '\u00a0h\u00a0' : ':');
  const show = (what, on) => root.querySelectorAll('[data-' + what + ']').forEach(e => {
    e.hidden = !e.dataset[what].split(' ').includes(on);
  });
  // A copy of a prototype in the page, its texts put in; all words stand in the page.
  const copy = (id, texts) => {
    const e = $(id).content.firstElementChild.cloneNode(true);
    Object.keys(texts).forEach(k => e.querySelectorAll('[data-t=' + k + ']').forEach(t => { t.textContent = texts[k]; }));
    return e;
  };
  // Drawn anew only when something is new: what a finger is about to touch stays where it is.
  const list = (id, items, make) => {
    const at = $(id), key = JSON.stringify([doc && doc.mark, items]);
    if (at.key !== key) at.replaceChildren(...items.map(make));
    at.key = key;
    at.closest('section').hidden = !items.length;
  };
  const options = (id, pairs, chosen) => $(id).replaceChildren(...pairs.map(([v, t]) => new Option(t, v, false, v === chosen)));

  let doc, kit, editing, state = {};
  const unit = () => kit && kit.units.find(u => u.slug === (doc ? doc.unit : $('unit').value)) || { quartiers: [], concerns: [], plans: [], out: [] };
  const spot = s => { const q = quartier(s.area); return s.place === q ? q : s.place + ', ' + q; };
  const quartier = slug => (unit().quartiers.find(q => q[0] === slug) || [0, slug])[1];
  const open = () => doc.stops.find(s => editing ? s.mark === editing : !s.said.left);

  // Every change counts, is kept at once, and is on its way as soon as it can be.
  const change = async f => {
    await carry.edit(doc.mark, f);
    await draw();
    deliver();
  };
  const say = (record, f) => { f(record.said); record.version++; };
  const start = async (u, said, more) => {
    const mark = name();
    await carry.add(Object.assign({ mark, unit: u, version: 1, sent: 0, said, ahead: [], stops: [], at: Date.now() }, more));
    await draw();
    deliver();
  };
  const arrive = (area, place, planned) => change(c => c.stops.push({ mark: name(), version: 1, sent: 0, planned,
    said: { area, place, arrived: now(), left: null, met: {}, observation: '', concerns: [] } }));
  const at = (c, f) => { const s = c.stops.find(s => s.mark === open().mark); say(s, f); };

  const drawChoice = () => {
    $('area').replaceChildren();
    options('unit', kit ? kit.units.map(u => [u.slug, u.name]) : [], $('unit').value || undefined);
    $('units').hidden = !kit || kit.units.length < 2;
    show('kit', kit ? 'yes' : 'no');
    if (!unit().plans.length && !unit().out.length) $('start').closest('details').open = true;
    list('plans', unit().plans, p => {
      const e = copy('a-plan', { when: time(p.leaves), what: p.objective, stops: p.stops.map(s => s.place).join(' · ') });
      e.onclick = () => start(unit().slug, { mode: p.mode, headcount: p.headcount, objective: p.objective, started: now() },
        { planned: p.id, ahead: p.stops });
      return e;
    });
    list('out', unit().out, o => {
      const e = copy('a-plan', { when: time(o.said.started), what: o.said.objective, stops: '' });
      const stops = o.stops.map(([of, said]) => ({ mark: name(), of, version: 0, sent: 0, base: said, said: Object.assign({}, said) }));
      e.onclick = () => start(unit().slug, o.said, { of: o.id, base: o.said, ahead: o.ahead, stops });
      return e;
    });
  };
  const drawWay = () => {
    const made = doc.stops.map(s => s.planned);
    list('ahead', doc.ahead.filter(a => !made.includes(a.id)), a => {
      const e = copy('a-stop', { name: spot(a) });
      e.onclick = () => arrive(a.area, a.place, a.id);
      return e;
    });
    const last = doc.stops[doc.stops.length - 1];
    if (!$('area').options.length) options('area', [['', '–']].concat(unit().quartiers), last && last.said.area);
  };
  const drawStop = s => {
    const { said } = s;
    $('here').textContent = spot(said);
    $('since').textContent = time(said.arrived) + (said.left ? ' – ' + time(said.left) : '');
    $('gone').hidden = !!said.left;
    $('done').hidden = !said.left;
    KINDS.forEach(k => { $('n-' + k).textContent = said.met[k] || 0; });
    // What somebody is typing is theirs.
    const put = (id, text) => { if (d.activeElement !== $(id)) $(id).value = text; };
    put('observation', said.observation);
    put('place-here', said.place);
    put('arrived', iso(said.arrived));
    put('left', said.left ? iso(said.left) : '');
    const near = unit().concerns.filter(c => c[0] === said.area).map(c => c[1]);
    const far = said.concerns.filter(n => !near.includes(n));
    list('concerns', near.slice(0, 12).concat(far), number => {
      const e = copy('a-concern', { number }), box = e.querySelector('input');
      box.onchange = () => change(c => at(c, x => { x.concerns = x.concerns.filter(n => n !== number).concat(box.checked ? number : []); }));
      return e;
    });
    root.querySelectorAll('#concerns input').forEach((box, n) => { box.checked = said.concerns.includes(near.slice(0, 12).concat(far)[n]); });
    $('concerns').closest('section').hidden = false;
  };
  const drawList = () => list('stops', doc.stops, s => {
    const { said } = s, met = KINDS.reduce((n, k) => n + (said.met[k] || 0), 0);
    const times = time(said.arrived) + (said.left ? ' – ' + time(said.left) : '…');
    const e = copy('a-line', { name: spot(said), times, met });
    e.querySelector('[data-fresh]').hidden = !carry.fresh(s);
    e.querySelector('button').onclick = () => { editing = s.mark; draw(); scrollTo(0, 0); };
    return e;
  });

  const draw = async () => {
    const docs = await carry.patrols();
    kit = await carry.kept('kit');
    state = await carry.kept('state') || {};
    doc = docs.find(p => !p.said.ended) || docs[0];
    const waiting = docs.reduce((n, p) => n + carry.unsent(p), 0), gone = !doc && state.patrol;
    if (doc && editing && !open()) editing = null;
    const here = doc && !doc.said.ended && open();
    const view = gone ? 'gone' : !doc ? 'choose' : here ? 'stop' : doc.said.ended ? 'over' : 'way';
    show('view', view);
    if (gone) $('gone-to').href = '/' + lang + '/desk/patrols/' + state.patrol;
    if (view === 'choose') drawChoice();
    if (view === 'way') drawWay();
    if (here) drawStop(here);
    if (doc) drawList();
    show('state', !waiting ? (doc ? 'sent' : 'none') : state.state === 'sent' ? 'offline' : state.state || 'offline');
    root.querySelectorAll('[data-count]').forEach(e => { e.textContent = waiting; });
    $('refusal').textContent = state.say || '';
    show('conflicts', (state.conflicts || docs.some(p => p.conflicts)) ? 'yes' : 'no');
    root.hidden = false;
  };
  const deliver = () => carry.deliver(lang).catch(() => 0).then(draw);
  const fetchKit = () => carry.fetchKit(lang).catch(() => 0).then(draw);

  const on = (id, event, f) => $(id).addEventListener(event, f);
  on('start', 'submit', e => {
    e.preventDefault();
    const f = e.target.elements;
    start(unit().slug, { mode: f.mode.value, headcount: +f.headcount.value, objective: f.objective.value, started: now() });
  });
  on('elsewhere', 'submit', e => {
    e.preventDefault();
    arrive($('area').value, $('place').value);
    $('place').value = '';
  });
  on('gone', 'click', () => change(c => at(c, s => { s.left = Math.max(now(), s.arrived); })));
  on('done', 'click', () => { editing = null; draw(); });
  root.querySelectorAll('[data-met]').forEach(b => b.addEventListener('click', () => change(c => at(c, s => {
    const k = b.dataset.met, n = Math.min(999, Math.max(0, (s.met[k] || 0) + +b.dataset.by));
    s.met = Object.assign({}, s.met, { [k]: n });
  }))));
  const field = (id, f) => on(id, 'change', () => change(c => at(c, s => f(s, $(id).value))));
  field('observation', (s, v) => { s.observation = v; });
  field('place-here', (s, v) => { if (v.trim().length > 1) s.place = v; });
  field('arrived', (s, v) => { s.arrived = from(v) || s.arrived; });
  field('left', (s, v) => { s.left = v ? from(v) : null; });
  field('numbers', (s, v) => {
    const year = new Date().getUTCFullYear(), all = v.split(/[\s,;]+/).filter(Boolean);
    const whole = all.map(n => /^\d+$/.test(n) ? 'BKO-' + year + '-' + n.padStart(5, '0') : n.toUpperCase());
    s.concerns = Array.from(new Set(s.concerns.concat(whole.filter(n => /^BKO-\d{4}-\d{5,}$/.test(n)))));
    $('numbers').value = '';
  });
  on('end', 'submit', e => {
    e.preventDefault();
    change(c => say(c, s => { s.ended = Math.max(now(), s.started, ...c.stops.map(x => x.said.left || 0)); s.observations = $('observations').value; }));
  });
  on('reopen', 'click', () => change(c => say(c, s => { s.ended = null; })));
  on('again', 'click', () => carry.keep('state', {}).then(fetchKit));
  on('wipe', 'click', () => carry.clear().then(draw));
  root.querySelectorAll('[data-send]').forEach(b => b.addEventListener('click', deliver));

  const worker = navigator.serviceWorker;
  if (worker) worker.register('/sw.js').then(() => worker.ready).then(r => {
    const own = Array.from(d.querySelectorAll('link[rel=stylesheet], script[src]'), e => e.getAttribute('href') || e.getAttribute('src'));
    r.active.postMessage({ ask: 'fill', value: ['/' + lang + '/field'].concat(own) });
    if (r.sync) r.sync.register('field').catch(() => 0);
  }).catch(() => 0);
  self.addEventListener('online', deliver);
  d.addEventListener('visibilitychange', () => d.hidden || deliver());
  setInterval(deliver, 20000);
  carry.forget().then(draw).then(() => doc || state.patrol || fetchKit()).then(deliver);
})();
