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
      case 'o': if (at >= 0) { sessionStorage.setItem('came-by-key', 'o'); link(all[at]).click(); } break;
      case 'c': {
        const form = at >= 0 && all[at].querySelector('[data-claim]');
        if (form) form.requestSubmit();
        break;
      }
      default: return;
    }
    event.preventDefault();
  });

  // A refresh replaces the rows; whoever stood on one stands on the same case afterwards, or, where it is gone, on the one in its place.
  let standing = null;
  document.addEventListener('htmx:beforeSwap', () => {
    const on = document.activeElement;
    const list = document.getElementById('queue');
    if (!list || !list.contains(on)) { standing = null; return; }
    const row = on.closest('[data-row]');
    standing = { at: current(), row: row && link(row).getAttribute('href'), href: on.getAttribute('href'), button: on.matches('button') };
  });
  document.addEventListener('htmx:afterSwap', () => {
    if (!standing) return;
    const { at, row, href, button } = standing;
    standing = null;
    const links = [...document.querySelectorAll('#queue a')];
    const same = row && rows().find(one => link(one).getAttribute('href') === row);
    if (same) { ((button && same.querySelector('button')) || link(same)).focus(); return; }
    const again = !row && links.find(one => one.getAttribute('href') === href);
    if (again) { again.focus(); return; }
    const near = row && rows()[Math.min(at, rows().length - 1)];
    const heading = document.querySelector('main h1');
    const said = document.querySelector('[data-said]');
    if (row && said) said.textContent = said.dataset.said;
    if (near) { link(near).focus(); } else { heading.tabIndex = -1; heading.focus(); }
  });
})();
