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
