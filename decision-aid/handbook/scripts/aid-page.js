// What the page does for the whole program of the decision aid, and arrives with it: the browser's JSON for case files, and the
// writer of Word files, which is loaded when one is asked for. `browserApp` is declared in browser-app.js.
globalThis.decisionAidPage = (() => {
  'use strict';
  const { tried, writeWord } = browserApp(document.getElementById('decision-aid'));

  const isHalfOfAPair = (words) => typeof words === 'string' && /\p{Surrogate}/u.test(words);
  const refused = (name, value) => {
    if (isHalfOfAPair(name) || isHalfOfAPair(value)) throw new SyntaxError('half of a surrogate pair');
    return value;
  };
  const written = (_, value) => (value instanceof Map ? Object.fromEntries(value) : value);

  // A browser can bring this page back as it was left. Where the case was changed elsewhere in this tab meanwhile, that is newer
  // than what stands here, and is read again.
  const kept = () => tried(() => sessionStorage.getItem('decision-aid'));
  let keptAtLeaving;
  addEventListener('pagehide', () => { keptAtLeaving = kept(); });
  addEventListener('pageshow', ({ persisted }) => {
    if (!persisted || kept() === keptAtLeaving) return;
    // Nobody is asked whether to leave: what would be lost is lost already.
    addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), true);
    location.reload();
  });

  // A page that did not come safely has no `randomUUID`.
  const byChance = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (n) => n.toString(16).padStart(2, '0')).join('');

  return {
    // The id of a new case.
    newId: () => crypto.randomUUID?.() ?? byChance(),
    parse: (text) => tried(() => JSON.parse(text, refused)),
    stringify: (value) => tried(() => JSON.stringify(value, written, 2)),
    word: (content, name) => {
      writeWord(content.slice(), name).then(() => wholeProgram.wordMade(true), (error) => {
        console.error(error);
        wholeProgram.wordMade(false);
      });
    },
  };
})();
