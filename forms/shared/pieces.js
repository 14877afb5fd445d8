/** The pieces that recur in the forms: facts, texts, differences, reviewers, files. They only build elements. */

import { el, icon, post } from './fayan-form.js';

/** Only addresses of the web and of our own pages become links. */
export function address(href) {
  return typeof href === 'string' && (/^https?:\/\//i.test(href) || /^\/(?!\/)/.test(href)) ? href : null;
}

export function pill(word, look, sign) {
  return el('span', { class: 'fy-pill fy-' + look }, sign ? icon(sign) : null, word);
}

export function riskPill(risk) {
  const look = { LOW: 'jade', MEDIUM: 'amber', HIGH: 'danger' }[risk.code] || 'slate';
  const sign = { LOW: 'ok-sign', MEDIUM: 'info-sign', HIGH: 'exclamation-sign' }[risk.code] || 'info-sign';
  return pill(risk.label, look, sign);
}

const STATUS = {
  APPROVED: ['jade', 'ok-sign'], RETURNED: ['amber', 'repeat'], REJECTED: ['danger', 'remove-sign'],
  OPEN: ['slate', 'time'], PAUSED: ['slate', 'pause']
};

export function statusPill(status) {
  const [look, sign] = STATUS[status.code] || ['slate', 'info-sign'];
  return pill(status.label, look, sign);
}

export function person(who) {
  return el('span', { class: 'fy-person' }, who.name, who.unit ? el('span', { class: 'fy-quiet' }, ' · ' + who.unit) : null);
}

/** A person as the server names one: in words, or with id and unit. */
export function nameOf(who) {
  return who && typeof who === 'object' ? who.name : who;
}

export function clause(view, id, title) {
  return el('span', { class: 'fy-clause', title: title || null },
    el('span', { class: 'fy-clause-id' }, view.say('common.clause', id)), title ? el('span', { class: 'fy-clause-title' }, title) : null);
}

export function reasons(view, list) {
  return el('ul', { class: 'fy-reasons' }, list.map(reason =>
    el('li', {}, reason.text, reason.clause ? [' ', clause(view, reason.clause, reason.clauseTitle)] : null)));
}

/** Number, subject, states and due line: the same at the top of every task. */
export function head(view, ...pills) {
  const { number, page, title, dueText, overdue } = view.context;
  const copy = el('button', { type: 'button', class: 'fy-copy fayan-readable', title: view.say('common.copy'), 'aria-label': view.say('common.copyNumber', number),
    onclick: async () => {
      await navigator.clipboard.writeText(number);
      copy.classList.add('fy-copied');
      copy.replaceChildren(icon('ok'));
      view.tell(view.say('common.copied', number));
    } }, icon('duplicate'));
  return [
    el('p', { class: 'fy-number' }, el('span', {}, number), copy,
      address(page) ? el('a', { href: address(page), target: '_blank', rel: 'noopener' }, view.say('common.record')) : null),
    el('h3', { class: 'fy-title' }, title),
    el('p', { class: 'fy-states' }, pills, dueText
      ? el('span', { class: overdue ? 'fy-due fy-late' : 'fy-due' }, icon(overdue ? 'exclamation-sign' : 'time'), ' ', view.say(overdue ? 'common.overdue' : 'common.due', dueText)) : null)
  ];
}

/** @param rows [[label, content], …]; rows without content are left out */
export function facts(rows) {
  return el('dl', { class: 'fy-facts' }, rows.filter(([, content]) => content !== null && content !== undefined && content !== '')
    .map(([label, content]) => el('div', {}, el('dt', {}, label), el('dd', {}, content))));
}

export function accountLine(account) {
  return `${account.platformName} · ${account.name} (@${account.handle})`;
}

/** A text as it would be published: every line break kept, long words broken. */
export function quote(text, language) {
  return el('blockquote', { class: 'fy-text', lang: language || null }, text);
}

export function hash(view, version) {
  return el('code', { class: 'fy-hash', title: view.say('common.hash') }, version.short);
}

/** Added and removed passages: told by a mark, a line and a word for screen readers, and by colour only then. */
export function difference(view, parts) {
  const block = el('div', { class: 'fy-text fy-difference', role: 'group', 'aria-label': view.say('difference.label') });
  parts.forEach(part => {
    if (part.kind === 'SAME') { block.append(el('span', {}, part.text)); return; }
    const added = part.kind === 'ADDED';
    block.append(el(added ? 'ins' : 'del', {},
      el('span', { class: 'fy-unseen' }, view.say(added ? 'difference.added' : 'difference.removed') + ' '),
      el('span', { class: 'fy-mark', 'aria-hidden': 'true' }, added ? '+' : '−'), part.text));
  });
  const changed = parts.some(part => part.kind !== 'SAME');
  return [
    el('p', { class: 'fy-legend' }, changed
      ? [el('ins', {}, el('span', { class: 'fy-mark', 'aria-hidden': 'true' }, '+'), view.say('difference.addedWord')), ' ',
        el('del', {}, el('span', { class: 'fy-mark', 'aria-hidden': 'true' }, '−'), view.say('difference.removedWord'))]
      : view.say('difference.none')),
    block
  ];
}

export function size(view, bytes) {
  if (bytes < 1024) return view.say('files.bytes', view.number(bytes));
  const kilo = bytes / 1024;
  return kilo < 1024 ? view.say('files.kilobytes', view.number(Math.round(kilo))) : view.say('files.megabytes', view.number(Math.round(kilo / 102.4) / 10));
}

function fileKind(type, name) {
  const ending = /\.([A-Za-z0-9]{1,5})$/.exec(name || '');
  return ending ? ending[1].toUpperCase() : (type || '').split('/').pop().toUpperCase();
}

export function fileLine(view, file, ...more) {
  const href = address(file.href);
  return el('li', { class: 'fy-file' }, icon(/^image\//.test(file.type || '') ? 'picture' : 'file'),
    el('span', { class: 'fy-file-name' }, href ? el('a', { href, target: '_blank', rel: 'noopener' }, file.name) : file.name),
    el('span', { class: 'fy-quiet fy-file-facts' }, [fileKind(file.type, file.name), size(view, file.size)].filter(Boolean).join(' · '), ' ',
      file.short || file.hash ? el('code', { class: 'fy-hash', title: view.say('common.hash') }, file.short || file.hash) : null),
    more);
}

export function files(view, list) {
  return list && list.length ? el('ul', { class: 'fy-files' }, list.map(file => fileLine(view, file))) : el('p', { class: 'fy-quiet' }, view.say('files.none'));
}

/** The reviewers of a request and what they said. */
export function reviewers(view, list) {
  return el('table', { class: 'fy-reviews' },
    el('caption', { class: 'fy-unseen' }, view.say('review.others')),
    el('thead', { class: 'fy-unseen' }, el('tr', {}, el('th', { scope: 'col' }, view.say('review.reviewer')), el('th', { scope: 'col' }, view.say('review.said')))),
    el('tbody', {}, list.map(review => el('tr', {},
      el('th', { scope: 'row' }, review.label, review.by ? el('span', { class: 'fy-quiet' }, nameOf(review.by)) : null),
      el('td', {}, el('p', { class: 'fy-states' }, statusPill(review.status),
        review.atText ? el('span', { class: 'fy-quiet' }, review.atText) : null,
        review.atText ? el('span', { class: 'fy-quiet' }, view.say('common.version', review.version)) : null),
      review.reason ? el('p', { class: 'fy-words' }, review.reason) : null,
      review.conditions ? el('p', { class: 'fy-words fy-condition' }, el('strong', {}, view.say('review.conditionsSaid')), ' ', review.conditions) : null)))));
}

export function questions(view, list) {
  return el('ul', { class: 'fy-questions' }, list.map(one => el('li', {},
    el('p', { class: 'fy-quiet' }, icon('question-sign'), ' ', view.say('question.by', nameOf(one.by), one.askedAtText)),
    el('p', { class: 'fy-words' }, one.question),
    one.answer
      ? [el('p', { class: 'fy-quiet' }, icon('comment'), ' ', view.say('question.answered', one.answeredAtText || '')), el('p', { class: 'fy-words' }, one.answer)]
      : el('p', { class: 'fy-quiet' }, icon('time'), ' ', view.say('question.open')))));
}

/** A folded part with a sentence as its handle. */
export function fold(title, open, ...content) {
  return el('details', { class: 'fy-fold', open }, el('summary', {}, title), el('div', { class: 'fy-fold-body' }, content));
}

export function section(title, ...content) {
  return el('section', { class: 'fy-part' }, el('h4', {}, title), content);
}

/** The grant with its stamp: the one flourish. */
export function grantCard(view, grant) {
  const where = grant.account ? accountLine(grant.account) : grant.occasion;
  return el('section', { class: 'fy-part fy-grant' },
    el('div', { class: 'fy-seal', role: 'img', 'aria-label': view.say('grant.seal', grant.short) },
      el('span', { 'aria-hidden': 'true' }, view.say('grant.stamp')), el('code', { 'aria-hidden': 'true' }, grant.short)),
    el('h4', {}, view.say('grant.title')),
    facts([
      [view.say('grant.window'), view.say('common.fromUntil', grant.fromText, grant.untilText)],
      [view.say('grant.where'), where],
      [view.say('grant.conditions'), grant.conditions && grant.conditions.length
        ? el('ul', { class: 'fy-conditions' }, grant.conditions.map(one => el('li', {}, one.text, el('span', { class: 'fy-quiet' }, ' — ' + nameOf(one.by)))))
        : null]
    ]));
}

/**
 * Files to attach: chosen, sent at once, listed, and taken away again.
 *
 * @returns an object that knows the ids and whether something is still on its way
 */
export function uploads(view, name, given, changed) {
  const field = view.field(name);
  const chooser = field.querySelector('input[type=file]');
  chooser.id = view.id();
  field.querySelector('.fy-upload > label').htmlFor = chooser.id;
  const list = el('ul', { class: 'fy-files' });
  const said = el('p', { class: 'fy-quiet', role: 'status' });
  const kept = (given || []).slice();
  const most = 10;
  let waiting = 0;
  field.append(list, said);

  const draw = () => {
    list.replaceChildren(...kept.map(file => fileLine(view, file, el('button', {
      type: 'button', class: 'fy-link', 'aria-label': view.say('files.removeNamed', file.name),
      onclick: () => {
        kept.splice(kept.indexOf(file), 1);
        said.textContent = view.say('files.removed', file.name);
        draw();
        chooser.focus();
      }
    }, view.say('files.remove')))));
    if (changed) changed();
  };

  chooser.addEventListener('change', async () => {
    const chosen = Array.from(chooser.files);
    chooser.value = '';
    field.querySelectorAll(':scope > .fy-error').forEach(error => error.remove());
    field.classList.remove('fy-wrong');
    for (const file of chosen) {
      waiting++;
      said.textContent = view.say('files.sending', file.name);
      try {
        const body = new FormData();
        body.append('file', file, file.name);
        kept.push(await post('/api/files', body));
        said.textContent = view.say('files.received', file.name);
      } catch (error) {
        said.textContent = '';
        view.mark(field, file.name + ': ' + view.reason(error));
      } finally {
        waiting--;
      }
      draw();
    }
  });

  draw();
  return {
    get files() { return kept; },
    ids() { return kept.map(file => file.id).join(','); },
    check() {
      if (waiting) return [{ field: name, message: view.say('files.wait') }];
      return kept.length > most ? [{ field: name, message: view.say('files.many', most) }] : [];
    }
  };
}
