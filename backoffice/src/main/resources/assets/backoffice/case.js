// Keeps what is being typed with the case, so that a locked screen or a closed window loses nothing.
(() => {
  'use strict';
  document.querySelectorAll('form[data-draft]').forEach(form => {
    let waiting = null;
    let changed = false;
    const save = () => {
      clearTimeout(waiting);
      if (!changed) return;
      changed = false;
      const body = new URLSearchParams(new FormData(form));
      fetch(form.dataset.draft, { method: 'POST', body, credentials: 'same-origin', keepalive: true });
    };
    form.addEventListener('input', () => {
      changed = true;
      clearTimeout(waiting);
      waiting = setTimeout(save, 1500);
    });
    form.addEventListener('submit', () => { clearTimeout(waiting); changed = false; });
    addEventListener('pagehide', save);
  });
})();
