/** The requester answers a reviewer's question; the review goes on meanwhile. Clause 3.1.d. */

import { attach, el, icon } from '../shared/fayan-form.js';
import { fold, head, nameOf, quote, section } from '../shared/pieces.js';

export function open(camForm, scope) {
  attach(camForm, scope, {
    context: `/api/tasks/${encodeURIComponent(camForm.taskId)}/form`,
    facts,
    check: view => [...view.required('answer', view.say('answer.missing')), ...view.longest('answer', 2000)],
    values: view => ({ answer: view.value('answer').trim() })
  });
}

function facts(view) {
  const { question, version } = view.context;
  view.fill('head', head(view));
  view.fill('facts',
    section(view.say('answer.question'),
      el('p', { class: 'fy-quiet' }, icon('question-sign'), ' ', view.say('question.by', nameOf(question.by), question.askedAtText)),
      el('p', { class: 'fy-words fy-asked' }, question.text)),
    fold(view.say('answer.text', version.number), true, quote(version.text)));
  view.fill('next', view.say('answer.next', nameOf(question.by)));
}
