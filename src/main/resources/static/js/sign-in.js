// The part of an address after "#" never reaches the server; Tasklist keeps the task there. It survives the redirect to this
// page in the browser, so it goes along with the form, and into the demo accounts' links.
(() => {
  const fragment = window.location.hash;
  const target = document.querySelector('[data-continue]');
  if (target && fragment && !target.value.includes('#')) {
    target.value += fragment;
    document.querySelectorAll('[data-login]').forEach((link) => { link.hash = fragment; });
  }
  const login = document.getElementById('login');
  const password = document.getElementById('password');
  document.querySelectorAll('[data-login]').forEach((link) => {
    link.addEventListener('click', (event) => {
      event.preventDefault();
      login.value = link.dataset.login;
      password.focus();
    });
  });
  (login.value ? password : login).focus();
})();
