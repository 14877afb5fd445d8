/** Asking to speak for the company. Clauses 3.1.d and 3.1.e; what is welcome anyway: 3.2.e. */

import { attach, calmly, el, get, icon, post } from '../shared/fayan-form.js';
import { accountLine, clause, fileLine, quote, riskPill, uploads } from '../shared/pieces.js';
import { checkWindow, windowHelp } from './window.js';

const SECTIONS = ['where', 'what', 'about', 'when', 'check'];

/** Copies that were already taken over, so that a second request of the same page load starts empty. */
const taken = new Set();

export function open(camForm, scope) {
  attach(camForm, scope, {
    context: '/api/starts/authorise-speaking/form',
    fields,
    opened: copy,
    check,
    ask,
    accepted: (view, { businessKey: number }) => number && view.announce(view.say('request.accepted', number),
      el('p', {}, view.say('request.accepted.next')), el('p', {}, el('a', { href: '/requests/' + encodeURIComponent(number) }, view.say('request.accepted.page')))),
    values: view => ({
      account: view.value('channel') === 'OCCASION' ? '' : view.value('account'),
      occasion: view.value('channel') === 'OCCASION' ? view.value('occasion').trim() : '',
      title: view.value('title').trim(),
      purpose: view.value('purpose').trim(),
      urgentReason: view.value('urgent') === 'true' ? view.value('urgentReason').trim() : '',
      attachments: view.uploads.ids(),
      speaker: view.speaker ? view.speaker.id : ''
    })
  });
}

function fields(view) {
  const { channels, speakingAs, contentClasses, audiences, accounts, earliestFrom } = view.context;
  view.choices('channel', 'radio', channels.map(one => ({ ...one, help: view.say('request.channel.' + one.code) })));
  view.choices('speakingAs', 'radio', speakingAs);
  view.choices('contentClasses', 'checkbox', contentClasses);
  view.choices('audience', 'radio', audiences);
  view.accounts = new Map(accounts.map(account => [account.code, account]));
  view.speaker = null;
  view.checking = false;
  view.preview = null;
  if (earliestFrom) ['windowFrom', 'windowUntil'].forEach(name => { view.controls(name)[0].min = earliestFrom.slice(0, 10) + 'T00:00'; });

  whose(view);
  view.uploads = uploads(view, 'attachments', [], () => changed(view));
  view.askReviewers = calmly(() => reviewers(view), 250);
  view.form.addEventListener('input', () => changed(view));
  view.controls('channel').forEach(control => control.addEventListener('change', () => channelChosen(view)));
  view.controls('urgent')[0].addEventListener('input', () => {
    view.show(view.field('urgentReason'), view.value('urgent') === 'true');
  });
  view.part('check-button').addEventListener('click', () => {
    const errors = check(view);
    if (errors.length) view.refuse(errors);
    else { view.clearErrors(); review(view); }
  });
  view.part('outline').replaceChildren(...SECTIONS.map((name, index) => el('li', { 'data-step': name },
    el('button', { type: 'button', onclick: () => jump(view, name) },
      el('span', { class: 'fy-step', 'aria-hidden': 'true' }, String(index + 1)), el('span', {}, view.say('request.' + name)),
      el('span', { class: 'fy-unseen', 'data-state': '' })))));
  view.fill('check', el('p', { class: 'fy-quiet' }, view.say('request.check.help')));
  view.fill('preview', el('p', { class: 'fy-quiet' }, view.say('preview.waiting')));
  changed(view);
}

function jump(view, name) {
  const section = view.one(`[data-section="${name}"]`);
  section.scrollIntoView({ block: 'start' });
  section.focus({ preventScroll: true });
}

// ---- where and who ----

function channelChosen(view) {
  const channel = view.value('channel');
  const occasion = channel === 'OCCASION';
  view.show(view.field('account'), !occasion && channel !== '');
  view.show(view.field('occasion'), occasion);
  const kind = channel === 'PERSONAL_ACCOUNT' ? 'PERSONAL' : 'COMPANY';
  const fitting = view.context.accounts.filter(account => account.kind === kind);
  const select = view.controls('account')[0];
  const chosen = select.value;
  select.replaceChildren(el('option', { value: '' }, view.say('request.account.choose')),
    ...fitting.map(account => el('option', { value: account.code }, accountLine(account))));
  select.value = fitting.some(account => account.code === chosen) ? chosen : fitting.length === 1 ? fitting[0].code : '';
  view.part('account-help').textContent = fitting.length ? view.say('request.account.help') : view.say('request.account.none.' + kind);
  view.show(select, fitting.length > 0);
  // A first guess only: whoever chose already keeps the choice.
  if (!view.value('speakingAs')) {
    if (channel === 'PERSONAL_ACCOUNT') view.set('speakingAs', 'IDENTIFIED_EMPLOYEE');
    if (channel === 'COMPANY_ACCOUNT') view.set('speakingAs', 'COMPANY');
  }
  changed(view);
}

/** For oneself, or for somebody else found by name: a text box with a list of what was found. */
function whose(view) {
  const { person } = view.context;
  const name = view.prefix + '-whose';
  const choice = (value, label, checked) => {
    const id = view.id();
    return el('div', { class: 'fy-choice' },
      el('input', { type: 'radio', name, id, value, checked, onchange: () => other(value === 'other') }), el('label', { for: id }, label));
  };
  view.fill('whose', choice('self', view.say('request.speaker.self', person.name), true), choice('other', view.say('request.speaker.other'), false));

  const listId = view.id();
  const inputId = view.id();
  const input = el('input', {
    type: 'text', id: inputId, class: 'form-control', role: 'combobox', autocomplete: 'off',
    'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': listId
  });
  const list = el('ul', { class: 'fy-found', role: 'listbox', id: listId, 'aria-label': view.say('request.speaker.find'), hidden: true });
  const said = el('p', { class: 'fy-quiet', role: 'status' });
  let found = [];
  let active = -1;
  let asked = 0;

  const close = () => { list.hidden = true; active = -1; input.setAttribute('aria-expanded', 'false'); input.removeAttribute('aria-activedescendant'); };
  const mark = index => {
    active = index;
    Array.from(list.children).forEach((item, at) => item.setAttribute('aria-selected', String(at === index)));
    if (index >= 0) input.setAttribute('aria-activedescendant', list.children[index].id);
  };
  const choose = who => {
    view.speaker = who;
    input.value = who.unit ? `${who.name} · ${who.unit}` : who.name;
    said.textContent = view.say('request.speaker.chosen', who.name);
    close();
    changed(view);
  };
  const search = calmly(async () => {
    const words = input.value.trim();
    const mine = ++asked;
    if (!words) { said.textContent = ''; close(); return; }
    let people = [];
    try {
      people = await get('/api/people?q=' + encodeURIComponent(words));
    } catch (error) {
      said.textContent = view.reason(error);
      close();
      return;
    }
    if (mine !== asked) return;
    found = people.filter(one => one.id !== view.context.person.id);
    list.replaceChildren(...found.map(one => el('li', { role: 'option', id: view.id(), 'aria-selected': 'false',
      onmousedown: event => { event.preventDefault(); choose(one); } }, one.name, one.unit ? el('span', { class: 'fy-quiet' }, ' · ' + one.unit) : null)));
    list.hidden = !found.length;
    active = -1;
    input.setAttribute('aria-expanded', String(found.length > 0));
    said.textContent = found.length ? view.say('request.speaker.found', found.length) : view.say('request.speaker.nobody', words);
  }, 250);

  input.addEventListener('input', event => { event.stopPropagation(); view.speaker = null; search(); });
  input.addEventListener('blur', close);
  input.addEventListener('keydown', event => {
    if (event.key === 'Escape' && !list.hidden) { close(); event.stopPropagation(); event.preventDefault(); }
    if (list.hidden) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      mark((active + (event.key === 'ArrowDown' ? 1 : -1) + found.length) % found.length);
    } else if (event.key === 'Enter' && active >= 0) { event.preventDefault(); choose(found[active]); }
  });
  view.fill('lookup', el('label', { for: inputId }, view.say('request.speaker.find')),
    el('p', { class: 'fy-help' }, view.say('request.speaker.help')), el('div', { class: 'fy-combo' }, input, list), said);

  const other = wanted => {
    view.show(view.part('lookup'), wanted);
    if (!wanted) { view.speaker = null; input.value = ''; said.textContent = ''; close(); } else input.focus();
    view.forOther = wanted;
    changed(view);
  };
  view.forOther = false;
  view.speakFor = who => {
    view.part('whose').querySelector('[value="other"]').checked = true;
    view.show(view.part('lookup'), true);
    view.forOther = true;
    choose(who);
  };
}

// ---- what changes while somebody types ----

function changed(view) {
  if (!view.uploads) return;
  textCount(view);
  view.part('window-help').textContent = windowHelp(view);
  view.askReviewers();
  progress(view);
  if (view.checking) summary(view);
}

function textCount(view) {
  const account = view.value('channel') === 'OCCASION' ? null : view.accounts.get(view.value('account'));
  view.measure('text', account ? account.platformName : '', account && account.limit);
}

/** Which sections have what they need, told in the outline. */
function progress(view) {
  const errors = check(view);
  SECTIONS.forEach(name => {
    const section = view.one(`[data-section="${name}"]`);
    const open = name === 'check' ? !view.checking || errors.length > 0 : errors.some(error => section.contains(view.field(error.field)));
    const step = view.one(`[data-step="${name}"]`);
    step.classList.toggle('fy-done', !open);
    step.querySelector('[data-state]').textContent = open ? '' : ' ' + view.say('request.done');
  });
}

async function reviewers(view) {
  const question = {
    channel: view.value('channel'), audience: view.value('audience'), speakingAs: view.value('speakingAs'),
    contentClasses: view.value('contentClasses').split(',').filter(Boolean), hasAttachments: view.uploads.files.length > 0
  };
  if (!question.channel || !question.audience || !question.speakingAs || !question.contentClasses.length) {
    view.asked = null;
    view.preview = null;
    view.fill('preview', el('p', { class: 'fy-quiet' }, view.say('preview.waiting')));
    return;
  }
  const asked = JSON.stringify(question);
  if (asked === view.asked) return;
  view.asked = asked;
  try {
    const preview = await post('/api/speaking/preview', question);
    if (view.asked !== asked) return;
    view.preview = preview;
    view.fill('preview', shownPreview(view));
  } catch (error) {
    if (view.asked !== asked) return;
    view.asked = null;
    view.preview = null;
    view.fill('preview', el('p', { class: 'fy-quiet' }, icon('info-sign'), ' ', view.say('preview.failed', view.reason(error))));
  }
  if (view.checking) summary(view);
}

function shownPreview(view) {
  const { risk, reviewers: list } = view.preview;
  return [
    el('p', { class: 'fy-states' }, riskPill(risk), el('span', {}, view.say(list.length === 1 ? 'preview.count.one' : 'preview.count', list.length))),
    el('ol', { class: 'fy-reviewers' }, list.map(reviewer => el('li', {}, el('strong', {}, reviewer.label),
      el('ul', { class: 'fy-reasons' }, reviewer.reasons.map(reason => el('li', {}, reason.text,
        reason.clause ? [' ', clause(view, reason.clause, reason.clauseTitle)] : null))))))
  ];
}

// ---- check and send ----

function check(view) {
  const channel = view.value('channel');
  return [
    ...view.required('channel', view.say('request.channel.missing')),
    ...(channel === 'OCCASION' ? [...view.required('occasion', view.say('request.occasion.missing')), ...view.longest('occasion', 200)]
      : channel ? view.required('account', view.say('request.account.missing')) : []),
    ...(view.forOther && !view.speaker ? [{ field: 'speaker', message: view.say('request.speaker.missing') }] : []),
    ...view.required('title', view.say('request.title.missing')), ...view.longest('title', 120),
    ...view.required('text', view.say('request.text.missing')), ...view.longest('text', view.context.maxText),
    ...view.uploads.check(),
    ...view.required('speakingAs', view.say('request.speakingAs.missing')),
    ...view.required('contentClasses', view.say('request.contentClasses.missing')),
    ...view.required('audience', view.say('request.audience.missing')),
    ...view.required('purpose', view.say('request.purpose.missing')), ...view.longest('purpose', 500),
    ...checkWindow(view),
    ...(view.value('urgent') === 'true' ? [...view.required('urgentReason', view.say('request.urgentReason.missing')), ...view.longest('urgentReason', 500)] : [])
  ];
}

/** Nobody sends a request without having seen it whole once. */
function ask(view) {
  if (view.checking) return true;
  review(view);
  return false;
}

function review(view) {
  view.checking = true;
  summary(view);
  progress(view);
  view.show(view.part('check-button'), false);
  jump(view, 'check');
}

function summary(view) {
  const label = name => {
    const control = view.controls(name).find(one => one.checked);
    return control ? view.one(`label[for="${control.id}"]`).textContent : '';
  };
  const account = view.accounts.get(view.value('account'));
  const occasion = view.value('channel') === 'OCCASION';
  const classes = view.value('contentClasses').split(',').filter(Boolean)
    .map(code => view.context.contentClasses.find(one => one.code === code).label);
  const sent = view.uploads.files;
  const line = (name, title, ...content) => el('div', {}, el('dt', {}, title), el('dd', {}, content),
    el('dd', { class: 'fy-change' }, el('button', { type: 'button', class: 'fy-link', 'aria-label': view.say('request.changeNamed', title), onclick: () => view.go(view.field(name)) }, view.say('request.change'))));
  const text = quote(view.value('text'));
  text.classList.add('fy-scrolled');
  text.tabIndex = 0;
  view.fill('check',
    el('p', { class: 'fy-quiet' }, view.say('request.check.ready')),
    el('dl', { class: 'fy-facts fy-answers' },
      line('channel', view.say('review.where'), label('channel'), el('span', { class: 'fy-line' }, occasion ? view.value('occasion') : account ? accountLine(account) : '')),
      line('speaker', view.say('review.speaker'), view.speaker ? view.speaker.name : view.context.person.name),
      line('title', view.say('request.title'), view.value('title')),
      line('text', view.say('request.text'), text),
      line('attachments', view.say('request.attachments'), sent.length ? el('ul', { class: 'fy-files' }, sent.map(file => fileLine(view, file))) : view.say('files.none')),
      line('speakingAs', view.say('facts.speakingAs'), label('speakingAs')),
      line('contentClasses', view.say('facts.contentClasses'), el('span', { class: 'fy-chips' }, classes.map(one => el('span', { class: 'fy-chip' }, one)))),
      line('audience', view.say('facts.audience'), label('audience')),
      line('purpose', view.say('facts.purpose'), el('span', { class: 'fy-words' }, view.value('purpose'))),
      line('windowFrom', view.say('review.window'), view.say('common.fromUntil', view.moment(view.value('windowFrom')), view.moment(view.value('windowUntil')))),
      line('urgent', view.say('request.urgency'), view.value('urgent') === 'true' ? [view.say('request.urgency.urgent'), el('span', { class: 'fy-line fy-words' }, view.value('urgentReason'))] : view.say('request.urgency.normal'))),
    view.preview ? [el('h5', {}, view.say('preview.title')), shownPreview(view)] : null,
    el('p', { class: 'fy-next' }, view.say('request.check.next')));
}

// ---- a copy of an earlier request ----

async function copy(view) {
  const wanted = /[?&#]copy=([A-Za-z]{2,4}-\d{4}-\d+)/.exec(window.location.hash);
  if (!wanted || taken.has(wanted[1])) return;
  const number = wanted[1];
  taken.add(number);
  try {
    const earlier = await get(`/api/speaking/requests/${encodeURIComponent(number)}/copy`);
    view.set('channel', earlier.channel);
    channelChosen(view);
    ['account', 'occasion', 'title', 'text', 'speakingAs', 'audience', 'purpose', 'windowFrom', 'windowUntil'].forEach(name => {
      if (earlier[name] !== null && earlier[name] !== undefined) view.set(name, earlier[name]);
    });
    view.set('contentClasses', [].concat(earlier.contentClasses || []).join(','));
    if (earlier.speaker && earlier.speaker !== view.context.person.id) {
      const speaker = (await get('/api/people?q=' + encodeURIComponent(earlier.speaker))).find(one => one.id === earlier.speaker);
      if (speaker) view.speakFor(speaker);
    }
    changed(view);
    view.tell(view.say('request.copied', number), 'note');
  } catch (error) {
    view.tell(view.say('request.notCopied', number, view.reason(error)), 'note');
  }
}
