/** The requester's next version, after reviewers asked for changes. Clause 3.1.d. */

import { attach, el, icon, post } from '../shared/fayan-form.js';
import { difference, files, fold, hash, nameOf, questions, quote, reviewers, section, uploads } from '../shared/pieces.js';
import { factsSection, requestHead } from './request-facts.js';
import { checkWindow, windowHelp } from './window.js';

export function open(camForm, scope) {
  attach(camForm, scope, {
    context: `/api/tasks/${encodeURIComponent(camForm.taskId)}/form`,
    facts,
    fields,
    check: view => [
      ...view.required('text', view.say('request.text.missing')), ...view.longest('text', view.context.maxText),
      ...view.required('note', view.say('correct.note.missing')), ...view.longest('note', 500),
      ...view.uploads.check(),
      ...view.required('contentClasses', view.say('request.contentClasses.missing')),
      ...checkWindow(view)
    ],
    values: view => ({ basedOn: view.context.version.number, note: view.value('note').trim(), attachments: view.uploads.ids() })
  });
}

function facts(view) {
  const about = view.context;
  view.fill('head', requestHead(view));
  view.fill('facts',
    section(view.say('correct.asked'), about.returned.length
      ? el('ul', { class: 'fy-returned' }, about.returned.map(one => el('li', {},
        el('p', {}, icon('repeat'), ' ', el('strong', {}, one.label), el('span', { class: 'fy-quiet' }, [nameOf(one.by), one.atText].filter(Boolean).map(part => ' · ' + part))),
        el('p', { class: 'fy-words' }, one.reason))))
      : el('p', { class: 'fy-quiet' }, view.say('correct.nothingAsked'))),
    about.questions && about.questions.length ? section(view.say('question.title'), questions(view, about.questions)) : null,
    fold(view.say('correct.last', about.version.number), false, el('p', { class: 'fy-quiet' }, about.version.createdAtText, ' ', hash(view, about.version)),
      quote(about.version.text), files(view, about.attachments)),
    about.reviews && about.reviews.length ? fold(view.say('review.others'), false, reviewers(view, about.reviews)) : null,
    fold(view.say('review.facts'), false, factsSection(view)));
}

function fields(view) {
  const { editable, contentClassChoices, account, limit } = view.context;
  view.choices('contentClasses', 'checkbox', contentClassChoices);
  view.controls('text')[0].value = editable.text;
  view.set('contentClasses', editable.contentClasses.join(','));
  view.controls('windowFrom')[0].value = (editable.windowFrom || '').slice(0, 16);
  view.controls('windowUntil')[0].value = (editable.windowUntil || '').slice(0, 16);
  view.uploads = uploads(view, 'attachments', editable.attachments);

  const changed = () => {
    view.measure('text', account ? account.platformName : '', limit);
    view.part('window-help').textContent = windowHelp(view);
  };
  view.form.addEventListener('input', changed);
  changed();

  view.part('compare').addEventListener('click', () => compare(view));
}

async function compare(view) {
  const button = view.part('compare');
  button.disabled = true;
  try {
    const { parts } = await post('/api/speaking/difference', { number: view.context.number, text: view.value('text') });
    view.fill('changes', el('section', { class: 'fy-part' }, el('h5', {}, view.say('correct.changes', view.context.version.number)), difference(view, parts)));
  } catch (error) {
    view.fill('changes', el('p', { class: 'fy-quiet' }, icon('info-sign'), ' ', view.reason(error)));
  } finally {
    button.disabled = false;
  }
}
