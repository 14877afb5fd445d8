/**
 * What every embedded form of Fayan shares: its texts, its context, its errors and its one way of being sent.
 *
 * How a form is made:
 *  - Visible controls carry a `name`. Nothing is bound to Tasklist's variables while somebody types: the hidden fields with
 *    `cam-variable-name` are filled in the 'submit' event and emptied after a refusal, so no draft of a confidential text can
 *    reach the browser's storage.
 *  - `data-text`, `data-label` and `data-placeholder` name message keys; `data-field` wraps the controls of one field and its
 *    label, help and error; `data-part` names a place that the form's own script fills.
 *  - Everything that comes from the server is shown as text, never as markup.
 */

const STYLE = new URL('./fayan-form.css', import.meta.url).href;
const CSRF_COOKIE = 'FAYAN-CSRF';
const CSRF_HEADER = 'X-FAYAN-CSRF';

/** Said when not even the texts could be loaded. */
const NOT_LOADED = {
  'zh-CN': ['表单没有加载出来。请检查网络后再试一次。', '再试一次'],
  'zh-TW': ['表單未能載入。請檢查網路後再試一次。', '再試一次'],
  en: ['This form did not load. Check your connection and try again.', 'Try again']
};

let forms = 0;
const texts = new Map();

/** A refusal of the server, in words. */
export class Problem extends Error {
  constructor(status, body) {
    super((body && body.detail) || '');
    this.status = status;
    this.errors = (body && Array.isArray(body.errors) && body.errors) || [];
  }
}

export async function get(path) {
  return answer(await fetch(path, { headers: { Accept: 'application/json' }, credentials: 'same-origin', cache: 'no-store' }));
}

/** @param body an object, sent as JSON, or FormData */
export async function post(path, body, key) {
  const headers = { Accept: 'application/json', [CSRF_HEADER]: cookie(CSRF_COOKIE) };
  if (key) headers['Idempotency-Key'] = key;
  const form = body instanceof FormData;
  if (!form) headers['Content-Type'] = 'application/json';
  return answer(await fetch(path, {
    method: 'POST', headers, credentials: 'same-origin', body: form ? body : JSON.stringify(body)
  }));
}

async function answer(response) {
  const json = (response.headers.get('Content-Type') || '').includes('json');
  const body = json ? await response.json() : null;
  if (!response.ok || !json) throw new Problem(response.ok ? 401 : response.status, body);
  return body;
}

function cookie(name) {
  const found = document.cookie.split('; ').find(part => part.startsWith(name + '='));
  return found ? decodeURIComponent(found.slice(name.length + 1)) : '';
}

/** A key that only this form has, also where `randomUUID` is missing (plain http). */
export function newKey() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** An element; strings among the children become text nodes, missing children are left out. */
export function el(tag, attributes, ...children) {
  const node = document.createElement(tag);
  Object.entries(attributes || {}).forEach(([name, value]) => {
    if (value === null || value === undefined || value === false) return;
    if (name.startsWith('on')) node.addEventListener(name.slice(2), guarded(value));
    else node.setAttribute(name, value === true ? '' : String(value));
  });
  node.append(...children.flat(3).filter(child => child !== null && child !== undefined && child !== false));
  return node;
}

export function icon(name) {
  return el('span', { class: 'glyphicon glyphicon-' + name, 'aria-hidden': 'true' });
}

/** Wraps a handler: an exception in one of Tasklist's handlers would leave its button dead until the page is reloaded. */
function guarded(handler, otherwise) {
  return function (...given) {
    try {
      const result = handler.apply(this, given);
      if (result && typeof result.catch === 'function') result.catch(error => console.error(error));
      return result;
    } catch (error) {
      console.error(error);
      return otherwise ? otherwise.apply(this, given) : undefined;
    }
  };
}

/** Waits until nobody typed for a moment. */
export function calmly(action, milliseconds = 300) {
  let timer = 0;
  return (...given) => {
    clearTimeout(timer);
    timer = setTimeout(guarded(() => action(...given)), milliseconds);
  };
}

/** A form on the screen: its elements, texts, values and errors. */
class View {
  constructor(camForm, scope) {
    this.camForm = camForm;
    this.scope = scope;
    this.form = camForm.formElement[0];
    this.prefix = 'fayan' + ++forms;
    this.key = newKey();
    this.context = null;
    this.ready = false;
    this.over = false;
    this.words = {};
    this.ids = 0;
  }

  one(selector) { return this.form.querySelector(selector); }
  all(selector) { return Array.from(this.form.querySelectorAll(selector)); }
  part(name) { return this.one(`[data-part="${name}"]`); }
  field(name) { return this.one(`[data-field="${CSS.escape(name)}"]`); }
  controls(name) { return this.all(`[name="${CSS.escape(name)}"]`); }
  id() { return `${this.prefix}-${++this.ids}`; }

  /** The text of a key without its prefix `form.`; `{0}` and so on are replaced by the arguments. */
  say(key, ...given) {
    const text = this.words['form.' + key];
    if (text === undefined) { console.error('No text for form.' + key); return key; }
    return text.replace(/\{(\d)\}/g, (all, index) => (given[index] === undefined ? all : String(given[index])));
  }

  fill(name, ...children) {
    const place = this.part(name);
    if (place) place.replaceChildren(...children.flat(3).filter(child => child !== null && child !== undefined && child !== false));
    return place;
  }

  show(element, visible) { if (element) element.hidden = !visible; }

  value(name) {
    const controls = this.controls(name);
    if (!controls.length) return '';
    if (controls[0].type === 'radio') return (controls.find(control => control.checked) || { value: '' }).value;
    if (controls[0].type === 'checkbox') {
      return controls[0].dataset.boolean !== undefined
        ? String(controls[0].checked)
        : controls.filter(control => control.checked).map(control => control.value).join(',');
    }
    return controls[0].value;
  }

  set(name, value) {
    const controls = this.controls(name);
    const text = value === null || value === undefined ? '' : String(value);
    controls.forEach(control => {
      if (control.type === 'radio') control.checked = control.value === text;
      else if (control.type === 'checkbox') {
        control.checked = control.dataset.boolean !== undefined ? text === 'true' : text.split(',').includes(control.value);
      } else control.value = text;
    });
    if (controls.length) controls[0].dispatchEvent(new Event('input', { bubbles: true }));
  }

  /** Radio buttons or check boxes for codes, each with its help below. */
  choices(name, type, options) {
    const place = this.part('choices-' + name);
    if (!place) return;
    place.classList.add('fy-choices');
    place.replaceChildren(...options.map(option => {
      const id = this.id();
      const help = option.help ? el('span', { class: 'fy-choice-help', id: id + '-help' }, option.help) : null;
      return el('div', { class: 'fy-choice' },
        el('input', { type, name, id, value: option.code, 'aria-describedby': help ? id + '-help' : null }),
        el('label', { for: id }, option.label), help);
    }));
  }

  /** Labels, helps and counters of the fields are tied to their controls once. */
  wire() {
    this.all('[data-field]').forEach(field => {
      const group = field.tagName === 'FIELDSET';
      const control = field.querySelector('input:not([type=radio]):not([type=checkbox]), select, textarea') || field.querySelector('input');
      const help = field.querySelector(':scope > .fy-help');
      if (help) help.id = help.id || this.id();
      if (group || !control) {
        if (help) field.setAttribute('aria-describedby', help.id);
        return;
      }
      control.id = control.id || this.id();
      const label = field.querySelector(':scope > label, :scope > .fy-choice > label');
      if (label) label.htmlFor = control.id;
      if (help) control.setAttribute('aria-describedby', help.id);
      const longest = Number(control.dataset.max || 0);
      if (longest && control.tagName === 'TEXTAREA' && control.dataset.counter !== 'own') this.count(field, control, longest);
    });
  }

  count(field, control, longest) {
    const counter = el('p', { class: 'fy-count' });
    const show = () => {
      const used = control.value.length;
      counter.textContent = this.say('common.count', this.number(used), this.number(longest));
      counter.classList.toggle('fy-over', used > longest);
      counter.hidden = used < longest * 0.6;
    };
    control.addEventListener('input', guarded(show));
    field.append(counter);
    show();
  }

  /** What every form may check itself: that a field is filled in and not too long. */
  required(name, message) {
    return this.value(name).trim() ? [] : [{ field: name, message: message || this.say('error.required') }];
  }

  longest(name, length) {
    const over = this.value(name).length - length;
    return over > 0 ? [{ field: name, message: this.say('error.tooLong', this.number(length), this.number(over)) }] : [];
  }

  clearErrors() {
    this.all('.fy-error').forEach(error => error.remove());
    this.all('[aria-invalid]').forEach(control => control.removeAttribute('aria-invalid'));
    this.all('.fy-wrong').forEach(field => field.classList.remove('fy-wrong'));
    this.all('[data-described]').forEach(node => {
      if (node.dataset.described) node.setAttribute('aria-describedby', node.dataset.described);
      else node.removeAttribute('aria-describedby');
      delete node.dataset.described;
    });
    this.fill('errors');
  }

  /** Errors at their fields and in a list at the top that leads to them. */
  refuse(errors, focus = true) {
    this.clearErrors();
    const place = this.part('errors');
    const lines = errors.map(error => {
      const field = error.field ? this.field(error.field) : null;
      if (!field || field.closest('[hidden]')) return el('li', {}, error.message);
      this.mark(field, error.message);
      return el('li', {}, el('button', { type: 'button', class: 'fy-link', onclick: () => this.go(field) }, error.message));
    });
    // What concerns no field is the heading itself.
    const whole = errors.length === 1 && !this.form.querySelector('.fy-wrong');
    const title = el('p', { class: 'fy-errors-title', id: this.id() }, icon('exclamation-sign'), ' ',
      whole ? errors[0].message : errors.length === 1 ? this.say('error.one') : this.say('error.some', errors.length));
    const box = el('div', { class: 'fy-errors', role: 'group', tabindex: '-1', 'aria-labelledby': title.id }, title, whole ? null : el('ul', {}, lines));
    place.replaceChildren(box);
    if (focus) {
      box.focus({ preventScroll: true });
      box.scrollIntoView({ block: 'center' });
    }
  }

  mark(field, message) {
    field.classList.add('fy-wrong');
    this.unfold(field);
    const id = this.id();
    const error = el('p', { class: 'fy-error', id }, icon('exclamation-sign'), ' ', message);
    const before = field.querySelector(':scope > .fy-count');
    field.insertBefore(error, before);
    const control = field.querySelector('input:not([type=radio]):not([type=checkbox]), select, textarea');
    const described = field.tagName === 'FIELDSET' || !control ? field : control;
    if (described.dataset.described === undefined) described.dataset.described = described.getAttribute('aria-describedby') || '';
    described.setAttribute('aria-describedby', [described.dataset.described, id].filter(Boolean).join(' '));
    if (described === control) control.setAttribute('aria-invalid', 'true');
  }

  unfold(field) {
    for (let fold = field.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true;
  }

  /** Brings a field into view and puts the cursor in it. */
  go(field) {
    this.unfold(field);
    const target = field.querySelector('input:checked, input:not([type=hidden]), select, textarea, button') || field;
    field.scrollIntoView({ block: 'center' });
    target.focus({ preventScroll: true });
  }

  /** Said in words to those who see and to those who listen. */
  tell(message, kind = 'done') {
    this.fill('said', message ? el('div', { class: 'fy-said fy-said-' + kind }, icon(kind === 'done' ? 'ok-sign' : 'info-sign'), el('p', {}, message)) : null);
  }

  /** Said only to those who listen; what is shown changes too often to be read out each time. */
  whisper(message) {
    if (!this.listening) {
      this.listening = el('p', { class: 'fy-unseen', role: 'status' });
      this.form.append(this.listening);
    }
    this.listening.textContent = message;
  }

  /** How long a text is, and how long its platform lets it be: a longer one is a warning, no error. */
  measure(name, platform, limit) {
    const place = this.part(name + '-count');
    const characters = Array.from(this.value(name)).length;
    const over = limit ? characters - limit : 0;
    const words = !limit ? this.say('request.text.count', this.number(characters))
      : over > 0 ? this.say('request.text.over', this.number(characters), platform, this.number(limit), this.number(over))
        : this.say('request.text.limit', this.number(characters), platform, this.number(limit));
    if (over > 0 && !place.classList.contains('fy-over')) this.whisper(words);
    place.classList.toggle('fy-over', over > 0);
    place.replaceChildren(...(over > 0 ? [icon('warning-sign'), ' '] : []), words);
  }

  /** The refusal of a call that did not go through Tasklist, in words. */
  reason(error) {
    if (!(error instanceof Problem)) return this.say('error.network');
    if (error.status === 401) return this.say('error.session');
    return error.message || this.say('error.network');
  }

  /** Said on the page after the form has closed, until it is put away or the next form opens. */
  announce(title, ...content) {
    const note = el('div', { class: 'fayan-form fayan-note', role: 'status', lang: this.language });
    const close = el('button', { type: 'button', class: 'fy-copy', 'aria-label': this.say('common.close'), onclick: () => note.remove() }, icon('remove'));
    putAway();
    document.body.append(note);
    // Filled a moment later: screen readers hear what changes, not what is born full.
    setTimeout(() => note.append(close, el('p', {}, el('strong', {}, icon('ok-sign'), ' ', title)), ...content), 150);
  }

  /** The step is no longer this person's: the form gives way to a confirmation, and Tasklist asks for its list again. */
  end(title, ...lines) {
    this.over = true;
    this.form.classList.add('fy-is-over');
    const heading = el('h3', { tabindex: '-1' }, icon('ok-sign'), ' ', title);
    this.one('.fy-body').replaceChildren(el('div', { class: 'fy-confirmation' }, heading, lines.map(line => el('p', {}, line)),
      el('p', {}, el('a', { class: 'btn btn-default', href: '#/?filter=mine' }, this.say('common.toMine')))));
    heading.focus();
    this.refreshList();
  }

  /** Tasklist polls with this very event; every list of ours answers to it. */
  refreshList() {
    const root = this.scope && this.scope.$root;
    if (root) setTimeout(guarded(() => root.$broadcast('refresh')), 0);
  }

  /** A moment in the company's zone, given as YYYY-MM-DDTHH:mm, in the reader's words. */
  moment(local) {
    const parts = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)/.exec(local || '');
    if (!parts) return '';
    const [, year, month, day, hour, minute] = parts.map(Number);
    const english = this.language.startsWith('en');
    return new Intl.DateTimeFormat(english ? 'en-GB' : this.language, {
      year: 'numeric', month: english ? 'short' : 'long', day: 'numeric', weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'UTC'
    }).format(new Date(Date.UTC(year, month - 1, day, hour, minute)));
  }

  get language() { return (this.context && this.context.language) || document.documentElement.lang || 'zh-CN'; }

  number(count) { return new Intl.NumberFormat(this.language).format(count); }
}

/**
 * Makes a form work.
 *
 * @param scope the `$scope` of the form's script
 * @param options `accepted(view, answer)` after it was sent · `context` address of the context · `facts(view)` shows it, again after every reload · `fields(view)` prepares the
 *   controls, once · `check(view)` answers errors `[{field, message}]` · `ask(view)` answers false to hold a correct form back once
 *   more · `values(view)` what is sent beside the controls' values · `stale(view, message)` the text changed under the reviewer
 */
export function attach(camForm, scope, options) {
  const view = new View(camForm, scope);
  const hidden = () => view.all('[cam-variable-name]');

  const empty = () => hidden().forEach(field => { field.value = ''; });

  camForm.on('submit', guarded(event => {
    if (!view.ready || view.over) { event.submitPrevented = true; return; }
    view.clearErrors();
    view.tell('');
    const errors = options.check ? options.check(view) : [];
    if (errors.length) {
      event.submitPrevented = true;
      view.refuse(errors);
      return;
    }
    if (options.ask && !options.ask(view)) { event.submitPrevented = true; return; }
    const more = Object.assign({ submissionKey: view.key }, options.values ? options.values(view) : {});
    hidden().forEach(field => {
      const name = field.getAttribute('cam-variable-name');
      const value = name in more ? more[name] : view.value(name);
      field.value = value === null || value === undefined ? '' : String(value);
    });
  }, event => {
    event.submitPrevented = true;
    if (view.ready) view.refuse([{ message: view.say('error.unexpected') }]);
  }));

  camForm.on('submit-failed', guarded((_, given) => {
    const error = given && given[0];
    const refusal = error && error.response && error.response.body;
    empty();
    if (!refusal || !view.ready || view.away) return;
    const errors = Array.isArray(refusal.errors) && refusal.errors.length ? refusal.errors : [{ message: refusal.message || view.say('error.unexpected') }];
    const stale = errors.find(one => one.field === 'reviewedText');
    if (stale && options.stale) options.stale(view, stale.message);
    else view.refuse(errors);
  }));

  // Tasklist would keep drafts in clear in the browser's storage, also after signing out.
  camForm.on('store', guarded(event => { event.storePrevented = true; }));

  // Tasklist only says that something was sent; the answer of the server knows more.
  const submit = camForm.submit;
  const send = callback => submit.call(camForm, (error, result) => {
    if (!error && options.accepted) guarded(options.accepted)(view, result || {});
    if (callback) callback(error, result);
  });
  camForm.submit = callback => {
    if (!view.away) { send(callback); return; }
    // A new session has a new token for Tasklist's calls; any of its reads brings it.
    fetch('/camunda/api/engine/engine/', { credentials: 'same-origin', cache: 'no-store' }).catch(() => null)
      .then(() => { view.away = false; send(callback); });
  };
  stay(view);

  view.reload = async () => {
    view.context = await get(options.context);
    if (options.facts) options.facts(view);
  };

  open(view, options).catch(error => failed(view, options, error));
  return view;
}

/** Tasklist's configuration tells when the session is over while a form is open, and keeps Tasklist from leaving it. */
function stay(view) {
  const over = guarded(() => {
    if (!view.form.isConnected || view.over) { removeEventListener('fayan-session-over', over); return; }
    if (!view.ready || view.away) return;
    view.away = true;
    view.refuse([{ message: view.say('error.session') }]);
    view.one('.fy-errors').append(el('p', {}, el('a', { href: '/login', target: '_blank', rel: 'noopener' }, view.say('error.signIn'))));
  });
  addEventListener('fayan-session-over', over);
}

function putAway() {
  document.querySelectorAll('.fayan-note').forEach(note => note.remove());
}

async function open(view, options) {
  putAway();
  view.form.setAttribute('aria-busy', 'true');
  const [words, context] = await Promise.all([say(), get(options.context), style()]);
  view.words = words;
  view.context = context;
  view.form.lang = view.language;
  view.all('[data-text]').forEach(node => { node.textContent = view.say(node.dataset.text.replace(/^form\./, '')); });
  view.all('[data-label]').forEach(node => node.setAttribute('aria-label', view.say(node.dataset.label.replace(/^form\./, ''))));
  view.all('[data-placeholder]').forEach(node => node.setAttribute('placeholder', view.say(node.dataset.placeholder.replace(/^form\./, ''))));
  if (options.fields) options.fields(view);
  view.wire();
  if (options.facts) options.facts(view);
  if (options.opened) options.opened(view);
  view.ready = true;
  view.one('.fy-body').hidden = false;
  const notice = view.one('.fy-not-loaded');
  if (notice) notice.remove();
  view.form.removeAttribute('aria-busy');
  view.all('.fy-decision-side').forEach(hold);
}

/** A decision column that is taller than its pane scrolls to its end before it stays. */
function hold(column) {
  let pane = column.parentElement;
  while (pane && !/auto|scroll/.test(getComputedStyle(pane).overflowY)) pane = pane.parentElement;
  if (!pane) return;
  const measure = () => {
    const bar = pane.querySelector('.form-actions');
    const room = pane.clientHeight - (bar ? bar.offsetHeight : 0);
    column.style.setProperty('--fy-hold', Math.min(0, room - column.offsetHeight) + 'px');
  };
  const observer = new ResizeObserver(() => {
    if (column.isConnected) measure(); else observer.disconnect();
  });
  observer.observe(column);
  observer.observe(pane);
}

function failed(view, options, error) {
  console.error(error);
  view.form.removeAttribute('aria-busy');
  const language = document.documentElement.lang;
  const [message, again] = NOT_LOADED[language] || NOT_LOADED[language.startsWith('zh') ? 'zh-CN' : 'en'];
  const old = view.one('.fy-not-loaded');
  if (old) old.remove();
  view.form.prepend(el('div', { class: 'fy-not-loaded alert alert-danger', role: 'alert' },
    el('p', {}, (error instanceof Problem && error.status !== 401 && error.message) || message),
    el('button', { type: 'button', class: 'btn btn-default', onclick: () => open(view, options).catch(e => failed(view, options, e)) }, again)));
}

/** The texts in the reader's language, asked for once. */
function say() {
  const language = document.documentElement.lang;
  if (!texts.has(language)) {
    const asked = get('/api/texts/form');
    texts.set(language, asked);
    asked.catch(() => texts.delete(language));
  }
  return texts.get(language);
}

/** The style is loaded once and waited for, so that nobody sees the form bare. */
function style() {
  const there = document.querySelector('link[data-fayan-form]');
  if (there) return Promise.resolve();
  return new Promise(resolve => {
    const link = el('link', { rel: 'stylesheet', href: STYLE, 'data-fayan-form': '' });
    link.addEventListener('load', resolve);
    link.addEventListener('error', resolve);
    document.head.append(link);
  });
}
