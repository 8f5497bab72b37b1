// A browser may keep a whole page and show it again on Back, with answers that were handed in meanwhile and the passphrase in its
// box. So nothing secret is left behind in a page that is left, and one that comes from memory is asked for anew: the server knows
// what may still be seen. What was typed and not saved comes back by itself (kit/madoguchi.js).
(() => {
  'use strict';
  addEventListener('pagehide', () => document.querySelectorAll('input[type=password], input[autocomplete$=password]')
    .forEach(secret => { secret.value = ''; }));
  addEventListener('pageshow', event => {
    if (!event.persisted) return;
    document.body.hidden = true;
    // A page that answers a form would be sent once more; it is shown at another address. A fragment alone would load nothing.
    const form = document.querySelector('form[data-answered-at]');
    location.replace(form ? form.dataset.answeredAt : location.pathname + location.search);
  });
})();
