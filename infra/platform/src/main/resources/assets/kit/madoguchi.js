// Small comforts on top of pages that work without them. No state of its own: the server stays right.
(() => {
  'use strict';
  const each = (selector, work, root = document) => root.querySelectorAll(selector).forEach(work);

  // The error summary takes the focus; its links go to the field itself, not only into view.
  const summary = document.querySelector('[data-focus]');
  if (summary) summary.focus();
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
      note.textContent = left < 0 ? `${-left}文字多すぎます（${most}文字以内）` : `あと${left}文字（${most}文字以内）`;
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
      offer.textContent = done.includes(true) ? '空いている欄に入力しました。番地から先を入力してください。' : '';
      (part('town').value === '' ? part('town') : part('number')).focus();
    };
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
      // Where a ward of the city is asked for, a 北区 of another city is none of it.
      const places = part('ward') ? all.filter(place => place.ward !== '') : all;
      if (all.length > 0 && places.length === 0) { offer.textContent = '市外の郵便番号です。市内の住所の郵便番号を入力してください。'; return; }
      if (places.length === 0) { offer.textContent = 'この郵便番号の住所は見つかりませんでした。番号を確かめるか、住所をそのまま入力してください。'; return; }
      offer.replaceChildren(...places.map(place => {
        const button = document.createElement('button');
        button.type = 'button';
        button.className = 'button secondary small';
        button.textContent = place.town === '' ? `${place.prefecture}${place.municipality} を入力（町名は続けて入力）` : `${place.prefecture}${place.municipality}${place.town} を入力`;
        button.addEventListener('click', () => take(place));
        return button;
      }));
    };
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
    touch();
    ['keydown', 'pointerdown', 'scroll', 'input'].forEach(kind => addEventListener(kind, () => { if (idle.hidden) touch(); }, { passive: true, capture: true }));
    idle.querySelector('button[type=button]').addEventListener('click', () => { noted = 0; pinged = 0; touch(); idle.hidden = true; });
    setInterval(() => {
      const left = Math.ceil((last() + limit - Date.now()) / 1000);
      if (left <= 0) { keep(); const form = idle.querySelector('form'); if (!form.dataset.sent) form.requestSubmit(); return; }
      const warn = left <= 60;
      if (warn && idle.hidden) { idle.hidden = false; idle.querySelector('button').focus(); }
      if (!warn) idle.hidden = true;
      if (warn) text.textContent = pattern.replace('{0}', left);
    }, 1000);
  }

  // Live lists: htmx swaps what the server rendered; say how many there are now.
  document.addEventListener('htmx:configRequest', event => {
    const token = document.querySelector('input[name="_csrf"]');
    if (token && event.detail.verb !== 'get') event.detail.headers['X-CSRF-TOKEN'] = token.value;
  });
})();
