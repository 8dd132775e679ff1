// The words that a person reads on a built page: the sentences of its main part, and every word in it.
import { fromHtml } from 'hast-util-from-html';
import { toNlcst } from 'hast-util-to-nlcst';
import { toString } from 'nlcst-to-string';
import { ParseEnglish } from 'parse-english';
import { SKIP, visit } from 'unist-util-visit';
import { VFile } from 'vfile';

// What is no part of a sentence: numbers and forces of clauses, references, conditions set as lists of names, and the
// choices that a case has ticked, one after the other.
const BESIDE_THE_TEXT = ['clause', 'used-by', 'source', 'who', 'rule-kind', 'facts', 'pages'];

/** The sentences of a page, each with its words and quotation marks, and whether it is whole: a heading or a label is not. */
export function sentences(html) {
  const page = fromHtml(html);
  const main = { type: 'root', children: [], position: page.position };
  visit(page, 'element', (element) => {
    if (element.tagName === 'main') main.children.push(element);
    // It holds text of its own, which the library does not expect of it.
    if (element.tagName === 'summary') element.tagName = 'p';
    const classes = element.properties.className ?? [];
    // A rule that is a condition and no more has the class too, among others, and is text.
    const beside = classes.some((name) => BESIDE_THE_TEXT.includes(name)) || classes.join() === 'condition';
    if (beside) element.properties.dataNlcst = 'ignore';
  });
  const found = [];
  visit(toNlcst(main, new VFile(html), ParseEnglish), 'SentenceNode', (sentence) => {
    const text = toString(sentence).replace(/\s+/g, ' ').trim();
    found.push({ text, words: words(sentence), marks: marks(sentence), whole: /[.?!:;][”’)"]*$/.test(text) });
    return SKIP;
  });
  return found;
}

/** The words of a sentence, without numbers and without what is set as code. */
function words(sentence) {
  const found = [];
  visit(sentence, 'WordNode', (word) => {
    const text = toString(word).replaceAll('’', "'").replace(/\.$/, '');
    if (/\p{L}/u.test(text) && !/[\d@/]|\w\.\w/u.test(text)) found.push(text);
    return SKIP;
  });
  return found;
}

/** The quotation marks of a sentence, without those in code. */
function marks(sentence) {
  let found = '';
  visit(sentence, (node) => {
    if (node.type === 'SourceNode') return SKIP;
    found += (node.value ?? '').replace(/[^"“”]/g, '');
  });
  return found;
}

/** The terms of the built glossary, each as its words in small letters. */
export function terms(html) {
  const found = [];
  visit(fromHtml(html), 'element', (element) => {
    if (element.tagName !== 'dt') return;
    let text = '';
    visit(element, 'text', (node) => { text += node.value; });
    found.push(text.toLowerCase().match(/[\p{L}'’-]+/gu));
  });
  return found;
}
