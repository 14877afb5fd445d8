
// Due soonest first, unless the address says otherwise.
if (!/[?&]sorting=/.test(location.hash) && !/processStart=/.test(location.hash)) {
  const hash = location.hash || '#/';
  const sorting = encodeURIComponent('[{"sortBy":"dueDate","sortOrder":"asc"}]');
  history.replaceState(null, '', location.pathname + location.search + hash + (hash.includes('?') ? '&' : '?') + 'sorting=' + sorting);
}

export default {
  app: { vendor: '%vendor%', name: '%name%' },
  locales: { availableLocales: ['%language%'], fallbackLocale: '%language%' },
  disableWelcomeMessage: true,
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: '%claim%' },
    focusList: { key: 'ctrl+alt+l', description: '%list%' },
  },
};
