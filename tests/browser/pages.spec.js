// Every page in the browser: axe finds nothing, nothing is loaded from elsewhere, and it can be read by everyone. What the
// file of a page shows by itself is looked at in files.spec.js.
//
// Each page is opened once and looked at in every way, by changing the window and what the browser says of its reader. What
// is found is collected and told together, each with its page.
import { expect, test } from './strict.js';
import { dirname } from 'node:path';
import { axeFindings, contrast, judge } from './findings.js';
import { running } from './officer.js';
import { pages } from './site.js';

/** The pages of each folder. A test for a folder, so that several are looked at at once. */
const folders = new Map();
for (const file of pages) folders.set(dirname(file), [...folders.get(dirname(file)) ?? [], file]);

/** Opens a page, its decision aid or its training ready. */
async function open(page, file) {
  await page.goto(file);
  if (await page.locator('#decision-aid').count()) await running(page);
  if (await page.locator('#training').count()) await expect(page.locator('.training-panel')).toBeVisible();
}

/** Opens what is folded in the page. */
const unfold = (page) => page.evaluate(() => {
  globalThis.unfolded = [...document.querySelectorAll('main details:not([open])')];
  globalThis.unfolded.forEach((details) => { details.open = true; });
  // What the switch of a policy page shows.
  document.documentElement.classList.add('shows-aid-use');
});

/** Folds again what `unfold` opened. */
const fold = (page) => page.evaluate(() => globalThis.unfolded.forEach((details) => { details.open = false; }));

/** The parts of a page that have a role, in order, as scripts left them, and whether they have names of their own. */
async function landmarkFaults(page) {
  const seen = await page.evaluate(() => {
    const names = [...document.querySelectorAll('nav')].map((nav) => nav.getAttribute('aria-label'));
    return {
      // Where the update notice comes is empty, and a status of its own.
      landmarks: [...document.body.children].filter((element) => element.localName !== 'script' && element.role !== 'status').map((element) => element.localName).join(' '),
      titles: document.querySelectorAll('h1').length,
      first: document.querySelector('h1, h2, h3, h4, h5, h6').localName,
      skip: document.querySelector('a').getAttribute('href').split('#')[1],
      main: document.querySelector('main').id,
      language: document.documentElement.lang,
      unnamed: names.filter((name) => !name).length,
      alike: names.length - new Set(names).size,
      keys: document.querySelectorAll('[accesskey]').length,
    };
  });
  const wanted = { landmarks: 'header nav main footer', titles: 1, first: 'h1', skip: 'main', main: 'main', language: 'en-GB', unnamed: 0, alike: 0, keys: 0 };
  return Object.keys(wanted).filter((key) => seen[key] !== wanted[key]).map((key) => `${key} is “${seen[key]}”, not “${wanted[key]}”`);
}

/** What axe objects to, in light and dark. Only colours differ in the dark. */
async function axeFaults(page, file) {
  const { unexcused, expired } = judge(file, await axeFindings(page));
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await axeFindings(page, contrast);
  return [
    ...unexcused.map(({ rule, target }) => `${rule} at ${target}`),
    ...expired.map(({ rule, target }) => `the exemption of ${target} from ${rule} excuses nothing any more`),
    ...dark.map(({ rule, target }) => `in the dark: ${rule} at ${target}`),
  ];
}

/** What scrolls by itself as the page comes, and a keyboard may not reach. With all folds open, axe sees links in it and is content. */
async function scrollingFaults(page) {
  const found = await axeFindings(page, ['scrollable-region-focusable']);
  return found.map(({ rule, target }) => `as it comes: ${rule} at ${target}`);
}

/** Links in the text that are not underlined; the first of each way on the start page looks like a button. */
const plainLinks = (page) => page.evaluate(() => [...document.querySelectorAll('main a, footer a')]
  .filter((link) => link.checkVisibility() && !link.closest('.page-contents, .way strong'))
  .filter((link) => ![link, ...link.querySelectorAll('*')].some((part) => getComputedStyle(part).textDecorationLine.includes('underline')))
  .map((link) => `the link “${link.textContent}” is not underlined`));

/** What stands outside the window to the right, on a page that should fit its width. */
const sideways = (page) => page.evaluate(() => {
  const window = document.documentElement.clientWidth;
  const wide = document.documentElement.scrollWidth - window;
  return wide <= 0 ? [] : [...document.querySelectorAll('body *')]
    .filter((element) => element.getBoundingClientRect().right > window + 1)
    .map((element) => `${element.tagName}.${element.className}`).slice(0, 5).concat(`${wide} px`)
    .map((element) => `wider than a window of ${window} pixels: ${element}`);
});

/** What is cut off where the reader spaces text widely: text in a box that hides what does not fit. */
async function cutOff(page) {
  await page.evaluate(() => {
    // What WCAG's text spacing asks for, as a reader's own stylesheet sets it.
    const style = new CSSStyleSheet();
    style.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }');
    document.adoptedStyleSheets.push(style);
  });
  return page.evaluate(() => [...document.querySelectorAll('body *')].filter((element) => {
    const style = getComputedStyle(element);
    const hides = ['hidden', 'clip'].includes(style.overflowX) || ['hidden', 'clip'].includes(style.overflowY);
    return hides && element.clientWidth > 1 && element.checkVisibility() && element.textContent.trim()
      && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1);
  }).map((element) => `cut off with wide spacing: ${element.tagName}.${element.className}`));
}

/** What does not fit at 400 %, or with wide spacing. */
async function reflowFaults(page) {
  // 1280 pixels at 400 % are 320.
  await page.setViewportSize({ width: 320, height: 256 });
  const narrow = [...await sideways(page), ...await cutOff(page)];
  await page.setViewportSize({ width: 1280, height: 720 });
  return [...narrow, ...await sideways(page)];
}

/** The controls that would not show without the colours that the system takes away. */
async function forcedColourFaults(page) {
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  return page.evaluate(() => [...document.querySelectorAll('main a, main button, main input, nav a[aria-current]')]
    .filter((element) => element.checkVisibility() && getComputedStyle(element).forcedColorAdjust !== 'auto')
    .map((element) => `keeps its own colours where the system forces others: ${element.localName}.${element.className}`));
}

/** What is on paper that should not be: dark areas, and ways to other pages. */
async function paperFaults(page) {
  await page.emulateMedia({ media: 'print', forcedColors: 'none', colorScheme: 'dark' });
  return page.evaluate(() => {
    const dark = (colour) => {
      const [red, green, blue, alpha = 1] = colour.match(/[\d.]+/g).map(Number);
      return alpha > 0 && (red + green + blue) / 3 < 200;
    };
    const shown = [...document.querySelectorAll('body, body *')].filter((element) => element.checkVisibility());
    return [
      ...shown.filter((element) => dark(getComputedStyle(element).backgroundColor)).map((element) => `dark on paper: ${element.localName}.${element.className}`),
      ...['.site-header', '.site-contents', '.pages', '.skip-link'].filter((part) => document.querySelector(part)?.checkVisibility()).map((part) => `on paper: ${part}`),
    ];
  });
}

/** What has the focus and does not show it, or is hidden. Nothing was focused on the page before. */
async function focusFaults(page, file) {
  await page.emulateMedia({ media: 'screen', colorScheme: 'light', reducedMotion: 'no-preference' });
  await page.evaluate(() => { document.adoptedStyleSheets = []; });
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
    if (fault) hidden.push(`with the focus: ${fault}`);
  }
  return hidden;
}

/** Everything that is wrong with a page. */
async function faults(page, file) {
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.emulateMedia({ media: 'screen', colorScheme: 'light', reducedMotion: 'reduce' });
  await open(page, file);
  const found = [...await landmarkFaults(page), ...await scrollingFaults(page)];
  await unfold(page);
  found.push(...await axeFaults(page, file), ...await plainLinks(page), ...await reflowFaults(page));
  found.push(...await forcedColourFaults(page), ...await paperFaults(page));
  await fold(page);
  return [...found, ...await focusFaults(page, file)];
}

for (const [folder, files] of folders) {
  test(`each page in ${folder} can be seen, read, printed and used by everyone`, async ({ page }) => {
    // Some pages have thousands of elements.
    test.setTimeout(60_000 * files.length);
    const found = [];
    let at;
    page.on('console', (message) => { if (message.type() === 'error') found.push(`${at}: the browser complains: ${message.text()}`); });
    page.on('request', (request) => {
      if (!request.url().startsWith('http://localhost:')) found.push(`${at}: loads ${request.url()}`);
    });
    for (const file of files) {
      at = file;
      await test.step(file, async () => found.push(...(await faults(page, file)).map((fault) => `${file}: ${fault}`)));
    }
    expect(found).toEqual([]);
  });
}

test('an exemption excuses only what it names, and expires', () => {
  const exemption = { file: 'a.html', rule: 'region', target: 'main', why: 'for this test' };
  const finding = { rule: 'region', target: 'main' };
  const other = { rule: 'region', target: 'footer' };
  expect(judge('a.html', [finding, other], [exemption])).toEqual({ unexcused: [other], expired: [] });
  expect(judge('a.html', [], [exemption])).toEqual({ unexcused: [], expired: [exemption] });
  expect(judge('b.html', [finding], [exemption])).toEqual({ unexcused: [finding], expired: [] });
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
    await open(page, file);
    await unfold(page);
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

test('without JavaScript the contents mark the page and lead to the others of its part', async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto('policy/reports.html');
  await expect(page.locator('nav[aria-label="Contents"] a[aria-current="page"]')).toHaveText('Reports');
  await page.getByRole('link', { name: 'Objectives' }).first().click();
  await expect(page.locator('h1')).toHaveText('Objectives');
});

test('the contents are reached by keyboard, beside the page on a wide screen and behind “Menu” on a narrow one', async ({ page }) => {
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
  expect(reached).toContain('Customers');
  await page.setViewportSize({ width: 360, height: 640 });
  await expect(current).toBeHidden();
  await page.getByText('Menu', { exact: true }).click();
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

test('a page of the policy shows the policy; one switch shows how the aid uses it, for the visit', async ({ page, browser, baseURL }) => {
  await page.goto('policy/deciding-to-restrict.html');
  const toggle = page.getByRole('checkbox', { name: 'Show how the aid uses each clause' });
  const uses = page.locator('.aid-use');
  await expect(toggle).not.toBeChecked();
  await expect(uses.locator('visible=true')).toHaveCount(0);
  await expect(page.locator('.used-by').first()).toBeHidden();
  await toggle.check();
  await expect(uses.first()).toHaveAttribute('open', '');
  await expect(page.getByText('Have all relevant factors been taken into account?')).toBeVisible();
  await expect(page.locator('.used-by').first()).toBeVisible();
  await page.goto('policy/reviewing-a-restriction.html');
  await expect(toggle).toBeChecked();
  await toggle.uncheck();
  await page.reload();
  await expect(toggle).not.toBeChecked();
  // A link to a rule shows it, and no other.
  await page.goto('policy/deciding-to-restrict.html#question-factors');
  await expect(page.locator('[id="question-factors"]')).toBeInViewport();
  await expect(uses.locator('visible=true')).toHaveCount(1);
  // An address that ends in nonsense breaks nothing.
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto('policy/prior-notification.html#%');
  await expect(toggle).toBeVisible();
  expect(errors).toEqual([]);
  // Without scripts there is no switch, and each clause has a fold.
  const plain = await (await browser.newContext({ baseURL, javaScriptEnabled: false })).newPage();
  await plain.goto('policy/deciding-to-restrict.html');
  await expect(plain.getByRole('checkbox')).toHaveCount(0);
  await plain.getByText('How the aid uses this').first().click();
  await expect(plain.getByText('Have all relevant factors been taken into account?')).toBeVisible();
  await plain.context().close();
});

test('on a phone a customer comes from the start page to what a letter means, and to a review, in two taps', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('index.html');
  await page.getByRole('link', { name: 'Read what your letter means' }).click();
  await page.getByRole('link', { name: 'It limits my contact' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toBeInViewport();
  await page.goto('index.html');
  await page.getByRole('link', { name: 'Ask for a review' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Asking for a review');
});
