// Finds entries of the handbook for what somebody types. MiniSearch and the stemmer stand before it in one script, which is
// loaded when the search is first used.
(() => {
'use strict';
const { MiniSearch, stemmer } = globalThis;

// A word, or a number of the policy with its dots and hyphens: 13.2, PN-3.
const WORD = /[\p{L}\p{N}]+(?:[.-]\p{L}*\p{N}[\p{L}\p{N}]*)*/gu;
const words = (text) => text.replace(/['’]/g, '').match(WORD) ?? [];
const stem = (word) => stemmer(word.toLowerCase());

// Words that say nothing of what is looked for. A question of nothing else is taken as it is.
const COMMON = new Set(('a about after all am an and any are as at be been being but by can could did do does doing for from get ' +
  'had has have having he her here him his how i if in into is it its just me my no not of on one or our out over she should ' +
  'so some someone somebody than that the their them then there they this to too up us was we were what when where which who why ' +
  'will with would you your').split(' '));
const asked = (query) => {
  const all = words(query);
  const telling = all.filter((word) => !COMMON.has(word.toLowerCase()));
  return telling.length > 0 ? telling : all;
};

// The policy's own clauses come first where they say as much as anything else.
const WEIGHT = { clause: 2, page: 1.2, section: 1, term: 1, option: 0.7, duty: 0.7, outcome: 0.7, question: 0.7 };

const settings = (entries) => ({
  fields: ['number', 'title', 'place', 'text', 'also'],
  tokenize: words,
  processTerm: stem,
  searchOptions: {
    tokenize: asked,
    boost: { number: 4, title: 1.5, also: 2.5, place: 0.5 },
    prefix: (term) => term.length > 2,
    weights: { prefix: 0.4, fuzzy: 0.5 },
    // How the handbook is kept and checked is seldom what somebody looks for.
    boostDocument: (id) => WEIGHT[entries[id].kind] * (/^about\/(?!glossary)/.test(entries[id].url) ? 0.4 : 1),
  },
});

// The text in pieces, those that answer the query marked; a long one begins near the first of them.
const excerpt = (text, terms, most = 220) => {
  const found = [...text.matchAll(WORD)].filter(({ 0: word }) => terms.has(stem(word.replace(/['’]/g, ''))));
  const first = found[0]?.index ?? 0;
  let from = 0;
  if (text.length > most && first > most / 2) from = text.indexOf(' ', Math.min(first - 60, text.length - most)) + 1;
  let to = text.length;
  if (to - from > most) to = text.lastIndexOf(' ', from + most);
  const pieces = [];
  let done = from;
  for (const { 0: word, index } of found.filter(({ index }) => index >= from && index < to)) {
    pieces.push({ text: text.slice(done, index) }, { text: word, marked: true });
    done = index + word.length;
  }
  pieces.push({ text: text.slice(done, to) });
  if (from > 0) pieces.unshift({ text: '… ' });
  if (to < text.length) pieces.push({ text: ' …' });
  return pieces.filter((piece) => piece.text);
};

/** Takes the entries in, a few at a time so that the page never waits, and answers with what finds them, best first. */
globalThis.handbookFinder = async (entries) => {
  const index = new MiniSearch(settings(entries));
  await index.addAllAsync(entries.map((entry, id) => ({ id, ...entry })), { chunkSize: 25 });
  // A word that the handbook has is no slip of the finger: "police" is not "policy".
  const known = (term) => index.search(term, { fuzzy: false, tokenize: (word) => [word], processTerm: (word) => word }).length > 0;
  const fuzzy = (term) => (term.length > 4 && !known(term) ? 0.2 : false);
  return (query) => index.search(query, { fuzzy }).map(({ id, terms }) => {
    const { number, title, place, url, text } = entries[id];
    return { number, title, place, url, excerpt: () => excerpt(text, new Set(terms)) };
  });
};
})();
