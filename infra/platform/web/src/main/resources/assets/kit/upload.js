// Files are sent when they are chosen, one after the other, while the page goes on being filled in. What comes back is the page itself; of it
// the place of the files is taken over. Without this script the button beside the files does the same.
(() => {
  'use strict';
  const form = document.querySelector('form[data-main][enctype="multipart/form-data"]');
  if (!form) return;
  const waiting = [];
  const refused = new Map();
  let current = null;
  let onward = null;
  const spoken = Object.assign(document.createElement('p'), { className: 'visually-hidden' });
  spoken.setAttribute('role', 'status');
  form.prepend(spoken);
  const say = text => { spoken.textContent = ''; setTimeout(() => { spoken.textContent = text; }, 50); };

  const placeOf = (name, root = document) => [...root.querySelectorAll('[data-upload]')].find(place => place.dataset.upload === name);
  const said = (name, key, ...values) => values.reduce((text, value, i) => text.replace(`{${i}}`, () => value),
    placeOf(name).dataset[`said${key}`]);
  const plain = root => root.querySelectorAll('[data-upload] [name="_attach"]').forEach(button => { button.hidden = true; });
  plain(document);

  /** The page as it would be posted, without files. */
  const page = () => {
    const body = new FormData(form);
    form.querySelectorAll('input[type=file]').forEach(input => body.delete(input.name));
    return body;
  };
  /** Posts and gives the page that comes back; `started` gets what can be stopped and watched. */
  const post = (body, started) => new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.open('POST', form.action);
    request.onload = () => done(new DOMParser().parseFromString(request.responseText, 'text/html'));
    request.onerror = () => failed(new Error('network'));
    request.onabort = () => failed(new Error('stopped'));
    if (started) started(request);
    request.send(body);
  });
  /** Puts the place of the files as the server has it now; false where it sent another page: signed out, changed elsewhere. */
  const take = (name, answer) => {
    const fresh = placeOf(name, answer);
    if (!fresh) return false;
    const place = document.importNode(fresh, true);
    placeOf(name).replaceWith(place);
    plain(document);
    return true;
  };
  /** Of files chosen together, a later one takes the place of the word that an earlier one was refused with: it is put back. */
  const remind = (name, error) => {
    const earlier = refused.get(name) || [];
    if (error) refused.set(name, [...earlier, error.cloneNode(true)]);
    const place = placeOf(name);
    const input = place.querySelector('input[type=file]');
    earlier.forEach((one, i) => {
      const copy = one.cloneNode(true);
      copy.id = `${one.id}-${i}`;
      (place.querySelector('.upload-line') || place.lastElementChild).before(copy);
      if (!input) return;
      input.setAttribute('aria-invalid', 'true');
      input.setAttribute('aria-describedby', `${input.getAttribute('aria-describedby') || ''} ${copy.id}`.trim());
    });
  };
  /** Shows that other page the usual way, with everything typed. */
  const leave = name => {
    form.append(Object.assign(document.createElement('input'), { type: 'hidden', name: '_attach', value: name }));
    leaving = true;
    form.submit();
  };
  let leaving = false;

  const line = job => {
    const box = document.createElement('div');
    box.className = 'upload-progress';
    const text = document.createElement('p');
    const bar = Object.assign(document.createElement('progress'), { max: 100, value: 0 });
    const stop = Object.assign(document.createElement('button'), { type: 'button', className: 'link-button', textContent: said(job.name, 'Stop') });
    const again = Object.assign(document.createElement('button'), { type: 'button', className: 'button secondary small', textContent: said(job.name, 'Again'), hidden: true });
    stop.append(Object.assign(document.createElement('span'), { className: 'visually-hidden', textContent: `：${job.file.name}` }));
    bar.setAttribute('aria-label', job.file.name);
    box.append(text, bar, again, stop);
    placeOf(job.name).insertAdjacentElement('afterend', box);
    stop.addEventListener('click', () => cancel(job));
    again.addEventListener('click', () => { again.hidden = true; next(); });
    return { box, text, bar, stop, again };
  };
  const tell = (job, text) => { if (job.line.text.textContent !== text) job.line.text.textContent = text; };
  const focus = name => {
    const place = placeOf(name);
    const target = place.querySelector('input[type=file]') || place.querySelector('[name="_detach"]');
    if (target) target.focus({ preventScroll: true });
  };

  const finish = job => {
    const at = waiting.indexOf(job);
    if (at >= 0) waiting.splice(at, 1);
    if (current === job) current = null;
    job.line.box.remove();
  };
  const cancel = job => {
    job.stopped = true;
    if (job.request) job.request.abort();
    finish(job);
    say(said(job.name, 'Stopped', job.file.name));
    focus(job.name);
    next();
  };
  const names = name => [...placeOf(name).querySelectorAll('[data-file]')].map(file => file.dataset.file);

  /** Where the answer was lost on its way, the file may be there all the same. */
  const arrived = async job => {
    const answer = await fetch(form.action, { credentials: 'same-origin' });
    const there = placeOf(job.name, new DOMParser().parseFromString(await answer.text(), 'text/html'));
    const fresh = there && [...there.querySelectorAll('[data-file]')].some(file => !job.before.includes(file.dataset.file));
    if (fresh) placeOf(job.name).replaceWith(document.importNode(there, true));
    plain(document);
    return Boolean(fresh);
  };
  const send = async job => {
    job.line.again.hidden = true;
    if (!job.photo) {
      tell(job, said(job.name, 'Preparing', job.file.name));
      job.photo = job.photos && globalThis.smallerPhoto ? await globalThis.smallerPhoto(job.file) : job.file;
      if (job.stopped) return;
    }
    const doubtful = job.tried && await arrived(job);
    if (!doubtful) {
      job.tried = true;
      job.before = names(job.name);
      const body = page();
      body.set('activeMillis', '0');
      body.append(job.name, job.photo, job.photo.name);
      body.append('_attach', job.name);
      const answer = await post(body, request => {
        job.request = request;
        request.upload.addEventListener('progress', event => {
          const percent = event.lengthComputable ? Math.floor(event.loaded * 100 / event.total) : 0;
          job.line.bar.value = percent;
          // Behind the last byte it is looked into; there is nothing left to stop.
          job.line.stop.hidden = percent === 100;
          tell(job, percent === 100 ? said(job.name, 'Checking', job.file.name) : said(job.name, 'Sending', job.file.name, percent));
        });
      });
      if (!take(job.name, answer)) { leave(job.name); return; }
    }
    finish(job);
    const error = placeOf(job.name).querySelector('.field-error');
    remind(job.name, error);
    say(error ? error.textContent.trim() : said(job.name, 'Done', job.file.name));
    if (error) { onward = null; placeOf(job.name).scrollIntoView({ block: 'nearest' }); }
    if (error || document.activeElement === document.body) focus(job.name);
  };
  const next = async () => {
    if (leaving) return;
    if (current || waiting.length === 0) {
      if (!current && onward) { const button = onward; onward = null; form.requestSubmit(button); }
      return;
    }
    [current] = waiting;
    const job = current;
    try {
      await send(job);
    } catch (failed) {
      if (job.stopped) return;
      current = null;
      onward = null;
      job.request = null;
      job.line.bar.value = 0;
      job.line.stop.hidden = false;
      job.line.again.hidden = false;
      tell(job, said(job.name, navigator.onLine ? 'Failed' : 'Offline', job.file.name));
      say(job.line.text.textContent);
      return;
    }
    next();
  };
  addEventListener('online', () => { waiting.forEach(job => { job.line.again.hidden = true; }); next(); });

  form.addEventListener('change', event => {
    const place = event.target.closest('[data-upload]');
    if (!place || event.target.type !== 'file') return;
    const name = place.dataset.upload;
    const photos = event.target.accept.includes('image/jpeg');
    const files = [...event.target.files];
    event.target.value = '';
    refused.delete(name);
    for (const file of files) {
      const job = { name, file, photos, before: [] };
      job.line = line(job);
      waiting.push(job);
    }
    next();
  });

  // Removing keeps the page as it stands, too.
  form.addEventListener('click', async event => {
    const button = event.target.closest('[data-upload] [name="_detach"]');
    if (!button) return;
    event.preventDefault();
    const name = button.closest('[data-upload]').dataset.upload;
    const file = button.closest('li').querySelector('.file-name').textContent.trim();
    button.disabled = true;
    refused.delete(name);
    const body = page();
    body.set('activeMillis', '0');
    body.append('_detach', button.value);
    try {
      if (!take(name, await post(body))) { leave(name); return; }
      say(said(name, 'Removed', file));
      focus(name);
    } catch {
      button.disabled = false;
      say(said(name, 'Failed', file));
    }
  });

  // Going on waits for what is still under way.
  form.addEventListener('submit', event => {
    if (leaving || waiting.length === 0) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    onward = event.submitter;
    const [job] = waiting;
    say(said(job.name, 'Waits'));
    if (!current) { job.line.again.hidden = true; next(); }
  }, true);
  addEventListener('beforeunload', event => { if (!leaving && waiting.length > 0) event.preventDefault(); });
})();
