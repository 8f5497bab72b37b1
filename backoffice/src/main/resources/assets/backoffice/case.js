// Keeps what is being typed with the case, so that a locked screen or a closed window loses nothing; and n goes to the next case.
(() => {
  'use strict';
  let sent = false;
  document.querySelectorAll('form[data-draft]').forEach(form => {
    let waiting = null;
    let changed = false;
    let saving = null;
    const save = () => {
      clearTimeout(waiting);
      if (!changed) return;
      changed = false;
      saving = new AbortController();
      const body = new URLSearchParams(new FormData(form));
      // The key is for the sending; keeping may come as often as it likes.
      body.delete('_once');
      fetch(form.dataset.draft, { method: 'POST', body, credentials: 'same-origin', keepalive: true, signal: saving.signal }).catch(() => {});
    };
    form.addEventListener('input', () => {
      changed = true;
      clearTimeout(waiting);
      waiting = setTimeout(save, 1500);
    });
    form.addEventListener('submit', event => {
      // What opens beside the page leaves the form to be worked on.
      if (event.submitter && event.submitter.formTarget === '_blank') return;
      clearTimeout(waiting);
      if (saving) saving.abort();
      changed = false;
    });
    addEventListener('pagehide', save);
  });

  // Back on a page that was sent, it is asked for anew: what was sent is not written a second time.
  document.addEventListener('submit', event => {
    if (event.target.method === 'post' && !(event.submitter && event.submitter.formTarget === '_blank')) sent = true;
  });
  addEventListener('pageshow', event => { if (event.persisted && sent) location.reload(); });

  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return;
    if (event.target.closest('input, select, textarea, [role=alertdialog]')) return;
    const link = document.querySelector(`a[data-key="${CSS.escape(event.key)}"]`);
    if (link) { event.preventDefault(); sessionStorage.setItem('came-by-key', event.key); link.click(); }
  });
})();
