/** A reviewer's decision on one version of a request. Clause 3.1.d. */

import { attach, el, newKey, post } from '../shared/fayan-form.js';
import { requestFacts, requestHead } from './request-facts.js';

export function open(camForm, scope) {
  attach(camForm, scope, {
    context: `/api/tasks/${encodeURIComponent(camForm.taskId)}/form`,
    facts,
    fields,
    check: view => [
      ...view.required('verdict', view.say('review.verdict.missing')),
      ...view.required('reason', view.say('review.reason.missing')),
      ...view.longest('reason', 2000),
      ...(view.value('verdict') === 'APPROVED' ? view.longest('conditions', 1000) : [])
    ],
    values: view => ({
      conditions: view.value('verdict') === 'APPROVED' ? view.value('conditions').trim() : '',
      reviewedText: view.readText
    }),
    stale
  });
}

function facts(view) {
  const { version, reviewer, addable, colleagues, canGiveBack } = view.context;
  // What is sent is what was on the screen, never a text that arrived unseen.
  view.readText = version.sha256;
  view.fill('head', requestHead(view));
  view.fill('facts', requestFacts(view));
  view.fill('about', view.say('review.about', reviewer.label, version.number), ' ', el('code', { class: 'fy-hash', title: view.say('common.hash') }, version.short));

  options(view, 'reviewer', addable.map(one => [one.code, one.label]), 'action.add.choose');
  options(view, 'to', colleagues.map(one => [one.id, one.unit ? `${one.name} · ${one.unit}` : one.name]), 'action.handOver.choose');
  view.show(view.one('[data-action="add-reviewer"]'), addable.length > 0);
  view.show(view.one('[data-action="hand-over"]'), colleagues.length > 0);
  view.show(view.one('[data-action="give-back"]'), canGiveBack);
}

function options(view, name, pairs, prompt) {
  const select = view.controls(name)[0];
  const chosen = select.value;
  select.replaceChildren(el('option', { value: '' }, view.say(prompt)), ...pairs.map(([value, label]) => el('option', { value }, label)));
  if (pairs.some(([value]) => value === chosen)) select.value = chosen;
}

function fields(view) {
  const verdicts = ['APPROVED', 'RETURNED', 'REJECTED'];
  view.choices('verdict', 'radio', verdicts.map(code => ({ code, label: view.say('verdict.' + code), help: view.say(`verdict.${code}.help`) })));
  view.controls('verdict').forEach(control => control.addEventListener('change', () => {
    const verdict = view.value('verdict');
    view.show(view.field('conditions'), verdict === 'APPROVED');
    view.fill('next', view.say('review.next.' + verdict, view.context.requester.name));
  }));

  view.all('[data-action]').forEach(fold => action(view, fold));
}

/** Something the reviewer does without deciding. */
function action(view, fold) {
  const name = fold.dataset.action;
  const button = fold.querySelector('button');
  const controls = Array.from(fold.querySelectorAll('select, textarea'));
  let sent = '';
  let key = '';

  button.addEventListener('click', async () => {
    clear(view, fold);
    const body = Object.fromEntries(controls.map(control => [control.name, control.value.trim()]));
    const missing = controls.filter(control => !control.value.trim());
    if (missing.length) {
      missing.forEach(control => view.mark(control.closest('[data-field]'), view.say('error.required')));
      missing[0].focus();
      return;
    }
    // The same words again are the same action again, after a broken connection for example.
    if (JSON.stringify(body) !== sent) { sent = JSON.stringify(body); key = newKey(); }
    button.disabled = true;
    try {
      await post(`/api/tasks/${encodeURIComponent(view.camForm.taskId)}/actions/${name}`, body, key);
    } catch (error) {
      button.disabled = false;
      refused(view, fold, controls, error);
      return;
    }
    button.disabled = false;
    sent = '';
    if (name === 'hand-over') {
      const colleague = view.context.colleagues.find(one => one.id === body.to);
      view.end(view.say('action.handOver.done', view.context.number, colleague.name), view.say('action.handOver.next'));
    } else if (name === 'give-back') {
      view.end(view.say('action.giveBack.done', view.context.number), view.say('action.giveBack.next'));
    } else {
      view.tell(name === 'ask' ? view.say('action.ask.done', view.context.requester.name)
        : view.say('action.add.done', controls[0].selectedOptions[0].textContent));
      controls.forEach(control => { control.value = ''; });
      fold.open = false;
      fold.querySelector('summary').focus({ preventScroll: true });
      view.part('said').scrollIntoView({ block: 'nearest' });
      view.reload().catch(error => console.error(error));
    }
  });
}

function clear(view, fold) {
  fold.querySelectorAll('.fy-error').forEach(error => error.remove());
  fold.querySelectorAll('.fy-wrong').forEach(field => field.classList.remove('fy-wrong'));
  fold.querySelectorAll('[aria-invalid]').forEach(control => control.removeAttribute('aria-invalid'));
}

function refused(view, fold, controls, error) {
  const errors = error.errors && error.errors.length ? error.errors : [{ message: view.reason(error) }];
  errors.forEach(one => {
    const control = controls.find(candidate => candidate.name === one.field) || controls[0];
    view.mark(control.closest('[data-field]'), one.message);
  });
  fold.querySelector('[aria-invalid]').focus();
}

/** The text changed while it was being read: nothing was decided, and the new text is one press away. */
function stale(view, message) {
  view.refuse([{ message }]);
  view.one('.fy-errors').append(el('p', {}, el('button', {
    type: 'button', class: 'btn btn-default',
    onclick: async () => {
      await view.reload();
      view.clearErrors();
      view.tell(view.say('review.reloaded', view.context.version.number));
      view.part('facts').scrollIntoView({ block: 'start' });
    }
  }, view.say('review.reload'))));
}
