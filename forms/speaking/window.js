/** The window in which something may be said: local times of the company's zone, `YYYY-MM-DDTHH:mm`. Clause 3.1.d. */

/** Minutes on the zone's own clock; China has had no summer time since 1991. */
function minutes(local) {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(local) ? Date.parse(local.slice(0, 16) + 'Z') / 60000 : NaN;
}

export function checkWindow(view) {
  const { now, earliestFrom, longestWindowDays } = view.context;
  const from = view.value('windowFrom');
  const until = view.value('windowUntil');
  const errors = [...view.required('windowFrom', view.say('window.from.missing')), ...view.required('windowUntil', view.say('window.until.missing'))];
  if (errors.length) return errors;
  if (earliestFrom && minutes(from) < minutes(earliestFrom)) return [{ field: 'windowFrom', message: view.say('window.from.past') }];
  if (minutes(until) <= minutes(from)) return [{ field: 'windowUntil', message: view.say('window.order') }];
  if (now && minutes(until) <= minutes(now)) return [{ field: 'windowUntil', message: view.say('window.until.past') }];
  if (longestWindowDays && minutes(until) - minutes(from) > longestWindowDays * 1440) {
    return [{ field: 'windowUntil', message: view.say('window.long', longestWindowDays) }];
  }
  return [];
}

/** How long the window is, in words, or what may be entered. */
export function windowHelp(view) {
  const { zone, longestWindowDays } = view.context;
  const span = minutes(view.value('windowUntil')) - minutes(view.value('windowFrom'));
  const rule = longestWindowDays ? view.say('window.rule', longestWindowDays) : '';
  const inZone = zone ? view.say('window.zone', zone) : '';
  const apart = view.language.startsWith('zh') ? '' : ' ';
  if (!(span > 0)) return [rule, inZone].filter(Boolean).join(apart);
  const days = Math.floor(span / 1440);
  const hours = Math.round((span % 1440) / 60);
  const length = days ? (hours ? view.say('window.daysAndHours', days, hours) : view.say('window.days', days)) : view.say('window.hours', Math.max(1, hours));
  return [length, rule, inZone].filter(Boolean).join(apart);
}
