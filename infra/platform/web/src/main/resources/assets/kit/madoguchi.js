// Small comforts on top of pages that work without them. No state of its own: the server stays right.
(() => {
  'use strict';
  const each = (selector, work, root = document) => root.querySelectorAll(selector).forEach(work);

  // The error summary takes the focus; its links go to the field itself, not only into view. On pages of the staff, so does what is
  // said of the move just made; and whoever came by a key stands on the heading, not before the page.
  const summary = document.querySelector('[data-focus]:not([role=status])') || document.querySelector('[data-focus]');
  const byKey = sessionStorage.getItem('came-by-key');
  sessionStorage.removeItem('came-by-key');
  const heading = byKey && document.querySelector('main h1');
  if (summary) summary.focus();
  else if (heading) { heading.tabIndex = -1; heading.focus(); }
  each('#errors a[href^="#"]', link => link.addEventListener('click', event => {
    const target = document.getElementById(link.hash.slice(1));
    if (!target) return;
    event.preventDefault();
    (target.closest('.field, .group') || target).scrollIntoView();
    target.focus({ preventScroll: true });
  }));

  // A second click on a button sends nothing a second time. Back from the next page, the form is usable again.
  document.addEventListener('submit', event => {
    const form = event.target;
    if (form.method !== 'post' || event.defaultPrevented || form.hasAttribute('hx-post')) return;
    // What opens in a window of its own leaves this page, and its form, to be used.
    const target = (event.submitter && event.submitter.formTarget) || form.target;
    if (target && target !== '_self') return;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = 'yes';
    form.setAttribute('aria-busy', 'true');
  });
  addEventListener('pageshow', () => each('form[data-sent]', form => {
    delete form.dataset.sent;
    form.removeAttribute('aria-busy');
  }));

  // Enter in a text field presses the form's main button, never the first "remove" button before it.
  document.addEventListener('keydown', event => {
    const input = event.target;
    if (event.key !== 'Enter' || event.isComposing || !input.matches || !input.matches('form[data-main] input:not([type=submit], [type=button], [type=file], [type=checkbox], [type=radio])')) return;
    const main = input.form.querySelector('button.button:not(.secondary):not([name^="_add"]):not([name^="_remove"])');
    if (main) { event.preventDefault(); main.click(); }
  });

  // Characters left, counted as people count them (code points), announced only when it matters.
  each('textarea[data-count]', area => {
    const note = document.querySelector(`[data-count-for="${area.id}"]`);
    const most = Number(area.dataset.count);
    const show = () => {
      const left = most - [...area.value].length;
      note.textContent = (left < 0 ? note.dataset.over : note.dataset.left).replace('{0}', Math.abs(left)).replace('{1}', most);
      note.classList.toggle('over', left < 0);
      note.setAttribute('aria-live', left < 20 ? 'polite' : 'off');
    };
    area.addEventListener('input', show);
    show();
  });

  // Questions that depend on other answers of the page appear and vanish with them; the server decides again on save.
  const holds = (rule, form) => {
    switch (rule.op) {
      case 'all': return rule.of.every(part => holds(part, form));
      case 'any': return rule.of.some(part => holds(part, form));
      case 'not': return !holds(rule.of, form);
      case 'true': return true;
      case 'false': return false;
      default: break;
    }
    const inputs = form.elements[rule.name];
    if (!inputs) return rule.otherwise;
    const list = inputs instanceof RadioNodeList ? [...inputs] : [inputs];
    const values = list.filter(input => !['radio', 'checkbox'].includes(input.type) || input.checked)
      .map(input => input.value).filter(value => value !== '');
    return rule.op === 'answered' ? values.length > 0 : values.some(value => rule.values.includes(value));
  };
  each('form[data-conditions]', form => {
    const asked = [...form.querySelectorAll('[data-when]')].map(part => [part, JSON.parse(part.dataset.when)]);
    const show = () => asked.forEach(([part, rule]) => {
      part.hidden = !(holds(rule, form));
      // What is hidden is not sent as if it had been answered, yet comes back if the answer is changed back.
      part.querySelectorAll('input, select, textarea').forEach(input => { input.disabled = Boolean(input.closest('[data-when][hidden]')); });
    });
    form.addEventListener('change', show);
    addEventListener('pageshow', show);
    show();
  });

  // What is typed and not saved stays in this window, through reloading, another language, signing in and being offline. It is
  // dropped once the server has saved the page, and with everything that ends the work here.
  const TYPED = 'madoguchi-typed ';
  const A_DAY = 24 * 60 * 60 * 1000;
  const forget = () => Object.keys(sessionStorage).filter(key => key.startsWith(TYPED)).forEach(key => sessionStorage.removeItem(key));
  document.addEventListener('submit', event => {
    if (/\/(logout|leave-device|submission|discard|deletion)$/.test(new URL(event.target.action, location.href).pathname)) forget();
  });
  each('form[data-typed]', form => {
    const place = TYPED + location.pathname;
    const own = name => form.elements[name] ? form.elements[name].value : '';
    const fields = () => [...form.elements].filter(input => input.name && !input.name.startsWith('_')
      && !['hidden', 'password', 'file', 'submit', 'button', 'fieldset'].includes(input.type));
    const told = (words, tone) => {
      const old = form.parentElement.querySelector('[data-told]');
      if (old) old.remove();
      const box = document.createElement('div');
      box.className = `alert ${tone}`;
      box.dataset.told = '';
      box.setAttribute('role', 'status');
      box.append(Object.assign(document.createElement('p'), { className: 'alert-title', textContent: words }));
      form.before(box);
      return box;
    };
    const keep = () => sessionStorage.setItem(place, JSON.stringify({
      at: Date.now(), rendering: own('_rendering'), revision: own('_revision'),
      typed: fields().map(input => [input.name, input.value, Boolean(input.checked)]),
    }));
    const kept = JSON.parse(sessionStorage.getItem(place) || 'null');
    if (kept && (kept.rendering === form.dataset.typed || Date.now() - kept.at > A_DAY)) {
      sessionStorage.removeItem(place);
    } else if (kept) {
      const left = fields();
      let changed = false;
      kept.typed.forEach(([name, value, checked]) => {
        const ticked = input => ['radio', 'checkbox'].includes(input.type);
        const at = left.findIndex(input => input.name === name && (!ticked(input) || input.value === value));
        if (at < 0) return;
        const [input] = left.splice(at, 1);
        if (ticked(input) ? input.checked === checked : input.value === value) return;
        changed = true;
        if (ticked(input)) input.checked = checked; else input.value = value;
        input.dispatchEvent(new Event('change', { bubbles: true }));
      });
      // On the ground of what was shown then: if somebody else saved the page meanwhile, both are shown.
      if (changed && kept.revision !== '') form.elements['_revision'].value = kept.revision;
      if (changed) told(form.dataset.restored, 'info');
    }
    form.addEventListener('input', keep);
    form.addEventListener('change', keep);
    form.addEventListener('submit', event => {
      if (navigator.onLine) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      told(form.dataset.offline, 'warning').scrollIntoView({ block: 'center' });
    });
  });

  // What is typed hidden can be seen at a press.
  each('input[type=password][data-show]', input => {
    const button = Object.assign(document.createElement('button'), { type: 'button', className: 'button secondary small', textContent: input.dataset.show });
    button.setAttribute('aria-controls', input.id);
    button.setAttribute('aria-pressed', 'false');
    button.addEventListener('click', () => {
      const hidden = input.type === 'password';
      input.type = hidden ? 'text' : 'password';
      button.textContent = hidden ? input.dataset.hide : input.dataset.show;
      button.setAttribute('aria-pressed', String(hidden));
    });
    input.after(button);
    input.form.addEventListener('submit', () => { input.type = 'password'; });
  });

  // A postal code offers the places it stands for. What was typed by hand is never overwritten.
  each('[data-address]', box => {
    const part = name => box.querySelector(`[name="${box.dataset.address}.${name}"]`);
    const postal = part('postal');
    const offer = document.createElement('div');
    offer.className = 'offer';
    offer.setAttribute('role', 'status');
    postal.closest('.field').append(offer);
    const put = (input, value) => {
      if (!input || input.value.trim() !== '' || !value) return false;
      input.value = value;
      input.dispatchEvent(new Event('change', { bubbles: true }));
      return true;
    };
    const take = place => {
      const done = [put(part('ward'), place.ward), put(part('prefecture-city'), place.prefecture + place.municipality), put(part('town'), place.town)];
      offer.textContent = done.includes(true) ? box.dataset.taken : '';
      (part('town').value === '' ? part('town') : part('number')).focus();
    };
    const named = place => `${place.prefecture}${place.municipality}${place.town}`;
    // The words of the page around a name that stays Japanese.
    const saying = (element, pattern, name) => {
      const [before, after] = pattern.split('{0}');
      const japanese = Object.assign(document.createElement('span'), { lang: 'ja', textContent: name });
      // In one piece: a button lays out its parts side by side, and spaces at their edges would go.
      const words = document.createElement('span');
      words.append(before, japanese, after || '');
      element.append(words);
      return element;
    };
    const button = place => {
      const one = Object.assign(document.createElement('button'), { type: 'button', className: 'button secondary small' });
      one.addEventListener('click', () => take(place));
      return saying(one, place.town === '' ? box.dataset.takeCity : box.dataset.take, named(place));
    };
    // Too many for buttons: a list that narrows while part of a town is typed.
    const list = places => {
      const id = `${postal.id}-narrow`;
      const label = Object.assign(document.createElement('label'), { htmlFor: id, textContent: box.dataset.narrow });
      const words = Object.assign(document.createElement('input'), { type: 'search', id, className: 'input full', autocomplete: 'off' });
      const choice = Object.assign(document.createElement('select'), { size: 8, className: 'input full', lang: 'ja' });
      choice.setAttribute('aria-label', box.dataset.places);
      const use = Object.assign(document.createElement('button'), { type: 'button', className: 'button secondary small', textContent: box.dataset.use });
      const show = () => {
        const typed = words.value.normalize('NFKC').trim();
        choice.replaceChildren(...places.map((place, number) => [place, number]).filter(([place]) => named(place).includes(typed))
          .map(([place, number]) => Object.assign(document.createElement('option'), { value: number, textContent: named(place) })));
        choice.selectedIndex = 0;
      };
      const chosen = () => { if (choice.value !== '') take(places[Number(choice.value)]); };
      words.addEventListener('input', show);
      [words, choice].forEach(input => input.addEventListener('keydown', event => {
        if (event.key !== 'Enter' || event.isComposing) return;
        event.preventDefault();
        event.stopPropagation();
        chosen();
      }));
      use.addEventListener('click', chosen);
      show();
      return [label, words, choice, use];
    };
    const MOST_BUTTONS = 20;
    let asked = '';
    const ask = async () => {
      const code = postal.value.normalize('NFKC').replace(/[^0-9]/g, '');
      if (code === asked) return;
      asked = code;
      offer.replaceChildren();
      if (code.length !== 7) return;
      const answer = await fetch(`/assets/postal/${code}`).catch(() => null);
      if (!answer || !answer.ok || asked !== code) return;
      const all = await answer.json();
      // Where no city is asked for, the place must lie in ours: a 北区 of another city is none of it.
      const places = part('prefecture-city') ? all : all.filter(place => place.ours);
      if (places.length === 0) { offer.textContent = all.length > 0 ? box.dataset.outside : box.dataset.unknown; return; }
      offer.replaceChildren(...(places.length > MOST_BUTTONS ? list(places) : places.map(button)));
    };
    each('.offer-plain', plain => { plain.hidden = true; }, box);
    postal.addEventListener('input', ask);
  });

  // A long list is searched while typing. What is chosen stays on top; the button beside the words does the same without a script.
  each('[data-listed]', box => {
    const words = box.querySelector('input[type=search]');
    const status = box.querySelector('[data-listed-found]');
    const results = box.querySelector('[data-listed-results]');
    const { name, listed } = box.dataset;
    let asked = words.value.trim(), timer = 0, numbered = 0;
    const choice = (code, label) => {
      const line = document.createElement('div');
      const input = Object.assign(document.createElement('input'), { type: 'radio', name, value: code, id: `${results.dataset.id}-s${++numbered}` });
      const text = Object.assign(document.createElement('label'), { htmlFor: input.id, textContent: label });
      line.className = 'choice';
      line.append(input, text);
      return line;
    };
    results.dataset.id = words.id;
    const ask = async () => {
      const query = words.value.trim();
      if (query === asked) return;
      asked = query;
      const answer = query === '' ? { total: 0, found: [] } : await fetch(`${listed}&q=${encodeURIComponent(query)}`)
        .then(response => (response.ok ? response.json() : null)).catch(() => null);
      // Where the network fails, the button still works.
      if (!answer || asked !== query) return;
      const chosen = results.querySelector('input:checked');
      const kept = chosen ? [chosen.closest('.choice')] : [];
      results.replaceChildren(...kept, ...answer.found.filter(entry => !chosen || entry.code !== chosen.value)
        .map(entry => choice(entry.code, entry.label)));
      const text = answer.total === 0 ? 'listedNone' : answer.total > answer.found.length ? 'listedMore' : 'listedFound';
      status.textContent = query === '' ? '' : status.dataset[text].replace('{0}', answer.total);
    };
    const soon = () => { clearTimeout(timer); timer = setTimeout(ask, 250); };
    words.addEventListener('input', event => { if (!event.isComposing) soon(); });
    words.addEventListener('compositionend', soon);
    words.addEventListener('keydown', event => {
      if (event.key !== 'Enter' || event.isComposing) return;
      event.preventDefault();
      event.stopPropagation();
      clearTimeout(timer);
      ask();
    });
  });

  // How long the page was really worked on: in sight and touched within 90 seconds. Sent with the form, or on leaving.
  each('input[name="activeMillis"]', field => {
    const IDLE = 90000;
    let active = 0, touched = performance.now(), counted = touched, sent = 0, submitting = false;
    const count = () => {
      const now = performance.now();
      if (document.visibilityState === 'visible') active += Math.max(0, Math.min(now, touched + IDLE) - counted);
      counted = now;
      return Math.round(active);
    };
    const touch = () => { count(); touched = performance.now(); };
    ['keydown', 'pointerdown', 'scroll', 'input'].forEach(kind => addEventListener(kind, touch, { passive: true, capture: true }));
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') { counted = touched = performance.now(); } else {
        active += Math.max(0, Math.min(performance.now(), touched + IDLE) - counted);
        counted = performance.now();
      }
    });
    field.form.addEventListener('submit', () => { submitting = true; field.value = String(count() - sent); });
    addEventListener('pageshow', event => { if (event.persisted) { submitting = false; active = sent = 0; counted = touched = performance.now(); } });
    addEventListener('pagehide', () => {
      const url = field.dataset.beacon;
      if (submitting || !url) return;
      const body = new URLSearchParams();
      const part = count() - sent;
      sent += part;
      body.set('activeMillis', String(part));
      each('input[type=hidden]', hidden => { if (hidden !== field) body.set(hidden.name, hidden.value); }, field.form);
      if (part > 0) navigator.sendBeacon(url, body);
    });
  });

  // Staff screens lock when nobody touches them; the warning comes a minute before, and any other window of the same
  // site that is still in use keeps this one open.
  const idle = document.querySelector('[data-idle-seconds]');
  if (idle) {
    const limit = Number(idle.dataset.idleSeconds) * 1000;
    const key = 'madoguchi-touched';
    const text = idle.querySelector('[data-idle-text]');
    const pattern = text.textContent;
    // What stands half-written in a form is put aside in this window and comes back after the next login of the
    // same person, once.
    const place = `madoguchi-kept ${idle.dataset.person} ${location.pathname}`;
    const kept = () => [...document.querySelectorAll('form[data-keep] input, form[data-keep] textarea, form[data-keep] select')]
      .filter(input => input.name && !['hidden', 'password', 'file', 'submit', 'button'].includes(input.type));
    const keep = () => sessionStorage.setItem(place, JSON.stringify(kept().map(input => [input.name, input.value, Boolean(input.checked)])));
    const back = JSON.parse(sessionStorage.getItem(place) || '[]');
    sessionStorage.removeItem(place);
    const fields = kept();
    back.forEach(([name, value, checked]) => {
      const at = fields.findIndex(input => input.name === name && (!['radio', 'checkbox'].includes(input.type) || input.value === value));
      if (at < 0) return;
      const [input] = fields.splice(at, 1);
      if (['radio', 'checkbox'].includes(input.type)) input.checked = checked; else input.value = value;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    });
    const last = () => Number(localStorage.getItem(key)) || Date.now();
    let noted = 0, pinged = Date.now();
    const touch = () => {
      const now = Date.now();
      if (now - noted < 1000) return;
      noted = now;
      localStorage.setItem(key, String(now));
      if (now - pinged > limit / 3 && idle.dataset.ping) { pinged = now; fetch(idle.dataset.ping, { credentials: 'same-origin' }); }
    };
    let before = null;
    const leave = () => { idle.hidden = true; if (before && before.isConnected) before.focus(); before = null; };
    touch();
    ['keydown', 'pointerdown', 'scroll', 'input'].forEach(kind => addEventListener(kind, () => { if (idle.hidden) touch(); }, { passive: true, capture: true }));
    idle.querySelector('button[type=button]').addEventListener('click', () => { noted = 0; pinged = 0; touch(); leave(); });
    setInterval(() => {
      const left = Math.ceil((last() + limit - Date.now()) / 1000);
      if (left <= 0) { keep(); const form = idle.querySelector('form'); if (!form.dataset.sent) form.requestSubmit(); return; }
      const warn = left <= 60;
      if (warn && idle.hidden) { before = document.activeElement; idle.hidden = false; idle.querySelector('button').focus(); }
      if (!warn && !idle.hidden) leave();
      if (warn) text.textContent = pattern.replace('{0}', left);
    }, 1000);
  }

  // Live lists: htmx swaps what the server rendered; say how many there are now.
  document.addEventListener('htmx:configRequest', event => {
    const token = document.querySelector('input[name="_csrf"]');
    if (token && event.detail.verb !== 'get') event.detail.headers['X-CSRF-TOKEN'] = token.value;
  });
})();
