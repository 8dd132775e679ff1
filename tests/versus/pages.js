// The handbook's pages against the same pages by stock mdBook: how long a build takes, how large pages are, and what axe finds.
//
// mdBook is the command of the registry, in the version whose parts the handbook is made of. It gets the folder of pages as it
// is, and a title: what is a question or a rule for the handbook stands there as a block of code. The handbook is built by the
// program that people run, with the programs for the browser already made. Both builds take turns.
import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { recordNetwork } from './network.js';
import { run } from './run.js';
import { folder, serve } from './server.js';
import { count, kilobytes, markdown, milliseconds, row } from './table.js';

const BUILDS = 5;
const ROOT = join(import.meta.dirname, '../..');
const [, MDBOOK] = readFileSync(join(ROOT, 'Cargo.toml'), 'utf8').match(/^mdbook-driver = "=(.+)"$/m);
const TARGET = process.env.CARGO_TARGET_DIR ?? join(ROOT, 'target');

/** Pages that both have, of every part of the handbook and with more than words: lists, tables, rules, and settings in code. */
const PAGES = [
  'customers/if-you-had-a-letter.html', 'customers/asking-for-a-review.html', 'policy/introduction.html', 'policy/prior-notification.html',
  'policy/deciding-to-restrict.html', 'officers/ending-a-call.html', 'officers/keeping-records.html', 'training/for-trainers.html',
  'about/source.html', 'about/keeping/change-a-rule.html',
];

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The command of mdBook, made from the registry where it is not there yet. */
async function stockMdbook() {
  const root = join(TARGET, 'versus', `mdbook-${MDBOOK}`);
  const program = join(root, 'bin/mdbook');
  if (existsSync(program)) return program;
  await run('cargo', ['install', '--quiet', '--locked', '--version', MDBOOK, '--root', root, '--no-default-features', '--features', 'search', 'mdbook']);
  return program;
}

async function timed(work) {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/** Builds both sites in turn: how long each build took. The first of each only fills the caches of the disk. */
async function build({ ours, theirs }) {
  const took = { ours: [], theirs: [] };
  for (let round = 0; round <= BUILDS; round += 1) {
    const [own, other] = [await timed(ours), await timed(theirs)];
    if (round > 0) took.ours.push(own);
    if (round > 0) took.theirs.push(other);
  }
  return took;
}

/** A first visit of a page in a window of 1280 by 720: what came over the network, and what axe finds by its own rules. */
async function visit(browser, url) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, serviceWorkers: 'block' });
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  await client.send('Network.enable');
  const network = recordNetwork(client);
  await page.goto(url, { waitUntil: 'networkidle' });
  const { bytes, requests } = network.until(Date.now());
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const { violations } = await globalThis.axe.run();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => ({ rule: id, target: target.flat().join(' ') })));
  });
  await context.close();
  return { bytes, requests, found };
}

/** What each page of a site is like. */
async function look(browser, site) {
  const address = await serve(folder(site));
  const pages = [];
  for (const name of PAGES) {
    const html = readFileSync(join(site, name));
    pages.push({ name, html: html.length, zipped: gzipSync(html).length, ...await visit(browser, address + name) });
  }
  return pages;
}

const ROWS = [
  ['HTML of a page', kilobytes, (pages) => pages.map(({ html }) => html)],
  ['HTML of a page, with gzip', kilobytes, (pages) => pages.map(({ zipped }) => zipped)],
  ['Over the network for a first visit', kilobytes, (pages) => pages.map(({ bytes }) => bytes)],
  ['Requests for a first visit', count, (pages) => pages.map(({ requests }) => requests)],
  [`Findings of axe on all ${PAGES.length} pages`, count, (pages) => [pages.flatMap(({ found }) => found).length]],
  ['Rules of axe that find something', count, (pages) => [rulesOf(pages).size]],
];

/** The rules that find something, each with the number of places where it does. */
function rulesOf(pages) {
  const places = new Map();
  for (const { rule } of pages.flatMap(({ found }) => found)) places.set(rule, (places.get(rule) ?? 0) + 1);
  return places;
}

/** The same in words. */
const inWords = (pages) => [...rulesOf(pages)].map(([rule, places]) => `${rule} in ${places} places`).sort().join(', ') || 'nothing';

/** Measures the pages of a built site against those of stock mdBook. */
export async function pages(browser, site) {
  const work = await mkdtemp(join(tmpdir(), 'versus-'));
  try {
    const [mdbook, own] = [await stockMdbook(), join(TARGET, 'debug/handbook')];
    await run('cargo', ['build', '--quiet', '--bin', 'handbook'], { cwd: ROOT });
    await cp(join(ROOT, 'src'), join(work, 'src'), { recursive: true });
    await writeFile(join(work, 'book.toml'), '[book]\ntitle = "Customer Handling Handbook"\nlanguage = "en-GB"\n');
    const took = await build({
      ours: () => run(own, ['build', '--out', join(work, 'ours')], { cwd: ROOT }),
      theirs: () => run(mdbook, ['build', work]),
    });
    const both = [await look(browser, site), await look(browser, join(work, 'book'))];
    const rows = [
      row('Build of all pages', milliseconds, [took.ours, took.theirs]),
      ...ROWS.map(([what, write, of]) => row(what, write, both.map(of))),
    ];
    const table = markdown(`Median of ${BUILDS} builds, or of ${PAGES.length} pages (least–most)`, ['Handbook', `mdBook ${MDBOOK}`], rows);
    const [ours, theirs] = both.map(inWords);
    return `${table}\n\nWhat axe finds: handbook: ${ours}; mdBook: ${theirs}.`;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
