/** Somebody said something else than was granted: does it matter? Clauses 3.1.d and 4.1.b. */

import { attach, el } from '../shared/fayan-form.js';
import { address, difference, facts as factList, fold, grantCard, hash, head, person, pill, quote, section } from '../shared/pieces.js';

export function open(camForm, scope) {
  attach(camForm, scope, {
    context: `/api/tasks/${encodeURIComponent(camForm.taskId)}/form`,
    facts,
    fields,
    check: view => [
      ...view.required('decision', view.say('examine.decision.missing')),
      ...view.required('note', view.say('examine.note.missing')), ...view.longest('note', 2000)
    ],
    values: view => ({ note: view.value('note').trim() })
  });
}

function facts(view) {
  const { requester, link, publishedAtText, inWindow, difference: changes, grant } = view.context;
  const href = address(link);
  view.fill('head', head(view, inWindow === false ? outsidePill(view) : null));
  view.fill('facts',
    section(view.say('examine.difference'), difference(view, changes.parts)),
    section(view.say('examine.publication'), factList([
      [view.say('examine.by'), person(requester)],
      [view.say('examine.at'), el('span', { class: 'fy-states' }, publishedAtText, inWindow === undefined ? null
        : inWindow ? pill(view.say('examine.inWindow'), 'jade', 'ok-sign') : outsidePill(view))],
      [view.say('examine.link'), href ? el('a', { href, target: '_blank', rel: 'noopener noreferrer', class: 'fy-broken' }, link) : link || view.say('examine.noLink')]
    ])),
    grantCard(view, grant),
    fold(view.say('publication.granted'), false, hash(view, grant), quote(grant.text)));
}

function outsidePill(view) {
  return pill(view.say('examine.outOfWindow'), 'danger', 'exclamation-sign');
}

function fields(view) {
  view.choices('decision', 'radio', ['CLOSED', 'KEPT_FOR_REPORT'].map(code =>
    ({ code, label: view.say('examine.' + code), help: view.say(`examine.${code}.help`) })));
  view.controls('decision').forEach(control => control.addEventListener('change', () => {
    view.fill('next', view.say('examine.next.' + view.value('decision'), view.context.requester.name));
  }));
}
