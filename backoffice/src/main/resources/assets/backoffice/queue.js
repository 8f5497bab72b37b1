// Keys for the queue: / goes to the search, j and k walk, o opens, c claims. Works on what the server rendered, also after a refresh.
(() => {
  'use strict';
  const rows = () => [...document.querySelectorAll('[data-row]')];
  const link = row => row.querySelector('[data-open]');
  const current = () => rows().findIndex(row => row.contains(document.activeElement));

  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target.closest('input, select, textarea, [role=alertdialog]')) return;
    const search = document.querySelector('[role=search] input[type=search]');
    if (event.key === '/' && search) { event.preventDefault(); search.focus(); search.select(); return; }
    const all = rows();
    if (all.length === 0) return;
    const at = current();
    switch (event.key) {
      case 'j': link(all[Math.min(at + 1, all.length - 1)]).focus(); break;
      case 'k': link(all[Math.max(at - 1, 0)]).focus(); break;
      case 'o': if (at >= 0) link(all[at]).click(); break;
      case 'c': {
        const form = at >= 0 && all[at].querySelector('[data-claim]');
        if (form) form.requestSubmit();
        break;
      }
      default: return;
    }
    event.preventDefault();
  });

  // A refresh replaces the rows; whoever stood on one stands on the same case afterwards.
  let standing = null;
  document.addEventListener('htmx:beforeSwap', () => {
    const row = rows()[current()];
    standing = row ? link(row).getAttribute('href') : null;
  });
  document.addEventListener('htmx:afterSwap', () => {
    const again = standing && document.querySelector(`[data-open][href="${standing}"]`);
    if (again) again.focus();
  });
})();
