// Plain English on every page: the reading age, the length of sentences, the spelling and the quotation marks. No
// browser is opened. The dictionary is SCOWL's for British English, under the MIT and BSD licences.
//
// Measured is what the built pages show in their main part: the prose of the pages and the text of their blocks alike.
// The aid's own screens are not: they show the text of the blocks, which the pages show too, and words of the app.
import { expect, test } from '@playwright/test';
import dictionary from 'dictionary-en-gb';
import nspell from 'nspell';
import { readFileSync } from 'node:fs';
import { pages as files, read } from './site.js';
import { readingAge } from './words/reading-age.js';
import { place as placeInSource } from './words/source.js';
import { sentences, terms } from './words/text.js';

const LONGEST = 25;
const own = (file) => readFileSync(new URL(`words/${file}`, import.meta.url), 'utf8');
const pages = files.map((file) => ({ file, sentences: sentences(read(file)) }));
const glossary = terms(read('about/glossary.html'));

/** Where to look for words that are on a page. */
const place = (words) => placeInSource(words) ?? 'written by the build';

/** The highest reading age of a page. */
const highest = (file) => (file.startsWith('customers/') ? 11 : 14);

test('customers of eleven can read their pages, and people of fourteen the rest', () => {
  const tooHard = [];
  for (const { file, sentences } of pages) {
    const whole = sentences.filter((sentence) => sentence.whole);
    const age = readingAge(whole, glossary);
    if (whole.length === 0 || age <= highest(file)) continue;
    const hardest = whole
      .map((sentence) => ({ ...sentence, age: readingAge([sentence], glossary) }))
      .sort((left, right) => right.age - left.age)
      .slice(0, 8)
      .map(({ age, text, words }) => `  ${age.toFixed(0)}: ${place(words.slice(0, 5))}: ${text}`);
    tooHard.push(`${file} has a reading age of ${age.toFixed(1)}, more than ${highest(file)}. Its hardest sentences:`, ...hardest);
  }
  expect(tooHard.join('\n')).toBe('');
});

test('a sentence of more than 25 words is listed with a reason, and nothing is listed that is not there', () => {
  const listed = JSON.parse(own('long-sentences.json'));
  const long = new Map(pages
    .flatMap((page) => page.sentences)
    .filter(({ words }) => words.length > LONGEST)
    // What the build joins without a full stop is a list of names, and no sentence.
    .filter(({ whole, words }) => whole || placeInSource(words))
    .map(({ text, words }) => [text, words]));
  const are = ({ sentence, opening }, text) => (opening ? text.startsWith(opening) : text === sentence);
  const unlisted = [...long].filter(([text]) => !listed.some((entry) => are(entry, text)));
  const report = unlisted.map(([text, words]) => `${place(words.slice(0, 5))}: ${words.length} words: ${text}`);
  expect(report.join('\n'), 'shorten these, or list them with a reason in long-sentences.json').toBe('');
  const stale = listed.filter((entry) => ![...long.keys()].some((text) => are(entry, text)));
  expect(stale, 'no page has these: take them off the list').toEqual([]);
  expect(listed.filter(({ why }) => why.split(' ').length < 4), 'each needs a reason').toEqual([]);
});

test('every word is spelt as the dictionary or the list of own words has it', () => {
  const ownWords = own('own-words.txt').trim().split('\n');
  expect(ownWords, 'sorted, and each once').toEqual([...new Set(ownWords)].sort());
  const speller = nspell(dictionary);
  const used = new Map(pages
    .flatMap(({ file, sentences }) => sentences.flatMap(({ words }) => words.map((word) => [word, file]))));
  const unknown = [...used.keys()].filter((word) => !word.split('-').every((part) => part === '' || speller.correct(part)) && !speller.correct(word));
  const wrong = unknown.filter((word) => !ownWords.includes(word));
  const report = wrong.map((word) => `${used.get(word)}: ${place([word])}: “${word}” (${speller.suggest(word).slice(0, 3).join(', ') || 'no suggestion'})`);
  expect(report.join('\n'), 'correct these, or add them to own-words.txt').toBe('');
  expect(ownWords.filter((word) => !unknown.includes(word)), 'no page needs these: take them off the list').toEqual([]);
});

test('quotation marks are curved and double, and those that open on a page close', () => {
  const straight = pages.flatMap((page) => page.sentences).filter(({ marks, text }) => marks.includes('"') || /(^|\s)['‘]/.test(text));
  expect(straight.map(({ text, words }) => `${place(words.slice(0, 5))}: ${text}`).join('\n')).toBe('');
  const unpaired = pages.filter(({ sentences }) => !/^(“”)*$/.test(sentences.map(({ marks }) => marks).join('')));
  expect(unpaired.map(({ file }) => file)).toEqual([]);
});

test('the measures tell hard text from easy text', () => {
  const of = (text) => sentences(`<main><p>${text}</p></main>`);
  const easy = of('We read each letter. We reply in ten days.');
  const hard = of('Notwithstanding considerations of proportionality, the determination necessitates substantive organisational justification.');
  expect(readingAge(easy, [])).toBeLessThan(9);
  expect(readingAge(hard, [])).toBeGreaterThan(20);
  const term = of('They asked for a reasonable adjustment.');
  expect(readingAge(term, [['reasonable', 'adjustment']])).toBeLessThan(readingAge(term, []));
  expect(of('A heading')[0].whole).toBe(false);
  expect(of('See <a href="x">the policy</a>. It <code>says</code> so.').map(({ words }) => words)).toEqual([['See', 'the', 'policy'], ['It', 'so']]);
  expect(pages.flatMap((page) => page.sentences).length).toBeGreaterThan(2000);
});
