'use strict';
// Saves minutes while they are written: every twenty seconds when something changed, and when the page is put away. What the
// server has not acknowledged lies on this device until it has, and is offered again. Without this script the form has its buttons.
(() => {
  const form = document.querySelector('form[data-minutes]'), line = document.getElementById('saved');
  if (!form || !line || !window.fetch) return;
  // The same place in both languages.
  const key = 'minutes' + location.pathname.slice(3), box = document.getElementById('unsent');
  const auto = form.dataset.minutes === 'auto', every = 20000;
  const fields = () => Array.from(form.querySelectorAll('textarea'));
  const tidy = text => text.replace(/\r\n?/g, '\n').normalize().trim();
  const texts = () => JSON.stringify(fields().map(f => [f.name, tidy(f.value)]));
  const store = text => {
    try { text ? localStorage.setItem(key, text) : localStorage.removeItem(key); } catch (e) { /* this browser keeps nothing */ }
  };
  const stored = () => { try { return localStorage.getItem(key); } catch (e) { return null; } };
  // Of a page that gives back what was typed the server has nothing.
  let known = 'typed' in form.dataset ? '' : texts();
  let way = null, unsure = null, stopped = !auto;

  const say = name => { if (line.dataset.now === name) return; line.textContent = line.dataset[name]; line.dataset.now = name; };
  // What the line says of the text the server has; from the first key on it says that this one is not saved. A warning stays.
  let said = line.textContent;
  const warns = () => /off|stop|again/.test(line.dataset.now);
  const tell = () => {
    if (warns()) return;
    if (texts() !== known) return say('typed');
    line.textContent = said;
    line.dataset.now = 'saved';
  };
  const keep = () => {
    store(texts() === known ? '' : texts());
    tell();
  };

  // Sends what is written. A sending whose fate is unknown is repeated as it was: the server does it once.
  const send = () => {
    if (way || stopped) return way || Promise.resolve();
    if (!unsure) {
      const data = new URLSearchParams(new FormData(form));
      data.set('state', 'draft');
      data.set('do', 'auto');
      unsure = { data, text: texts() };
    }
    const { data, text } = unsure;
    way = fetch(form.action, { method: 'POST', body: data, keepalive: text.length < 20000 }).then(answer => {
      // Too busy, or too often: later, the same again.
      if (answer.status === 429 || answer.status >= 500) throw new Error('later');
      unsure = null;
      const told = answer.ok && !answer.redirected && /json/.test(answer.headers.get('content-type'));
      return told ? answer.json() : { stop: answer.status === 409 ? 'stop' : 'again' };
    }).then(saved => {
      if (saved.stop) {
        stopped = true;
        say(saved.stop);
        return;
      }
      form.elements._seen.value = saved.seen;
      form.elements._mark.value = saved.mark;
      known = text;
      said = saved.said;
      line.dataset.now = '';
      keep();
    }).catch(() => say('off')).then(() => { way = null; });
    return way;
  };
  const look = () => texts() !== known || unsure ? send() : 0;

  let soon;
  form.addEventListener('input', () => {
    if (!warns()) say('typed');
    clearTimeout(soon);
    soon = setTimeout(keep, 500);
  });
  if (auto) {
    setInterval(look, every);
    window.addEventListener('online', look);
    document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && (keep(), look()));
  }

  // A button pressed while a sending is on its way waits for it: it may not meet itself as somebody else.
  form.addEventListener('submit', e => {
    keep();
    if (!way && !unsure) return;
    e.preventDefault();
    const pressed = document.createElement('input');
    pressed.type = 'hidden';
    pressed.name = 'do';
    pressed.value = (e.submitter || {}).value || 'save';
    send().then(() => {
      stopped = true;
      form.append(pressed);
      form.submit();
    });
  });

  const left = stored();
  if (left && left !== texts() && box) box.hidden = false;
  else if (left === known) store('');
  const put = ([name, value]) => {
    const field = fields().find(f => f.name === name) || fields()[0];
    field.value = field.name === name ? value : field.value + '\n\n' + value;
  };
  document.addEventListener('click', e => {
    const button = e.target.closest('[data-pv]');
    if (!button) return;
    if (button.dataset.pv === 'take') {
      JSON.parse(left).forEach(put);
      keep();
    } else store('');
    box.hidden = true;
    fields()[0].focus();
  });
})();
