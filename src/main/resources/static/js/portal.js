(() => {
  const cookie = (name) => document.cookie.split('; ').find((entry) => entry.startsWith(name + '='))?.slice(name.length + 1);

  // Requests that htmx sends carry the token of our own cookie.
  document.addEventListener('htmx:configRequest', (event) => {
    if (event.detail.verb !== 'get') {
      event.detail.headers['X-FAYAN-CSRF'] = cookie('FAYAN-CSRF') ?? '';
    }
  });

  // One menu at a time; Escape or a click elsewhere closes it.
  const open = () => document.querySelectorAll('details.menu[open], details.chip-fold[open]');
  document.addEventListener('click', (event) => {
    open().forEach((menu) => { if (!menu.contains(event.target)) menu.open = false; });
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      open().forEach((menu) => {
        menu.open = false;
        if (menu.contains(document.activeElement)) menu.querySelector('summary').focus();
      });
    }
  });

  // Copy buttons: data-copy holds the text, data-copied what is said afterwards.
  document.addEventListener('click', async (event) => {
    const button = event.target.closest('[data-copy]');
    if (!button) return;
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
    } catch {
      return;
    }
    const said = button.querySelector('[data-copy-said]');
    said.textContent = button.dataset.copied;
    button.classList.add('is-copied');
    window.setTimeout(() => { said.textContent = ''; button.classList.remove('is-copied'); }, 2000);
  });
  if (window.isSecureContext) document.documentElement.classList.add('can-copy');

  // The summary of errors and a confirmation take the focus when the page arrives with them.
  document.querySelector('[data-focus]')?.focus();

  // A form is sent once.
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (form.dataset.sent) { event.preventDefault(); return; }
    if (form.method === 'post' && !form.hasAttribute('hx-post')) form.dataset.sent = 'yes';
  });
  window.addEventListener('pageshow', () => document.querySelectorAll('form[data-sent]').forEach((form) => { delete form.dataset.sent; }));
})();
