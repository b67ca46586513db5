'use strict';
// Shows what the worker (sw.js) keeps on this phone, and lets the person keep, take up again, send and wipe it.
(() => {
  const worker = navigator.serviceWorker, lang = document.documentElement.lang, at = '/' + lang;
  if (!worker || !window.indexedDB) return;
  const here = location.pathname + location.search, form = document.querySelector('form[action$="/concerns/new"]');
  const waits = location.pathname === at + '/concerns/unsent';
  const ask = (what, value) => worker.ready.then(r => r.active.postMessage({ ask: what, value }));
  const show = (name, on) => document.querySelectorAll('[data-when~="' + name + '"]').forEach(e => { e.hidden = !on; });
  let draft;

  // Never a code, a password, who the person is or the form's own token.
  const entries = () => Array.from(new FormData(form)).filter(([name, value]) =>
    !/^_|^person|^point$|^l(at|on)$|code|slip|password|pin$/.test(name) && !(value instanceof File && !value.size));
  const take = () => draft.fields.forEach(([name, value]) => {
    const fields = Array.from(form.elements).filter(e => e.name === name);
    fields.forEach(e => {
      if (e.type === 'radio' || e.type === 'checkbox') e.checked = e.checked || e.value === value;
      else if (e.type === 'file') {
        const files = new DataTransfer();
        Array.from(e.files).concat(value).forEach(f => files.items.add(f));
        e.files = files.files;
      } else if (e.type !== 'hidden') e.value = value;
      e.dispatchEvent(new Event('change', { bubbles: true }));
    });
  });

  const tell = now => {
    if (now.held) {
      show('held', true);
      const notice = document.querySelector('[data-when~="held"]');
      return notice && document.visibilityState === 'visible' && notice.focus();
    }
    draft = now.draft;
    ['waiting', 'answer', 'none'].forEach(name => show(name, now[name]));
    show('draft', !!draft && !waits);
    show('form', !!form);
    const code = at + '/concerns/unsent?answer=' + now.answer;
    document.querySelectorAll('a[href*="?answer"]').forEach(a => { a.href = code; });
    // Somebody stands before this page for the code.
    if (waits && now.answer && !location.search && document.visibilityState === 'visible') location.replace(code);
    if (form && draft && location.hash === '#brouillon') {
      history.replaceState(null, '', here);
      take();
    }
  };
  const deeds = {
    keep: () => ask('keep', { at: Date.now(), url: here, fields: entries() }).then(() => show('kept', true)),
    resume: () => form && draft.url === here ? take() : location.assign(draft.url + '#brouillon'),
    wipe: () => ask('wipe').then(() => show('kept', false)),
    send: () => ask('send'),
  };
  document.addEventListener('click', e => {
    const button = e.target.closest('[data-do]');
    if (button) deeds[button.dataset.do]();
  });

  worker.addEventListener('message', e => tell(e.data));
  worker.register('/sw.js').then(() => {
    ask('send');
    const wanted = [at + '/concerns/unsent', at + '/danger', at + '/concerns/new', here];
    if (!(navigator.connection || {}).saveData) ask('fill', wanted);
  }).catch(() => {});
  window.addEventListener('online', deeds.send);
  document.addEventListener('visibilitychange', deeds.send);
  if (waits) setInterval(deeds.send, 20000);
})();
