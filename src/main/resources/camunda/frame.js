// The beginning of both applications' configuration, answered per request: %name% stand for the reader's language, theme
// and words.
const root = document.documentElement;
root.lang = '%language%';
if ('%theme%') root.dataset.theme = '%theme%';

// The words before the application starts: it asks for them once and too early when loading is slow, and would use the copy
// that an earlier release left behind.
try {
  const words = await fetch(new URL('../locales/%language%.json', import.meta.url), { cache: 'no-cache' }).then(r => r.json());
  const store = JSON.parse(localStorage.getItem('camunda-web') || '{}');
  store['/camunda/app/%application%/locales/_locales_data_%language%_' + window.bust] = JSON.stringify(words);
  localStorage.setItem('camunda-web', JSON.stringify(store));
} catch (e) {
  console.warn(e);
}

// The session is over: our sign-in page instead of Camunda's, with the way back.
let here = location.hash;
addEventListener('hashchange', () => {
  if (location.hash.startsWith('#/login')) {
    location.replace('/login?continue=' + encodeURIComponent(location.pathname + here));
  } else {
    here = location.hash;
  }
});

// The name leads home, and signing out is ours.
const cookie = name => decodeURIComponent((document.cookie.split('; ').find(c => c.startsWith(name + '=')) || '=').split('=')[1]);
document.addEventListener('click', event => {
  const link = event.target.closest && event.target.closest('.navbar-brand, .account .logout a');
  if (!link) return;
  event.preventDefault();
  event.stopPropagation();
  if (link.matches('.navbar-brand')) {
    location.assign('/');
  } else {
    fetch('/logout', { method: 'POST', headers: { 'X-FAYAN-CSRF': cookie('FAYAN-CSRF') } })
      .finally(() => location.assign('/login?out'));
  }
}, true);
