/** What a request says, as its reviewers and its requester read it. */

import { el } from '../shared/fayan-form.js';
import { accountLine, difference, facts, files, fold, hash, head, person, pill, questions, quote, reasons, reviewers, riskPill, section } from '../shared/pieces.js';

export function requestHead(view) {
  const { risk, urgent } = view.context;
  return head(view, riskPill(risk), urgent ? pill(view.say('request.urgentWord'), 'danger', 'flash') : null);
}

export function requestFacts(view) {
  const about = view.context;
  return [
    textSection(view),
    section(view.say('request.attachments'), files(view, about.attachments)),
    factsSection(view),
    about.reviewer ? fold(view.say('review.whyYou', about.reviewer.label), true, reasons(view, about.reasons),
      about.addedBecause ? el('p', { class: 'fy-words' }, el('strong', {}, view.say('review.addedBecause')), ' ', about.addedBecause) : null) : null,
    about.reviews && about.reviews.length ? section(view.say('review.others'), reviewers(view, about.reviews)) : null,
    about.questions && about.questions.length ? section(view.say('question.title'), questions(view, about.questions)) : null
  ];
}

function textSection(view) {
  const { version, difference: changes } = view.context;
  const changed = changes && changes.parts.some(part => part.kind !== 'SAME');
  return section(view.say('review.text'),
    el('p', { class: 'fy-quiet' }, view.say('review.version', version.number, version.createdAtText), ' ', hash(view, version)),
    changes && changes.note ? el('p', { class: 'fy-words fy-note' }, el('strong', {}, view.say('review.changeNote')), ' ', changes.note) : null,
    quote(version.text),
    version.hidden.length ? el('p', { class: 'fy-words fy-note' }, view.say('review.hidden', version.hidden.join(', '))) : null,
    changed ? fold(view.say('review.changes', changes.fromVersion), true, difference(view, changes.parts)) : null);
}

export function factsSection(view) {
  const about = view.context;
  const sameSpeaker = about.speaker.id === about.requester.id;
  return section(view.say('review.facts'), facts([
    [view.say('review.speaker'), person(about.speaker)],
    sameSpeaker ? [null, null] : [view.say('review.requester'), person(about.requester)],
    [view.say('review.where'), el('span', {}, about.channel.label,
      about.account ? el('span', { class: 'fy-line' }, accountLine(about.account)) : null,
      about.occasion ? el('span', { class: 'fy-line' }, about.occasion) : null)],
    [view.say('facts.speakingAs'), about.speakingAs.label],
    [view.say('facts.contentClasses'), el('span', { class: 'fy-chips' }, about.contentClasses.map(one => el('span', { class: 'fy-chip' }, one.label)))],
    [view.say('facts.audience'), about.audience.label],
    [view.say('facts.purpose'), el('span', { class: 'fy-words' }, about.purpose)],
    [view.say('review.window'), view.say('common.fromUntil', about.window.fromText, about.window.untilText)],
    [view.say('facts.urgentReason'), about.urgent && about.urgentReason ? el('span', { class: 'fy-words' }, about.urgentReason) : null]
  ]));
}
