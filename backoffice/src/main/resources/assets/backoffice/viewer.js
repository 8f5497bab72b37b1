// Attachments open beside the answers they belong to. On narrow screens, and without a script, they open in a window of their own.
(() => {
  'use strict';
  const viewer = document.querySelector('[data-viewer]');
  if (!viewer) return;
  const part = name => viewer.querySelector(`[data-viewer-${name}]`);
  const columns = viewer.closest('.columns');
  const wide = matchMedia('(min-width: 64rem)');
  const links = [...document.querySelectorAll('a[data-view]')].filter(link => link.dataset.view);
  const files = [...new Map(links.map(link => [link.href, link])).values()];
  let shown = -1;
  let from = null;

  const show = at => {
    shown = (at + files.length) % files.length;
    const link = files[shown];
    const name = link.textContent.trim();
    part('title').textContent = link.dataset.asked;
    part('name').textContent = files.length > 1 ? `${name}（${shown + 1}／${files.length}）` : name;
    part('alone').href = link.href;
    const frame = link.dataset.view === 'picture'
      ? Object.assign(document.createElement('img'), { src: link.href, alt: `${link.dataset.asked}：${name}` })
      : Object.assign(document.createElement('iframe'), { src: link.href, title: `${link.dataset.asked}：${name}` });
    part('frame').replaceChildren(frame);
    links.forEach(one => one.toggleAttribute('data-viewed', one.href === link.href));
    viewer.querySelectorAll('[data-viewer-step]').forEach(button => { button.hidden = files.length < 2; });
    viewer.hidden = false;
    columns.classList.add('viewing');
  };
  const close = () => {
    viewer.hidden = true;
    columns.classList.remove('viewing');
    part('frame').replaceChildren();
    links.forEach(one => one.removeAttribute('data-viewed'));
    if (from) from.focus();
  };

  links.forEach(link => link.addEventListener('click', event => {
    if (!wide.matches || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    from = link;
    show(files.findIndex(file => file.href === link.href));
    viewer.focus({ preventScroll: true });
  }));
  viewer.querySelectorAll('[data-viewer-step]').forEach(button => button.addEventListener('click', () => show(shown + Number(button.dataset.viewerStep))));
  part('close').addEventListener('click', close);
  viewer.addEventListener('keydown', event => { if (event.key === 'Escape') { event.preventDefault(); close(); } });
})();
