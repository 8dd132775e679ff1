// The reading age of a text, by the Flesch-Kincaid grade: long sentences and long words make it high.
//
// The grade is that of an American school, whose first class is six years old, so the age is the grade and five. A page is
// measured by its whole sentences alone: headings, labels and cells of tables are short, and would flatter it. Each word
// of a term that the glossary explains counts as one syllable, as an easy word does.
import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';

/** The age of somebody who can read these sentences; not a number where there are none. */
export function readingAge(sentences, terms) {
  const count = { sentence: sentences.length, word: 0, syllable: 0 };
  for (const { words } of sentences) {
    const easy = inTerms(words, terms);
    count.word += words.length;
    words.forEach((word, place) => { count.syllable += easy.has(place) ? 1 : syllable(word); });
  }
  return fleschKincaid(count) + 5;
}

/** The places of the words that belong to a term, in the singular or with an s. */
function inTerms(words, terms) {
  const small = words.map((word) => word.toLowerCase().replace(/'s$/, ''));
  const same = (word, term) => word === term || word === `${term}s`;
  const found = new Set();
  for (const term of terms) {
    small.forEach((_, start) => {
      if (term.every((part, offset) => same(small[start + offset], part))) term.forEach((_, offset) => found.add(start + offset));
    });
  }
  return found;
}
