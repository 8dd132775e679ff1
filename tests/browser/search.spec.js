// The search: that it finds what people mean, loads nothing before it is used, keeps what is typed to itself, and works by
// keyboard, from a folder, under the strict content policy and when its files do not come.
import { expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { axeViolations } from './findings.js';
import { file, libraries } from './search-libraries.js';

const site = process.env.HANDBOOK_SITE;
const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; " +
  "connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'";

const queries = (() => {
  const text = readFileSync(join(import.meta.dirname, '../search/queries.toml'), 'utf8');
  const found = [...text.matchAll(/^\[\[query\]\]\ntypes = "(.+)"\nfinds = "(.+)"$/gm)].map(([, types, finds]) => ({ types, finds }));
  if (found.length !== text.split('[[query]]').length - 1) throw new Error('a query in queries.toml cannot be read');
  return found;
})();

const parts = (page) => ({
  field: page.getByRole('search').getByRole('searchbox', { name: 'Search' }),
  status: page.getByRole('search').getByRole('status'),
  links: page.getByRole('search').getByRole('link'),
});

test('the libraries are those of npm', async () => {
  expect(readFileSync(file, 'utf8')).toBe(await libraries());
});

/** The first three results: the page of each from the root of the site, and the anchor on it. */
const firstThree = (links) => links.evaluateAll((all) => all.slice(0, 3).map((link) => ({
  page: link.getAttribute('href').replace(/^[.][.][/]/, '').replace(/#.*/, ''),
  anchor: decodeURIComponent(link.hash.slice(1)),
})));

test('what people type leads to the right clause or page in the first three results', async ({ page }) => {
  expect(queries.length).toBeGreaterThanOrEqual(100);
  await page.goto('policy/reports.html');
  const { field, links, status } = parts(page);
  const wrong = [];
  for (const { types, finds } of queries) {
    await field.fill('');
    await expect(status).toBeEmpty();
    await field.fill(types);
    await expect(links.first()).toBeVisible();
    const first = await firstThree(links);
    if (!first.some(({ page, anchor }) => finds === page || finds === anchor)) wrong.push({ types, finds, first });
  }
  expect(wrong).toEqual([]);
});

test('what customers type leads to a page for customers first, and what staff type does not have to', async ({ page }) => {
  await page.goto('policy/reports.html');
  const { field, links, status } = parts(page);
  const first = async (types) => {
    await field.fill('');
    await expect(status).toBeEmpty();
    await field.fill(types);
    await expect(links.first()).toBeVisible();
    return (await firstThree(links))[0].page;
  };
  const customers = ['how do I complain about this decision', 'lost my letter', 'appeal', 'banned', 'I want to kill myself', 'interpreter'];
  for (const types of customers) expect(await first(types), types).toMatch(/^customers\//);
  for (const types of ['customer is shouting', 'councillor', 'retention']) expect(await first(types), types).toMatch(/^officers\//);
});

test('a result shows the number of its clause, where it stands and the words that were found, and leads there', async ({ page }) => {
  await page.goto('index.html');
  const { field, links } = parts(page);
  await field.fill('ombudsmen');
  const result = page.getByRole('search').getByRole('listitem').filter({ has: page.locator('a[href$="#decision.same-matter"]') });
  await expect(result.getByRole('link')).toHaveText('12.14 The options');
  await expect(result).toContainText('Deciding to restrict contact, “may”');
  await expect(result.locator('mark')).toContainText(['Ombudsman']);
  await result.getByRole('link').click();
  await expect(page).toHaveURL(/policy\/deciding-to-restrict\.html#decision\.same-matter$/);
  await expect(links).toHaveCount(0);
});

test('nothing is loaded before the field is used, and what is typed goes nowhere', async ({ page, context }) => {
  const asked = [];
  page.on('request', (request) => asked.push(request.url().replace(/-[0-9a-f]{8}\./, '.').replace(/^http:\/\/localhost:\d+\//, '')));
  await page.goto('policy/reports.html', { waitUntil: 'networkidle' });
  expect(asked.filter((url) => url.startsWith('search/'))).toEqual(['search/field.js']);
  expect(asked.length).toBeLessThanOrEqual(8);
  asked.length = 0;
  const entries = await page.evaluate(() => history.length);
  const { field, links, status } = parts(page);
  await field.focus();
  await field.fill('banned');
  await expect(links.first()).toBeVisible();
  await field.press('Enter');
  await expect(status).toHaveText(/^\d+ results/);
  expect(asked.sort()).toEqual(['search/entries.js', 'search/files.js', 'search/finder.js']);
  expect(page.url()).toMatch(/policy\/reports\.html$/);
  const kept = await page.evaluate(() => [history.length, localStorage.length, sessionStorage.length, document.cookie]);
  expect(kept).toEqual([entries, 0, 0, '']);
  expect((await context.storageState()).origins).toEqual([]);
  expect(await page.locator('search form, search [name]').count()).toBe(0);
});

test('by keyboard: from the field on to the results, Escape back to an empty field, arrows and letters left alone', async ({ page }) => {
  await page.clock.install();
  await page.goto('policy/reports.html');
  const { field, links, status } = parts(page);
  await page.keyboard.press('s');
  await page.keyboard.press('/');
  await expect(field).not.toBeFocused();
  await field.focus();
  await page.keyboard.type('review');
  await expect(status).toHaveText(/^\d+ results, the best 8 first$/);
  await expect(links).toHaveCount(8);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('x');
  await expect(field).toHaveValue('reviexw');
  await page.keyboard.press('Backspace');
  // At once, before the pause in typing is over: the results must not change under the focus.
  await page.keyboard.press('Tab');
  await expect(links.first()).toBeFocused();
  await page.clock.runFor(1000);
  await expect(links.first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('');
  await expect(links).toHaveCount(0);
  await expect(status).toBeEmpty();
});

test('what finds nothing says so and says what to do', async ({ page }) => {
  await page.goto('policy/reports.html');
  const { field, links, status } = parts(page);
  await field.fill('zzqqxx');
  await expect(status).toHaveText('Nothing found for “zzqqxx”. Try fewer or other words, or look through the contents.');
  await expect(links).toHaveCount(0);
});

test('when its files do not come the field says so, and tries again', async ({ page }) => {
  await page.route('**/search/entries-*', (route) => route.abort());
  await page.goto('policy/reports.html');
  const { field, links, status } = parts(page);
  await field.fill('banned');
  await expect(status).toHaveText('The search could not be loaded. Try again, or look through the contents.');
  await page.unroute('**/search/entries-*');
  await field.fill('banned ');
  await field.press('Enter');
  await expect(links.first()).toBeVisible();
});

test('from a folder it finds the same', async ({ page }) => {
  await page.goto(pathToFileURL(join(site, 'policy', 'reports.html')).href);
  const { field, links } = parts(page);
  await field.fill('apeal');
  await expect(links.first()).toHaveAttribute('href', '../customers/asking-for-a-review.html');
});

test('the strict content policy blocks nothing of it', async ({ page }) => {
  await page.route('**/*.html', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } });
  });
  const complaints = [];
  page.on('console', (message) => { if (message.type() === 'error') complaints.push(message.text()); });
  await page.goto('policy/reports.html');
  const { field, links } = parts(page);
  await field.fill('banned');
  await expect(links.first()).toBeVisible();
  expect(complaints).toEqual([]);
});

for (const colorScheme of ['light', 'dark']) {
  test(`results have no fault that axe finds in the ${colorScheme}, and fit a narrow screen`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto('policy/reports.html');
    const { field, links } = parts(page);
    await field.fill('freedom of information');
    await expect(links.first()).toBeVisible();
    expect(await axeViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
}

test('there is no field without scripts or on paper, and with them nothing moves when it comes', async ({ page, browser }) => {
  const without = await browser.newContext({ javaScriptEnabled: false });
  const plain = await without.newPage();
  await plain.goto(new URL('policy/reports.html', test.info().project.use.baseURL).href);
  await expect(plain.getByRole('search')).toHaveCount(0);
  await expect(plain.locator('.site-search')).toBeHidden();
  await without.close();

  // Held back, the script leaves the place of the field empty and free.
  let release;
  await page.route('**/search/field-*', async (route) => { await new Promise((go) => { release = go; }); await route.continue(); });
  await page.goto('policy/reports.html', { waitUntil: 'commit' });
  const top = () => page.locator('h1').evaluate((heading) => heading.getBoundingClientRect().top);
  await expect.poll(() => release !== undefined).toBe(true);
  await expect(page.locator('.site-search')).toBeHidden();
  const before = await top();
  release();
  await expect(parts(page).field).toBeVisible();
  expect(await top()).toBe(before);

  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.site-search')).toBeHidden();
});
