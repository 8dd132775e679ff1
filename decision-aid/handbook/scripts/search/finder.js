// Finds entries of the handbook for what somebody types. MiniSearch and the stemmer stand before it in one script, which is
// loaded when the search is first used.
(() => {
'use strict';
const { MiniSearch, stemmer } = globalThis;

// A word, or a number of the policy with its dots and hyphens: 13.2, PN-3.
const WORD = /[\p{L}\p{N}]+(?:[.-]\p{L}*\p{N}[\p{L}\p{N}]*)*/gu;
const words = (text) => text.replace(/['’]/g, '').match(WORD) ?? [];
// An American ending, which the handbook spells with an s.
const BRITISH = /iz(e[ds]?|ing|ations?|ers?)$/;
const stem = (word) => stemmer(word.toLowerCase().replace(BRITISH, 'is$1'));

// Words that say nothing of what is looked for. A question of nothing else is taken as it is.
const COMMON = new Set(('a about after all am an and any are as at be been being but by can could did do does doing for from get ' +
  'had has have having he her here him his how i if in into is it its just me my myself no not of on one or our out over please she should ' +
  'so some someone somebody than that the their them then there they this to too up us want was we were what when where which who why ' +
  'will with would you your').split(' '));
// Words that customers use of themselves, and words that staff use of them.
const CUSTOMER = new Set('i im ive me my mine you your yourself'.split(' '));
const STAFF = new Set('caller customer customers resident he she his her him they them their we our officer staff'.split(' '));
// Words that a phrase is the same without: "end the call" is "ending a call", and what is asked of "your office" is of "the office".
const ARTICLES = new Set('a an the'.split(' '));
const OWNERS = new Set('a an the my your our this these'.split(' '));

// A phrase as one thing to find. It begins with a mark, so that it is not found by its first word alone.
const join = (stems) => `_${stems.join('_')}`;
const without = (text, passed) => words(text.toLowerCase()).filter((word) => !passed.has(word));

// The policy's own clauses come first where they say as much as anything else. These figures and the next were tried on the
// written queries, of which few turn on them.
const WEIGHT = { clause: 2, page: 1.3, section: 1, term: 0.9, option: 0.6, duty: 0.6, outcome: 0.6, question: 0.6 };
// How much more the pages for customers weigh where a customer asks; how much a phrase weighs; what share of its score an entry
// may lose with words that it has not; and of the best score, the share that is enough for the first three: of an entry of another
// part, of one with a word that the others have not, and of one for customers to come first; and the share that is left of one whose
// page is there already.
const CUSTOMERS = 1.6;
const PHRASE = 0.7;
const COVER = 0.6;
const ENOUGH = 0.35;
const MISSING = 0.2;
const SAME = 0.5;
const FIRST = 0.5;
const weight = ({ kind, url }) => {
  if (url.startsWith('customers/')) return 1.3 * WEIGHT[kind];
  // How the handbook is kept and checked is seldom what somebody looks for.
  return WEIGHT[kind] * (/^about\/(?!accessibility|glossary|privacy|source)/.test(url) ? 0.4 : 1);
};

const settings = (entries) => ({
  fields: ['number', 'title', 'place', 'text', 'also'],
  // A synonym of several words is one thing to find.
  tokenize: (text, field) => (field === 'also' ? text.split(', ').map((also) => (also.includes(' ') ? join(without(also, ARTICLES).map(stem)) : also)) : words(text)),
  processTerm: (term) => (term.includes('_') ? term : stem(term)),
  searchOptions: {
    boost: { number: 4, title: 2, also: 3, place: 0.5 },
    weights: { prefix: 0.4, fuzzy: 0 },
    // A long section, or one with many synonyms, is nearly as good as a short one.
    bm25: { k: 1.2, b: 0.3, d: 0.5 },
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

// Whether one slip of the finger lies between two words: a letter more, less or other, or two that changed places.
const slip = (one, other) => {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const [rest, its] = [one.slice(at), other.slice(at)];
  return rest.slice(1) === its.slice(1) || rest.slice(1) === its || rest === its.slice(1) ||
    (rest[0] === its[1] && rest[1] === its[0] && rest.slice(2) === its.slice(2));
};

/** What is asked for: its telling words, without slips of the finger, and its phrases. */
const reader = (entries) => {
  const said = entries.flatMap(({ title, text, also = '' }) => words(`${title} ${text} ${also}`.toLowerCase()));
  const all = [...new Set(said)];
  const stems = new Set(all.map(stem));
  // A word that the handbook has, or that begins one, is no slip of the finger: "police" is not "policy".
  const corrected = (word) => {
    const unsure = word.length > 7 || (word.length > 3 && !stems.has(stem(word)));
    if (!unsure || /\d/.test(word) || all.some((other) => other.startsWith(word))) return [word];
    const near = all.filter((other) => Math.abs(other.length - word.length) < 2 && slip(word, other));
    return near.length > 0 && !stems.has(stem(word)) ? near : [word, ...near];
  };
  return (query) => {
    const said = words(query.toLowerCase());
    const telling = said.filter((word) => !COMMON.has(word));
    const terms = (telling.length > 0 ? telling : said).map((word) => [...new Set(corrected(word).map(stem))]);
    const row = (passed) => without(query, passed).map((word) => stem(COMMON.has(word) ? word : corrected(word)[0]));
    const phrases = [row(ARTICLES), row(OWNERS)].flatMap((row) =>
      row.flatMap((_, from) => [2, 3, 4].map((length) => row.slice(from, from + length)).filter(({ length }) => length > 1).map(join)));
    const staff = said.some((word) => STAFF.has(word));
    const customer = said.some((word) => CUSTOMER.has(word)) && !staff;
    return { terms, phrases: [...new Set(phrases)], customer, staff };
  };
};

// Of the first three, one is for customers, one a clause and one neither, where they say enough; the third, where it can, has
// a word that the others have not; and a page seldom comes twice. Unless staff ask, what is for customers comes before the others.
const varied = (found, entries, staff) => {
  const first = [];
  const part = ({ id }) => (entries[id].url.startsWith('customers/') ? 1 : entries[id].kind === 'clause' ? 2 : 3);
  const page = ({ id }) => (entries[id].kind === 'clause' ? id : entries[id].url.split('#')[0]);
  const rest = (read) => found.filter((result) => first.every((taken) => read(taken) !== read(result)));
  const enough = (result, share) => result && result.score > share * found[0].score && result;
  const missing = (result) => result.has.some((term) => first.every(({ has }) => !has.includes(term)));
  const best = () => {
    const worth = (result) => result.score * (rest(page).includes(result) ? 1 : SAME);
    return found.filter((result) => !first.includes(result)).slice(0, 12).reduce((one, two) => (worth(two) > worth(one) ? two : one));
  };
  while (first.length < 3 && first.length < found.length) {
    const third = first.length === 2 && enough(found.find(missing), MISSING);
    first.push(third || (first.length > 0 && enough(rest(part)[0], ENOUGH)) || best());
  }
  const rank = (result) => (!staff && part(result) === 1 && result.score > FIRST * found[0].score ? 1 : 0);
  return [...first.sort((one, two) => rank(two) - rank(one) || two.score - one.score), ...found.filter((result) => !first.includes(result))];
};

/** Takes the entries in, a few at a time so that the page never waits, and answers with what finds them, best first. */
globalThis.handbookFinder = async (entries) => {
  const index = new MiniSearch(settings(entries));
  await index.addAllAsync(entries.map((entry, id) => ({ id, ...entry })), { chunkSize: 25 });
  const read = reader(entries);
  return (query) => {
    const { terms, phrases, customer, staff } = read(query);
    const queries = [...terms.flat(), ...phrases];
    const plain = { tokenize: () => queries, processTerm: (term) => term };
    const prefix = (term) => term.length > 2 && !term.includes('_');
    const boostTerm = (term) => (term.includes('_') ? PHRASE : 1);
    const boostDocument = (id) => weight(entries[id]) * (customer && entries[id].url.startsWith('customers/') ? CUSTOMERS : 1);
    const found = index.search(query, { ...plain, prefix, boostDocument, boostTerm });
    for (const result of found) {
      const { queryTerms } = result;
      // Which of the words asked for it has, by their place.
      result.has = [...terms.keys()].filter((place) => terms[place].some((term) => queryTerms.includes(term)));
      const covered = result.has.length / terms.length;
      const phrased = queryTerms.some((term) => term.includes('_'));
      result.score *= phrased ? 1 : 1 - COVER + COVER * covered;
    }
    found.sort((one, two) => two.score - one.score);
    return varied(found, entries, staff).map(({ id, terms, score }) => {
      const { number, title, place, url, text } = entries[id];
      return { number, title, place, url, score, excerpt: () => excerpt(text, new Set(terms)) };
    });
  };
};
})();
