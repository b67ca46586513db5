'use strict';
// A key (WebAuthn) in the place of a code that is typed, or a new one: asks the house what is to be signed, the key to sign it, and
// sends the form with the answer. Shown only where it can work; without this script the code's own form stands alone.
(() => {
  if (!window.PublicKeyCredential || !navigator.credentials || !window.fetch) return;
  const bytes = text => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), c => c.charCodeAt(0));
  const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  const named = list => list.map(key => Object.assign(key, { id: bytes(key.id) }));
  const show = (name, on) => document.querySelectorAll('[data-passkey~="' + name + '"]').forEach(e => { e.hidden = !on; });

  const ask = form => {
    const body = new URLSearchParams({ _token: form.elements._token.value });
    return fetch(form.getAttribute('action') + '/ask', { method: 'POST', body, redirect: 'manual' }).then(answer => {
      if (!answer.ok) throw new Error('refused');
      return answer.json();
    });
  };
  const sign = asked => {
    asked.challenge = bytes(asked.challenge);
    if (!asked.user) {
      asked.allowCredentials = named(asked.allowCredentials);
      return navigator.credentials.get({ publicKey: asked });
    }
    asked.user.id = bytes(asked.user.id);
    asked.excludeCredentials = named(asked.excludeCredentials);
    return navigator.credentials.create({ publicKey: asked });
  };
  // What the house reads of it, and nothing else: neither the make of the key nor how it hangs on this device.
  const told = key => {
    const response = {};
    ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature'].forEach(name => {
      if (key.response[name]) response[name] = text(key.response[name]);
    });
    return JSON.stringify({ id: key.id, rawId: text(key.rawId), type: key.type, response });
  };

  document.querySelectorAll('form[data-origin]').forEach(form => {
    if (form.dataset.origin !== location.origin) return;
    const line = form.querySelector('[role=status]'), button = form.querySelector('button');
    show('without', false);
    form.hidden = false;
    form.addEventListener('submit', event => {
      event.preventDefault();
      if (button.disabled) return;
      button.disabled = true;
      line.textContent = line.dataset.wait;
      ask(form).then(sign).then(key => {
        form.elements._key.value = told(key);
        form.submit();
      }).catch(why => {
        button.disabled = false;
        line.textContent = line.dataset[why.name === 'InvalidStateError' ? 'known' : 'failed'];
      });
    });
  });
})();
