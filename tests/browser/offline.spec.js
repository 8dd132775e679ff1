// Without a network: the handbook opens after one visit, one build at a time, and says when a newer one is there.
import { expect, test as base } from './strict.js';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { axeViolations } from './findings.js';
import { cases } from './cases.js';
import { aidPage, answer, choice, download, goTo, openAid, running, walk } from './officer.js';
import { build } from './books.js';
import { serve } from './server.js';

const first = process.env.HANDBOOK_SITE;
const notice = (page) => page.locator('.update');

/** The test of each: a later build is made once for all tests of a worker. */
const test = base.extend({
  later: [async ({}, use) => {
    const built = laterBuild();
    await use(built.folder);
    built.remove();
  }, { scope: 'worker' }],
});

test.use({ serviceWorkers: 'allow' });

/** A later build: another sentence on the start page, another look, another look of the aid. */
const laterBuild = () => build((book) => {
  for (const [file, text] of [
    ['src/index.md', '\n\nA sentence of the later build.\n'],
    ['theme/css/general.css', '\nmain { letter-spacing: 0.5px; }\n'],
    ['theme/css/aid.css', '\n.aid { letter-spacing: 0.5px; }\n'],
  ]) writeFileSync(join(book, file), readFileSync(join(book, file), 'utf8') + text);
});

/** Opens a page and waits until the browser has kept the whole handbook. */
async function visit(page, address) {
  await page.goto(address);
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state), { timeout: 60_000 }).toBe('activated');
}

/** Asks for a new worker and gives the state that it comes to, or null where there is none. */
const update = (page) => page.evaluate(async () => {
  const registration = await navigator.serviceWorker.ready;
  await registration.update();
  const worker = registration.installing;
  if (!worker) return null;
  await new Promise((resolve) => {
    worker.addEventListener('statechange', () => { if (['activated', 'redundant'].includes(worker.state)) resolve(); });
  });
  return worker.state;
});

const builds = (page) => page.evaluate(async () => (await caches.keys()).length);

/** The addresses of every page: each part lists its own. */
async function pagesOf(page) {
  const links = () => page.locator('nav[aria-label="Contents"] a').evaluateAll((all) => all.map((link) => link.href));
  const found = new Set();
  for (const part of await links()) {
    await page.goto(part);
    for (const link of await links()) found.add(link);
  }
  return [...found];
}

test('after one visit every page opens without a network, and the aid goes through to the record in Word', async ({ page }) => {
  test.slow();
  const server = await serve({ folder: first }, { under: '/a/b/', headers: true });
  try {
    await visit(page, server.address);
  } finally {
    await server.close();
  }
  const { origin, pathname } = new URL(server.address);
  await page.goto(server.address);
  const pages = await pagesOf(page);
  expect(pages.length).toBeGreaterThan(60);
  for (const url of pages) expect((await page.goto(url)).status(), url).toBe(200);
  await openAid(page, server.address + aidPage);
  await walk(page, cases.notReady.answers);
  await goTo(page, 'What comes next');
  expect((await download(page, 'Download as Markdown', 'the record')).text).toContain('# Decision record');
  expect((await download(page, 'Download for Word', 'the record')).bytes.subarray(0, 2).toString()).toBe('PK');
  // Without `.html`, as some servers write it, and where there is nothing.
  await page.goto(`${server.address}policy/reports?from=a-letter#reports.lessons`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Reports');
  await page.goto(`${server.address}no/such/page`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page not found');
  expect(await page.evaluate(() => caches.keys())).toEqual([expect.stringContaining(`handbook ${origin}${pathname} `)]);
});

/** Files of the programs that only some pages need, by their names without hashes. */
const programs = (server) => server.requests.filter((url) => /\/aid\/(training|course|casebook)-[0-9a-f]{8}\.(js|wasm)$/.test(url))
  .map((url) => url.replace(/.*\/aid\/|-[0-9a-f]{8}/g, ''));

const practice = 'training/cases.html';
const practiceStarted = (page) => expect(page.locator('main.has-training:not(.training-begins)')).toBeVisible();

test('the first visit fetches no program of the training or the register; who opens the training then has it without a network', async ({ page }) => {
  test.slow();
  const server = await serve({ folder: first });
  try {
    await visit(page, server.address);
    expect(server.requests.some((url) => /\/aid\/whole-[0-9a-f]{8}\.wasm$/.test(url)), 'the aid is fetched').toBe(true);
    expect(programs(server)).toEqual([]);
    await page.goto(server.address + practice);
    await practiceStarted(page);
    expect(programs(server).sort()).toEqual(['course.js', 'training.js', 'training.wasm']);
  } finally {
    await server.close();
  }
  await page.goto(server.address + practice);
  await practiceStarted(page);
  await page.goto(`${server.address}officers/register.html`);
  await expect(page.getByRole('alert')).toContainText('the first time, a network');
});

test('who comes to the training first has it without a network, and in the next build too', async ({ page, later }) => {
  test.slow();
  const site = { folder: first };
  const server = await serve(site);
  try {
    await visit(page, server.address + practice);
    await practiceStarted(page);
    const kept = () => page.evaluate(async () => {
      const requests = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
      return requests.flat().filter(({ url }) => /\/aid\/(training|course)-[0-9a-f]{8}\.(js|wasm)$/.test(url)).length;
    });
    await expect.poll(kept).toBe(3);
    site.folder = later;
    await page.goto(server.address);
    server.requests.length = 0;
    await update(page);
    await expect.poll(() => programs(server).sort()).toEqual(['course.js', 'training.js', 'training.wasm']);
    await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe('activated');
  } finally {
    await server.close();
  }
  await page.goto(server.address + practice);
  await practiceStarted(page);
});

test('a later build takes over for pages opened from then on; an open aid is told and left alone', async ({ page, later, context }) => {
  test.slow();
  const site = { folder: first };
  const server = await serve(site);
  try {
    await visit(page, server.address + aidPage);
    await running(page);
    await answer(page, 'criminal', 'no');
    const old = await page.locator('link[rel=stylesheet]').evaluateAll((all) => all.map((link) => link.href));
    site.folder = later;

    const other = await context.newPage();
    await other.goto(server.address);
    await expect(notice(page)).toContainText('The handbook has been updated since you opened this page.', { timeout: 60_000 });
    await expect(notice(page)).toContainText('save it first');
    await expect(notice(page)).toHaveAttribute('role', 'status');
    await expect(choice(page, 'criminal', 'no')).toBeChecked();
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press('End');
    const last = page.getByRole('contentinfo').getByRole('link', { name: 'Privacy' });
    await expect.poll(async () => {
      const [link, bar] = [await last.boundingBox(), await notice(page).boundingBox()];
      return link.y + link.height <= bar.y;
    }, 'the notice hides nothing').toBe(true);
    const window = page.viewportSize();
    await page.setViewportSize({ width: 320, height: 256 });
    await expect.poll(async () => {
      const [bar, text] = [await notice(page).boundingBox(), await page.locator('main').boundingBox()];
      return bar.y + bar.height <= text.y;
    }, 'in a low window it stands above the page').toBe(true);
    await page.setViewportSize(window);

    // What the open page may still ask for comes from its own build, which the server no longer has.
    for (const url of old) {
      const text = await page.evaluate(async (address) => (await fetch(address)).text(), url);
      expect(text, url).toBe(readFileSync(join(first, new URL(url).pathname), 'utf8'));
    }
    await other.goto(`${server.address}policy/reports.html`);
    await other.goto(server.address);
    await expect(other.getByText('A sentence of the later build.')).toBeVisible();
    await expect(notice(other)).toBeEmpty();

    await page.getByRole('button', { name: 'Not now' }).click();
    await expect(notice(page)).toBeEmpty();
    await page.reload();
    await expect(choice(page, 'criminal', 'no')).toBeChecked();
    expect(await page.locator('link[rel=stylesheet]').evaluateAll((all) => all.map((link) => link.href))).not.toEqual(old);

    // Once none of its pages is open, the old build goes.
    expect(await builds(page)).toBe(2);
    await page.goto('about:blank');
    await other.goto('about:blank');
    await other.goto(server.address);
    await expect.poll(() => builds(other)).toBe(1);
  } finally {
    await server.close();
  }
});

test('the button shows the updated handbook', async ({ page, later }) => {
  const site = { folder: first };
  const server = await serve(site);
  try {
    await visit(page, server.address);
    site.folder = later;
    expect(await update(page)).toBe('activated');
    await expect(page.getByText('A sentence of the later build.')).toHaveCount(0);
    await page.getByRole('button', { name: 'Show the updated handbook' }).click();
    await expect(page.getByText('A sentence of the later build.')).toBeVisible();
    await expect(notice(page)).toBeEmpty();
  } finally {
    await server.close();
  }
});

test('a build that is only half there is not kept, and the one before stays whole', async ({ page, later }) => {
  const half = mkdtempSync(join(tmpdir(), 'handbook-half-'));
  const site = { folder: first };
  const server = await serve(site);
  try {
    cpSync(later, half, { recursive: true });
    cpSync(join(first, 'policy', 'reports.html'), join(half, 'policy', 'reports.html'));
    await visit(page, server.address);
    site.folder = half;
    expect(await update(page)).toBe('redundant');
    expect(await builds(page)).toBe(1);
    await page.reload();
    await expect(page.getByText('A sentence of the later build.')).toHaveCount(0);
    site.folder = later;
    expect(await update(page)).toBe('activated');
    await page.reload();
    await expect(page.getByText('A sentence of the later build.')).toBeVisible();
  } finally {
    await server.close();
    rmSync(half, { recursive: true, force: true });
  }
});

test('where the owner wants nothing kept, what was kept goes', async ({ page }) => {
  const site = { folder: first };
  const [server, built] = [await serve(site), build(undefined, { MDBOOK_OUTPUT__HANDBOOK__OFFLINE: 'false' })];
  try {
    await visit(page, server.address);
    site.folder = built.folder;
    await page.reload();
    await expect.poll(() => page.evaluate(async () => [(await caches.keys()).length, (await navigator.serviceWorker.getRegistrations()).length])).toEqual([0, 0]);
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  } finally {
    await server.close();
    built.remove();
  }
});
