// Every page: axe and html-validate find nothing, nothing is loaded from elsewhere, and it can be read by everyone.
import { expect, test } from './strict.js';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { axeFindings, contrast, htmlFindings, judge } from './findings.js';

const pages = readdirSync(process.env.HANDBOOK_SITE, { recursive: true })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.html'));

const nothing = { unexcused: [], expired: [] };

/** Opens a page, its decision aid or its training ready and everything that is folded opened. */
async function openAll(page, file) {
  await page.goto(file);
  if (await page.locator('#decision-aid').count()) await expect(page.locator('.question-heading')).toBeVisible();
  if (await page.locator('#training').count()) await expect(page.locator('.training-panel')).toBeVisible();
  await page.evaluate(() => document.querySelectorAll('main details').forEach((details) => { details.open = true; }));
}

/** What stands outside the window to the right, on a page that should fit its width. */
async function sideways(page) {
  return page.evaluate(() => {
    const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    return wide <= 0 ? [] : [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
      .map((element) => `${element.tagName}.${element.className}`).slice(0, 5).concat(`${wide} px`);
  });
}

/** What is cut off: text in a box that hides what does not fit. */
async function cutOff(page) {
  return page.evaluate(() => [...document.querySelectorAll('body *')].filter((element) => {
    const style = getComputedStyle(element);
    const hides = ['hidden', 'clip'].includes(style.overflowX) || ['hidden', 'clip'].includes(style.overflowY);
    return hides && element.clientWidth > 1 && element.checkVisibility() && element.textContent.trim()
      && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1);
  }).map((element) => `${element.tagName}.${element.className}`));
}

for (const file of pages) {
  test(`${file} has no fault that axe finds, in light or dark`, async ({ page }) => {
    // Some pages have thousands of elements.
    test.slow();
    const complaints = [];
    page.on('console', (message) => { if (message.type() === 'error') complaints.push(message.text()); });
    page.on('request', (request) => {
      if (!request.url().startsWith('http://localhost:')) complaints.push(`loads ${request.url()}`);
    });
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await openAll(page, file);
    expect(judge(file, await axeFindings(page))).toEqual(nothing);
    // Only colours differ in the dark.
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await axeFindings(page, contrast)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test(`${file} is valid, and its parts stand in order under names of their own`, async ({ page }) => {
    const html = readFileSync(join(process.env.HANDBOOK_SITE, file), 'utf8');
    expect(await htmlFindings(html)).toEqual([]);
    await page.goto(file);
    const seen = await page.evaluate(() => ({
      // Where the update notice comes is empty, and a status of its own.
      landmarks: [...document.body.children].filter((element) => element.localName !== 'script' && element.role !== 'status').map((element) => element.localName),
      titles: document.querySelectorAll('h1').length,
      first: document.querySelector('h1, h2, h3, h4, h5, h6').localName,
      skip: document.querySelector('a').getAttribute('href').split('#')[1],
      main: document.querySelector('main').id,
      language: document.documentElement.lang,
      unnamed: [...document.querySelectorAll('nav')].filter((nav) => !nav.getAttribute('aria-label')).length,
      names: [...document.querySelectorAll('nav')].map((nav) => nav.getAttribute('aria-label')),
      keys: document.querySelectorAll('[accesskey]').length,
    }));
    expect(seen).toMatchObject({ landmarks: ['header', 'search', 'nav', 'main', 'footer'], titles: 1, first: 'h1', skip: 'main', main: 'main', language: 'en-GB', unnamed: 0, keys: 0 });
    expect(new Set(seen.names).size).toBe(seen.names.length);
  });

  test(`${file} can be read at 400 %, with wide spacing, in forced colours and on paper`, async ({ page }) => {
    // 1280 pixels at 400 % are 320.
    await page.setViewportSize({ width: 320, height: 256 });
    await openAll(page, file);
    expect(await sideways(page)).toEqual([]);
    // What WCAG's text spacing asks for, as a reader's own stylesheet sets it.
    await page.evaluate(() => {
      const style = new CSSStyleSheet();
      style.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }');
      document.adoptedStyleSheets.push(style);
    });
    expect(await cutOff(page)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 720 });
    expect(await sideways(page)).toEqual([]);
    await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
    // A control or a current page must show without the colours that the system takes away.
    const vanished = await page.evaluate(() => [...document.querySelectorAll('main a, main button, main input, nav a[aria-current]')].filter((element) => {
      const style = getComputedStyle(element);
      return element.checkVisibility() && style.forcedColorAdjust !== 'auto';
    }).length);
    expect(vanished).toBe(0);
    await page.emulateMedia({ media: 'print', forcedColors: 'none', colorScheme: 'dark' });
    const paper = await page.evaluate(() => {
      const dark = (colour) => {
        const [red, green, blue, alpha = 1] = colour.match(/[\d.]+/g).map(Number);
        return alpha > 0 && (red + green + blue) / 3 < 200;
      };
      const shown = [...document.querySelectorAll('body, body *')].filter((element) => element.checkVisibility());
      return {
        dark: shown.filter((element) => dark(getComputedStyle(element).backgroundColor)).map((element) => `${element.localName}.${element.className}`),
        navigation: ['.site-header', '.site-contents', '.pages', '.skip-link'].filter((part) => document.querySelector(part)?.checkVisibility()),
      };
    });
    expect(paper).toEqual({ dark: [], navigation: [] });
  });

  test(`${file} shows where the focus is, and nothing hides it`, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 720 });
    await page.goto(file);
    if (await page.locator('#decision-aid').count()) await expect(page.locator('.question-heading')).toBeVisible();
    // What stands before the page is the same everywhere, and is gone through once.
    if (file !== 'index.html') await page.locator('main').focus();
    const hidden = [];
    for (let presses = 0; presses < 60; presses += 1) {
      await page.keyboard.press('Tab');
      const fault = await page.evaluate(() => {
        const element = document.activeElement;
        if (element === document.body) return 'end';
        const box = element.getClientRects()[0];
        const name = `${element.localName} “${element.textContent.trim().slice(0, 30)}”`;
        if (!box) return `${name} has no place`;
        const style = getComputedStyle(element);
        const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
        const mark = element.closest('.answer') ? getComputedStyle(element.closest('.answer')) : style;
        if (!outlined && (mark.outlineStyle === 'none' || parseFloat(mark.outlineWidth) < 2)) return `${name} is not outlined`;
        const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
        if (!top) return `${name} is out of sight`;
        return element.contains(top) || top.contains(element) ? null : `${name} is under ${top.localName}.${top.className}`;
      });
      if (fault === 'end') break;
      if (fault) hidden.push(fault);
    }
    expect(hidden).toEqual([]);
  });
}

test('every page was found', () => {
  expect(pages.length).toBeGreaterThan(25);
});

test('an exemption excuses only what it names, and expires', () => {
  const exemption = { file: 'a.html', rule: 'region', target: 'main', why: 'for this test' };
  const finding = { rule: 'region', target: 'main' };
  const other = { rule: 'region', target: 'footer' };
  expect(judge('a.html', [finding, other], [exemption])).toEqual({ unexcused: [other], expired: [] });
  expect(judge('a.html', [], [exemption])).toEqual({ unexcused: [], expired: [exemption] });
  expect(judge('b.html', [finding], [exemption])).toEqual({ unexcused: [finding], expired: [] });
});

test('links in the text are underlined, on every page', async ({ page }) => {
  const plain = [];
  for (const file of pages) {
    await page.goto(file);
    plain.push(...await page.evaluate((name) => [...document.querySelectorAll('main a, footer a')]
      .filter((link) => link.checkVisibility() && !link.closest('.page-contents'))
      .filter((link) => ![link, ...link.querySelectorAll('*')].some((part) => getComputedStyle(part).textDecorationLine.includes('underline')))
      .map((link) => `${name}: ${link.textContent}`), file));
  }
  expect(plain).toEqual([]);
});

test('no key by itself does anything, and arrow keys scroll', async ({ page }) => {
  await page.goto('policy/deciding-to-restrict.html');
  const address = page.url();
  const before = await page.locator('body').innerHTML();
  for (const key of 'abcdefghijklmnopqrstuvwxyz0123456789/?.,') await page.keyboard.press(key);
  for (const key of ['ArrowLeft', 'ArrowRight', 'Escape']) await page.keyboard.press(key);
  expect(page.url()).toBe(address);
  expect(await page.locator('body').innerHTML()).toBe(before);
  const scrolled = async (key) => {
    await page.keyboard.press(key);
    return page.evaluate(() => scrollY);
  };
  await expect.poll(() => scrolled('ArrowDown')).toBeGreaterThan(0);
  await expect.poll(() => scrolled('ArrowUp')).toBe(0);
});

test('nothing moves for a reader who asks for less motion', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const moving = [];
  for (const file of ['index.html', 'policy/deciding-to-restrict.html', 'officers/check.html']) {
    await openAll(page, file);
    moving.push(...await page.evaluate(() => [...document.querySelectorAll('*')].filter((element) => {
      const style = getComputedStyle(element);
      // A hundredth of a second shows a thing; it does not move it.
      const moves = (list) => list.split(',').some((time) => parseFloat(time) > 0.01);
      return moves(style.transitionDuration) || moves(style.animationDuration) || style.scrollBehavior === 'smooth';
    }).map((element) => `${element.localName}.${element.className}`)));
  }
  expect(moving).toEqual([]);
});

test('the skip link leads to the page', async ({ page }) => {
  await page.goto('policy/reports.html');
  await page.keyboard.press('Tab');
  await expect(page.locator('.skip-link')).toBeFocused();
  await expect(page.locator('.skip-link')).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement.closest('main') !== null)).toBe(true);
});

test('without JavaScript the contents mark the page and lead to every other', async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto('policy/reports.html');
  await expect(page.locator('nav[aria-label="Contents"] a[aria-current="page"]')).toHaveText('Reports');
  await page.getByRole('link', { name: 'Objectives' }).first().click();
  await expect(page.locator('h1')).toHaveText('Objectives');
});

test('the contents are reached by keyboard, beside the page on a wide screen and behind “Contents” on a narrow one', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto('policy/reports.html');
  const current = page.locator('nav[aria-label="Contents"] a[aria-current="page"]');
  await expect(current).toHaveText('Reports');
  await expect(current).toBeVisible();
  const reached = [];
  for (let presses = 0; presses < 6; presses += 1) {
    await page.keyboard.press('Tab');
    reached.push(await page.evaluate(() => document.activeElement.textContent.trim()));
  }
  expect(reached[0]).toBe('Skip to the page');
  expect(reached).toContain('What this means for you');
  await page.setViewportSize({ width: 360, height: 640 });
  await expect(current).toBeHidden();
  await page.getByText('Contents', { exact: true }).click();
  await expect(current).toBeVisible();
});

test('what a page holds stands beside it on a wide screen, and folded above it on a narrow one', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto('policy/deciding-to-restrict.html');
  const links = page.getByRole('navigation', { name: 'On this page' }).getByRole('link');
  await expect(links).toHaveText(await page.locator('main h2').allTextContents());
  const text = await page.locator('main h2').first().boundingBox();
  const beside = await links.first().boundingBox();
  expect(beside.x).toBeGreaterThan(text.x + text.width);
  await links.last().click();
  await expect(page.locator('main h2').last()).toBeInViewport();
  await expect(links.last()).toBeInViewport();
  await page.setViewportSize({ width: 360, height: 740 });
  await expect(links.first()).toBeHidden();
  await page.getByText('On this page').first().click();
  await expect(links.first()).toBeVisible();
});
