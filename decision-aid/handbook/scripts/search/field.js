// The search field of every page. Nothing is loaded before it is used, and what is typed stays in the field: it is in no
// address, no storage and no request.
(() => {
  'use strict';
  const search = document.querySelector('.site-search');
  const field = search.querySelector('input');
  const status = search.querySelector('[role="status"]');
  const list = search.querySelector('ol');
  const { root, files } = search.dataset;
  const SHOWN = 8;

  // Declared in own-files.js.
  const load = (file) => loadScript(root + file);

  let ready;
  const find = () => {
    ready ??= load(files)
      .then(() => Promise.all(Object.values(globalThis.handbookSearchFiles).map(load)))
      .then(() => globalThis.handbookFinder(globalThis.handbookEntries))
      .catch((error) => { ready = undefined; throw error; });
    return ready;
  };

  const element = (name, text, className) => {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    if (className) made.className = className;
    return made;
  };

  const line = ({ number, title, place, url, excerpt }) => {
    const link = element('a');
    link.href = root + url;
    if (number) link.append(element('span', number, 'found-number'), ' ');
    link.append(title);
    const text = element('p');
    text.append(...excerpt().map((piece) => (piece.marked ? element('mark', piece.text) : piece.text)));
    const item = element('li');
    item.append(link, ' ', element('span', place, 'found-place'), text);
    return item;
  };

  const say = (count, query) => {
    if (count === 0) return `Nothing found for “${query}”. Try fewer or other words, or look through the contents.`;
    if (count === 1) return '1 result';
    return count > SHOWN ? `${count} results, the best ${SHOWN} first` : `${count} results, best first`;
  };

  const show = async () => {
    const query = field.value.trim();
    const still = () => query === field.value.trim();
    if (!query) {
      list.replaceChildren();
      status.textContent = '';
      return;
    }
    try {
      const found = (await find())(query);
      if (!still()) return;
      list.replaceChildren(...found.slice(0, SHOWN).map(line));
      status.textContent = say(found.length, query);
    } catch (error) {
      console.error(error);
      if (!still()) return;
      list.replaceChildren();
      status.textContent = 'The search could not be loaded. Try again, or look through the contents.';
    }
  };

  // A pause in typing, so that a screen reader hears of one result and not of every letter.
  let pause;
  const now = () => {
    clearTimeout(pause);
    pause = undefined;
    show();
  };
  const soon = () => {
    clearTimeout(pause);
    pause = setTimeout(now, 150);
  };

  field.addEventListener('focus', () => { find().catch(() => {}); });
  field.addEventListener('input', soon);
  search.addEventListener('keydown', ({ key, isComposing, target }) => {
    if (isComposing) return;
    // On the way to the results these are shown first: they must not change under the focus.
    if (target === field && (key === 'Enter' || (key === 'Tab' && pause))) now();
    if (key === 'Escape') {
      field.value = '';
      field.focus();
      now();
    }
  });
  search.hidden = false;
})();
