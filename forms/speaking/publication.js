/** The speaker reports what was said, where and when; it is compared with the grant. Clauses 3.1.d and 4.1.b. */

import { attach, icon } from '../shared/fayan-form.js';
import { grantCard, hash, head, quote, section } from '../shared/pieces.js';

const LONGEST = 20000;

export function open(camForm, scope) {
  attach(camForm, scope, {
    context: `/api/tasks/${encodeURIComponent(camForm.taskId)}/form`,
    facts,
    fields,
    check,
    values: view => ({
      link: view.value('link').trim(),
      // What is the same to people is sent as the very text of the grant: the server compares digests.
      publishedText: same(view) ? view.context.grant.text : view.value('publishedText')
    })
  });
}

function facts(view) {
  const { grant } = view.context;
  view.fill('head', head(view));
  view.fill('facts', grantCard(view, grant), section(view.say('publication.granted'), hash(view, grant), quote(grant.text)));
}

function fields(view) {
  const { grant, now, zone, linkNeeded } = view.context;
  const text = view.controls('publishedText')[0];
  const at = view.controls('publishedAt')[0];
  view.part('link-label').textContent = view.say(linkNeeded ? 'publication.link' : 'publication.link.optional');
  view.part('link-help').textContent = view.say(linkNeeded ? 'publication.link.help' : 'publication.link.optional.help');
  view.part('zone').textContent = view.say('window.zone', zone);
  at.value = now.slice(0, 16);
  at.max = now.slice(0, 16);
  text.value = grant.text;
  text.addEventListener('input', () => compared(view));
  at.addEventListener('input', () => timed(view));
  view.part('exactly').addEventListener('click', () => {
    text.value = grant.text;
    compared(view);
    text.focus();
  });
  compared(view);
  timed(view);
}

/** Whether it was said while the grant was valid; outside that time it is looked at, whatever the text. */
function timed(view) {
  const { grant } = view.context;
  const at = view.value('publishedAt').slice(0, 16);
  const outside = Boolean(at && grant.from && (at < grant.from.slice(0, 16) || at > grant.until.slice(0, 16)));
  if (outside === view.outside) return;
  view.outside = outside;
  view.fill('outside', outside ? [icon('info-sign'), ' ', view.say('publication.outside')] : null);
  next(view);
}

function next(view) {
  view.fill('next', view.say(view.equal && !view.outside ? 'publication.next.same' : 'publication.next.differs'));
}

/** Line ends, and blanks around the whole, differ between systems; nothing else is forgiven here. */
function same(view) {
  const plain = text => text.replace(/\r\n?/g, '\n').trim();
  return plain(view.value('publishedText')) === plain(view.context.grant.text);
}

function compared(view) {
  const equal = same(view);
  if (equal === view.equal) return;
  view.equal = equal;
  const place = view.part('same');
  place.classList.toggle('fy-over', !equal);
  place.classList.toggle('fy-well', equal);
  place.replaceChildren(icon(equal ? 'ok-sign' : 'info-sign'), ' ', view.say(equal ? 'publication.same' : 'publication.differs'));
  view.show(view.part('exactly'), !equal);
  next(view);
}

function check(view) {
  const { linkNeeded, now } = view.context;
  const link = view.value('link').trim();
  const errors = [];
  if (!link && linkNeeded) errors.push({ field: 'link', message: view.say('publication.link.missing') });
  else if (link && !web(link)) errors.push({ field: 'link', message: view.say('publication.link.wrong') });
  errors.push(...view.longest('link', 500));
  errors.push(...view.required('publishedAt', view.say('publication.at.missing')));
  if (view.value('publishedAt').slice(0, 16) > now.slice(0, 16)) errors.push({ field: 'publishedAt', message: view.say('publication.at.future') });
  errors.push(...view.required('publishedText', view.say('publication.text.missing')), ...view.longest('publishedText', LONGEST));
  return errors;
}

function web(link) {
  try {
    return new URL(link).protocol === 'https:';
  } catch {
    return false;
  }
}
