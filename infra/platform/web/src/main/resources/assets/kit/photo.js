// A photo of a telephone is made smaller before it is sent: it is read on a screen, and many send it from a mobile network. HEIC becomes
// JPEG where the browser can read it. Whatever fails or gains nothing leaves the file as it was chosen.
(() => {
  'use strict';
  const EDGE = 3000;
  const SMALL = 1024 * 1024;
  const BUDGET = 2 * 1024 * 1024;
  const QUALITIES = [0.85, 0.75, 0.65];
  const isHeic = file => /^image\/hei[cf]$/.test(file.type) || /\.hei[cf]$/i.test(file.name);

  const drawn = picture => {
    const scale = Math.min(1, EDGE / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(picture.width * scale));
    canvas.height = Math.max(1, Math.round(picture.height * scale));
    const context = canvas.getContext('2d');
    // JPEG knows no transparency.
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(picture, 0, 0, canvas.width, canvas.height);
    return canvas;
  };
  const packed = (canvas, quality) => new Promise(done => { canvas.toBlob(done, 'image/jpeg', quality); });

  /** @returns {Promise<File>} the photo made smaller, or the file itself */
  globalThis.smallerPhoto = async file => {
    const heic = isHeic(file);
    if (!heic && (!/^image\/(jpeg|png)$/.test(file.type) || file.size <= SMALL)) return file;
    try {
      const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
      const canvas = drawn(picture);
      picture.close();
      let blob = null;
      for (const quality of QUALITIES) {
        blob = await packed(canvas, quality);
        if (!blob || blob.size <= BUDGET) break;
      }
      // Telephones count the memory of canvases.
      canvas.width = 0;
      if (!blob || blob.type !== 'image/jpeg' || (!heic && blob.size >= file.size)) return file;
      return new File([blob], `${file.name.replace(/\.[^.]*$/, '')}.jpg`, { type: 'image/jpeg' });
    } catch {
      return file;
    }
  };
})();
