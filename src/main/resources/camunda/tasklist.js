
// Due soonest first, unless the address says otherwise.
if (!/[?&]sorting=/.test(location.hash) && !/processStart=/.test(location.hash)) {
  const hash = location.hash || '#/';
  const sorting = encodeURIComponent('[{"sortBy":"dueDate","sortOrder":"asc"}]');
  history.replaceState(null, '', location.pathname + location.search + hash + (hash.includes('?') ? '&' : '?') + 'sorting=' + sorting);
}

// The session is over while a form is open: Tasklist would leave the page and take what was typed with it, so it hears of a
// fault instead, and the form asks to sign in beside it.
const status = Object.getOwnPropertyDescriptor(XMLHttpRequest.prototype, 'status');
Object.defineProperty(XMLHttpRequest.prototype, 'status', {
  ...status,
  get() {
    const said = status.get.call(this);
    if (said !== 401 || !document.querySelector('.fayan-form:not(.fayan-note):not(.fy-is-over)')) return said;
    dispatchEvent(new Event('fayan-session-over'));
    return 503;
  },
});

export default {
  app: { vendor: '%vendor%', name: '%name%' },
  locales: { availableLocales: ['%language%'], fallbackLocale: '%language%' },
  disableWelcomeMessage: true,
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: '%claim%' },
    focusList: { key: 'ctrl+alt+l', description: '%list%' },
  },
};
