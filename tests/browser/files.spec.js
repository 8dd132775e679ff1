// Every page as a file, without a browser: that its HTML is valid, and that its parts stand in order under names of their own.
import { expect, test } from '@playwright/test';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { htmlFindings } from './findings.js';
import { pages, read } from './site.js';

/** The elements of a page that a filter lets through, in order. */
function elements(tree, filter) {
  const found = [];
  visit(tree, 'element', (element) => { if (filter(element)) found.push(element); });
  return found;
}

const named = (...names) => ({ tagName }) => names.includes(tagName);

/** What is wrong with the order and the names of a page's parts, before any script ran. */
function landmarkFaults(html) {
  const tree = fromHtml(html);
  const [body] = elements(tree, named('body'));
  const headings = elements(tree, named('h1', 'h2', 'h3', 'h4', 'h5', 'h6')).map(({ tagName }) => tagName);
  const names = elements(tree, named('nav')).map(({ properties }) => properties.ariaLabel);
  const seen = {
    landmarks: body.children.filter(({ type, tagName, properties }) => type === 'element' && tagName !== 'script' && properties.role !== 'status').map(({ tagName }) => tagName).join(' '),
    titles: headings.filter((heading) => heading === 'h1').length,
    first: headings[0],
    skip: elements(tree, named('a'))[0].properties.href.split('#')[1],
    main: elements(tree, named('main')).map(({ properties }) => properties.id).join(' '),
    language: elements(tree, named('html'))[0].properties.lang,
    unnamed: names.filter((name) => !name).length,
    alike: names.length - new Set(names).size,
    keys: elements(tree, ({ properties }) => properties.accessKey).length,
  };
  const wanted = { landmarks: 'header nav main footer', titles: 1, first: 'h1', skip: 'main', main: 'main', language: 'en-GB', unnamed: 0, alike: 0, keys: 0 };
  return Object.keys(wanted).filter((key) => seen[key] !== wanted[key]).map((key) => `${key} is “${seen[key]}”, not “${wanted[key]}”`);
}

test('every page was found', () => {
  expect(pages.length).toBeGreaterThan(25);
});

test('the HTML of every page is valid', async () => {
  const found = [];
  for (const file of pages) {
    const findings = await htmlFindings(read(file));
    found.push(...findings.map(({ rule, target, message }) => `${file}: ${rule} at ${target}: ${message}`));
  }
  expect(found).toEqual([]);
});

test('the parts of every page stand in order under names of their own', () => {
  expect(pages.flatMap((file) => landmarkFaults(read(file)).map((fault) => `${file}: ${fault}`))).toEqual([]);
});

test('a part that is missing, misplaced or named like another is found', () => {
  const page = read('index.html');
  expect(landmarkFaults(page)).toEqual([]);
  for (const [right, wrong, says] of [
    [/<main id="main"/, '<main id="content"', 'main is “content”, not “main”'],
    [/<html lang="en-GB"/, '<html lang="en"', 'language is “en”, not “en-GB”'],
    [/<\/h1>/, '</h1><h1>Another</h1>', 'titles is “2”, not “1”'],
    [/<footer/, '<aside></aside><footer', 'landmarks is “header nav main aside footer”, not “header nav main footer”'],
    [/<nav [^>]*>/, '$&<nav aria-label="Twice"></nav><nav aria-label="Twice"></nav>', 'alike is “1”, not “0”'],
    [/<nav [^>]*>/, '$&<nav></nav>', 'unnamed is “1”, not “0”'],
    [/<main/, '<main accesskey="m"', 'keys is “1”, not “0”'],
  ]) {
    const broken = page.replace(right, wrong);
    expect(broken, `${right}`).not.toBe(page);
    expect(landmarkFaults(broken)).toEqual([says]);
  }
});
