// Draws a HEIC photo, which most browsers do not know, by libheif. The page allows WebAssembly for this alone.
(async () => {
  'use strict';
  const place = document.querySelector('[data-heic]');
  if (!place) return;
  const said = place.querySelector('[data-heic-said]');
  const canvas = place.querySelector('canvas');
  const bytes = async url => {
    const answer = await fetch(url, { credentials: 'same-origin' });
    if (!answer.ok) throw new Error(`${answer.status}`);
    return answer.arrayBuffer();
  };
  try {
    const [wasmBinary, file] = await Promise.all([bytes(place.dataset.wasm), bytes(place.dataset.heic)]);
    const heif = libheif({ wasmBinary });
    const pictures = new heif.HeifDecoder().decode(file);
    const picture = pictures.find(one => one.is_primary && one.is_primary()) || pictures[0];
    const width = picture.get_width();
    const height = picture.get_height();
    if (width * height > Number(place.dataset.most)) throw new Error('too large');
    canvas.width = width;
    canvas.height = height;
    const context = canvas.getContext('2d');
    const drawn = await new Promise((done, failed) => {
      picture.display(context.createImageData(width, height), shown => (shown ? done(shown) : failed(new Error('undrawn'))));
    });
    context.putImageData(drawn, 0, 0);
    canvas.hidden = false;
    said.textContent = '';
  } catch {
    said.textContent = said.dataset.failed;
  }
})();
