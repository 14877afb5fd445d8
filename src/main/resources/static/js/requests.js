(() => {
  // Colleagues for a field that takes a personnel number: the browser's own list, filled while one types.
  const field = document.querySelector('[data-people]');
  if (field) {
    const list = document.getElementById(field.getAttribute('list'));
    let asked = 0;
    let waiting;
    field.addEventListener('input', () => {
      window.clearTimeout(waiting);
      const words = field.value.trim();
      if (words.length < 2) return;
      waiting = window.setTimeout(async () => {
        const turn = ++asked;
        const answer = await fetch('/api/people?q=' + encodeURIComponent(words), { headers: { Accept: 'application/json' } }).catch(() => null);
        if (!answer || !answer.ok || turn !== asked) return;
        const people = await answer.json();
        list.replaceChildren(...people.map((person) => {
          const option = document.createElement('option');
          option.value = person.id;
          option.label = person.name + ' · ' + person.unit;
          return option;
        }));
      }, 200);
    });
  }

  // Who picked two versions comes back to them.
  const search = new URLSearchParams(window.location.search);
  if (search.has('from') && !window.location.hash) document.getElementById('versions')?.scrollIntoView();

  // The diagram is drawn when its fold is opened; the list beside it says the same without a script.
  const fold = document.querySelector('[data-diagram]');
  if (!fold) return;
  fold.addEventListener('toggle', () => { if (fold.open) draw(); }, { once: true });

  async function draw() {
    const canvas = fold.querySelector('[data-canvas]');
    canvas.hidden = false;
    try {
      const [xml] = await Promise.all([
        fetch(fold.dataset.xml).then((answer) => (answer.ok ? answer.text() : Promise.reject(new Error(answer.status)))),
        load('script', { src: fold.dataset.viewer }),
        ...fold.dataset.styles.split(' ').map((href) => load('link', { rel: 'stylesheet', href }))
      ]);
      styleAttributes();
      const viewer = new window.BpmnJS({
        container: canvas,
        // The wheel goes on scrolling the page; buttons make the drawing larger.
        zoomScroll: { enabled: false },
        bpmnRenderer: { defaultFillColor: 'var(--surface)', defaultStrokeColor: 'var(--slate)', defaultLabelColor: 'var(--ink)' },
        textRenderer: { defaultStyle: { fontFamily: 'var(--sans)' }, externalStyle: { fontFamily: 'var(--sans)' } }
      });
      await viewer.importXML(xml);
      const drawing = viewer.get('canvas');
      const known = viewer.get('elementRegistry');
      const marks = { DONE: 'fayan-done', CURRENT: 'fayan-current', CUT_SHORT: 'fayan-cut' };
      fold.querySelectorAll('[data-element]').forEach((step) => {
        if (known.get(step.dataset.element)) drawing.addMarker(step.dataset.element, marks[step.dataset.state]);
      });
      const whole = () => drawing.zoom('fit-viewport', 'auto');
      const step = viewer.get('zoomScroll');
      const zoom = { in: () => step.stepZoom(1), out: () => step.stepZoom(-1), all: whole };
      const tools = fold.querySelector('[data-diagram-tools]');
      tools.querySelectorAll('[data-zoom]').forEach((button) => button.addEventListener('click', zoom[button.dataset.zoom]));
      tools.hidden = false;
      whole();
    } catch {
      canvas.hidden = true;
      fold.querySelector('[data-diagram-failed]').hidden = false;
    }
  }

  // The page's policy takes no style attribute. The viewer writes a few of them; set through the style object they are the same.
  function styleAttributes() {
    const plain = Element.prototype.setAttribute;
    Element.prototype.setAttribute = function setAttribute(name, value) {
      if (name === 'style' && this.style) this.style.cssText = value;
      else plain.call(this, name, value);
    };
  }

  function load(kind, attributes) {
    return new Promise((done, failed) => {
      const element = Object.assign(document.createElement(kind), attributes);
      element.onload = done;
      element.onerror = () => failed(new Error(kind));
      document.head.append(element);
    });
  }
})();
