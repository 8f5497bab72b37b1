// Passkeys: fills a form with what the browser's authenticator answers (W3C Web Authentication, Level 3), then sends it.
(() => {
  'use strict';

  const bytes = text => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), char => char.charCodeAt(0));
  const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  const known = list => (list || []).map(one => ({ ...one, id: bytes(one.id) }));

  const ask = async form => {
    const answer = await fetch(form.dataset.passkey, {
      method: 'POST', credentials: 'same-origin', headers: { Accept: 'application/json' },
      body: new URLSearchParams({ _csrf: form.elements._csrf.value }),
    });
    if (!answer.ok) throw new Error('options: ' + answer.status);
    return answer.json();
  };

  const create = async form => {
    const options = await ask(form);
    const made = await navigator.credentials.create({ publicKey: {
      ...options,
      challenge: bytes(options.challenge),
      user: { ...options.user, id: bytes(options.user.id) },
      excludeCredentials: known(options.excludeCredentials),
      extensions: {},
    } });
    return answered(made, {
      attestationObject: text(made.response.attestationObject),
      clientDataJSON: text(made.response.clientDataJSON),
      transports: made.response.getTransports ? made.response.getTransports() : [],
    });
  };

  const get = async form => {
    const options = await ask(form);
    const got = await navigator.credentials.get({ publicKey: {
      ...options,
      challenge: bytes(options.challenge),
      allowCredentials: known(options.allowCredentials),
      extensions: {},
    } });
    return answered(got, {
      authenticatorData: text(got.response.authenticatorData),
      clientDataJSON: text(got.response.clientDataJSON),
      signature: text(got.response.signature),
      userHandle: got.response.userHandle ? text(got.response.userHandle) : undefined,
    });
  };

  const answered = (credential, response) => JSON.stringify({
    id: credential.id, rawId: text(credential.rawId), type: credential.type, response,
    clientExtensionResults: {}, authenticatorAttachment: credential.authenticatorAttachment || undefined,
  });

  document.querySelectorAll('form[data-passkey]').forEach(form => {
    const note = form.querySelector('[role=alert]');
    const button = form.querySelector('button[type=submit]');
    const say = words => { note.hidden = !words; note.textContent = words; };
    form.hidden = false;
    if (!window.PublicKeyCredential) {
      button.disabled = true;
      say(form.dataset.unsupported);
      return;
    }
    form.addEventListener('submit', async event => {
      event.preventDefault();
      if (button.disabled) return;
      const name = form.elements.namedItem('name');
      // The page says what is missing; no passkey is made for it.
      if (name && !name.value.trim()) { form.submit(); return; }
      button.disabled = true;
      say('');
      try {
        form.elements.credential.value = await (form.dataset.creates === 'true' ? create(form) : get(form));
        form.submit();
      } catch (stopped) {
        // Cancelled, timed out, no passkey here: the browser does not say which, on purpose.
        say(form.dataset.failed);
        button.disabled = false;
      }
    });
    addEventListener('pageshow', () => { form.elements.credential.value = ''; button.disabled = !window.PublicKeyCredential; });
  });
})();
