// The site wherever it is put: below a path, in a folder, without scripts, at addresses that do not exist or have moved.
import { expect, test } from './strict.js';
import { appendFileSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cases } from './cases.js';
import { running, walk } from './officer.js';
import { build } from './books.js';
import { serve } from './server.js';

const site = { folder: process.env.HANDBOOK_SITE };
const withoutScripts = { javaScriptEnabled: false };

/** Serves a site while something is done with it. */
async function served(folder, options, use) {
  const server = await serve(folder, options);
  try { await use(server); } finally { await server.close(); }
}

/** Goes from page to page by links: the contents, a clause, the next page. */
async function goAround(page) {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByRole('navigation', { name: 'Parts' }).getByRole('link', { name: 'Policy' }).click();
  await page.getByRole('navigation', { name: 'Contents' }).getByRole('link', { name: 'Reports' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Reports');
  await expect(page.locator('body')).toHaveCSS('display', 'grid');
  await page.locator('a.clause-number').first().click();
  expect(new URL(page.url()).hash).toMatch(/^#reports\./);
  await page.locator('a.pages-next').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The whole policy');
  await page.locator('a.pages-next').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check a case');
}

test('what a page may not do is reported', async ({ page, reports }) => {
  await page.goto('index.html');
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "owned"';
    document.head.append(script);
    document.body.setAttribute('style', 'color: red');
  });
  await expect.poll(() => reports.map(({ effectiveDirective }) => effectiveDirective)).toEqual(['script-src-elem', 'style-src-attr']);
  expect(await page.title()).not.toBe('owned');
  reports.length = 0;
});

test('below any path, pages, links and the decision aid work', async ({ page }) => {
  await served(site, { under: '/a/b/' }, async ({ address }) => {
    await page.goto(address);
    await goAround(page);
    await running(page);
    await walk(page, cases.notReady.answers);
    await expect(page.locator('.result [data-outcome]')).toHaveAttribute('data-outcome', 'not-ready');
  });
});

test('in a folder, pages, links and the decision aid work, and nothing is complained of', async ({ page }) => {
  const complaints = [];
  page.on('console', (message) => { if (message.type() !== 'info') complaints.push(message.text()); });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(pathToFileURL(join(site.folder, 'index.html')).href);
  await goAround(page);
  await running(page);
  await walk(page, cases.notReady.answers);
  expect(complaints).toEqual([]);
});

test('without scripts, the contents lead to every page and the checklist is there', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, ...withoutScripts });
  const page = await context.newPage();
  await page.goto('index.html');
  await goAround(page);
  await expect(page.locator('.checklist ol > li')).toHaveCount(38);
  await page.setViewportSize({ width: 360, height: 640 });
  await page.getByText('Menu', { exact: true }).click();
  await page.getByRole('navigation', { name: 'Contents' }).getByRole('link', { name: 'About', exact: true }).click();
  await page.getByText('Menu', { exact: true }).click();
  await page.getByRole('link', { name: 'Glossary' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Glossary');
  await context.close();
});

test('at an address that does not exist, however deep, every link works where site-url says where the site stands', async ({ browser }) => {
  const built = build(undefined, { MDBOOK_OUTPUT__HANDBOOK__SITE_URL: 'https://www.example.org/a/b/' });
  try {
    await served(built, { under: '/a/b/', headers: true }, async ({ address }) => {
      const context = await browser.newContext({ ...withoutScripts, viewport: { width: 1280, height: 900 } });
      const page = await context.newPage();
      for (const missing of ['nowhere', 'policy/nowhere.html', 'no/such/page/at/all/']) {
        const answered = await page.goto(address + missing);
        expect(answered.status(), missing).toBe(404);
        await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page not found');
        await goAround(page);
      }
      await page.goto(`${address}no/such/page`);
      const links = await page.locator('[href]:not([href^="#"]), [src]').evaluateAll((all) => all.map((element) => element.href || element.src));
      expect(links.length).toBeGreaterThan(20);
      for (const link of new Set(links)) expect((await page.request.get(link)).status(), link).toBe(200);
      await context.close();
    });
  } finally {
    built.remove();
  }
});

test('at an address that does not exist, where nobody said where the site stands, a few steps up lead to the start', async ({ browser }) => {
  await served(site, { under: '/a/b/' }, async ({ address }) => {
    const context = await browser.newContext(withoutScripts);
    const page = await context.newPage();
    await page.goto(`${address}policy/deeper/nowhere.html`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page not found');
    await page.getByRole('link', { name: 'to this folder' }).click();
    for (let steps = 0; steps < 2; steps += 1) await page.getByRole('link', { name: 'to the one above' }).click();
    expect(page.url()).toBe(address);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Customer handling handbook');
    await context.close();
  });
});

/** The handbook after a page got another name and a clause went to another page and one into another clause. */
function moved() {
  return build((book) => {
    const at = (...names) => join(book, 'src', ...names);
    renameSync(at('about', 'glossary.md'), at('about', 'words.md'));
    renameSync(at('policy', 'reports.md'), at('policy', 'reporting.md'));
    const every = (file) => {
      const text = readFileSync(file, 'utf8');
      writeFileSync(file, text.replaceAll('glossary.md', 'words.md').replaceAll('policy/reports.md', 'policy/reporting.md').replaceAll('](reports.md', '](reporting.md'));
    };
    for (const file of ['SUMMARY.md', 'index.md', 'about/keeping/change-a-page.md', 'about/keeping/change-a-rule.md', 'policy/reviewing-a-restriction.md']) every(at(file));
    every(join(book, 'book.toml'));
    appendFileSync(join(book, 'book.toml'), `
[output.handbook.redirects]
"about/glossary.html" = "about/words.html"
"policy/reports.html" = "policy/reporting.html"
"policy/objectives.html#objectives.merged" = "policy/reporting.html#reports.lessons"
`);
  });
}

test('old addresses lead on: with a script to the paragraph itself, without one by a link', async ({ page, browser }) => {
  const built = moved();
  try {
    await served(built, { under: '/a/' }, async ({ address }) => {
      for (const [old, now] of [
        ['about/glossary.html', 'about/words.html'],
        ['policy/reports.html', 'policy/reporting.html'],
        ['policy/reports.html#reports.lessons', 'policy/reporting.html#reports.lessons'],
        ['policy/objectives.html#objectives.merged', 'policy/reporting.html#reports.lessons'],
      ]) {
        await page.goto(address + old);
        await page.waitForURL(address + now);
      }
      const context = await browser.newContext(withoutScripts);
      const plain = await context.newPage();
      await plain.goto(`${address}about/glossary.html`);
      await plain.waitForURL(`${address}about/words.html`);
      await plain.goto(`${address}policy/reports.html#reports.lessons`);
      await expect(plain.locator('[id="reports.lessons"]')).toContainText('has moved');
      await plain.locator('[id="reports.lessons"] a').click();
      await plain.waitForURL(`${address}policy/reporting.html#reports.lessons`);
      await plain.goto(`${address}policy/objectives.html#objectives.merged`);
      await expect(plain.locator('[id="objectives.merged"]')).toBeInViewport();
      await plain.locator('[id="objectives.merged"] a').click();
      await plain.waitForURL(`${address}policy/reporting.html#reports.lessons`);
      await context.close();
    });
  } finally {
    built.remove();
  }
});
