// A practice case on the screen at the front: a step at a time by keyboard and by button, from the same pages as the cases, and
// without scripts all of it to scroll through.
import { expect, test } from './strict.js';
import { extractText, getDocumentProxy } from 'unpdf';
import { axeFindings, axeViolations } from './findings.js';
import { course } from './learner.js';

const slides = 'training/slides.html';
const [first, second] = course.cases;
const shown = (page) => page.locator('.slide:visible');
const title = (page) => page.locator('.slide:visible > h3');
const status = (page) => page.locator('.slide-controls [role=status]');
const steps = ['What happened', 'What would you ask?', 'The facts', 'Where does the policy lead?', 'The outcome', 'Why', 'What people choose instead', 'The options', 'What needs a person'];

/** Opens the slides of a case. */
async function present(page, id) {
  await page.goto(`${slides}#slides-${id}`);
  await expect(shown(page)).toHaveCount(1);
}

test('a case is chosen from the list, and the keyboard leads through its steps and out again', async ({ page }) => {
  await page.goto(slides);
  await expect(page.locator('.slides-list a')).toHaveText(course.cases.map((scenario) => scenario.title));
  await expect(page.locator('.slide-controls')).toBeHidden();
  // Who scrolls down in front of a group gives no answer away; on paper the list prints all cases.
  await expect(page.locator('.slide-case:visible')).toHaveCount(0);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.slide-case:visible')).toHaveCount(course.cases.length);
  await page.emulateMedia({ media: 'screen' });
  await page.locator('.slides-list').getByRole('link', { name: second.title, exact: true }).press('Enter');
  await expect(page.locator('.slide-case:visible > h2')).toHaveText(second.title);
  await expect(page.locator('.slide-case:visible > h2')).toBeFocused();
  // Nothing else of the site is on the screen.
  for (const part of ['.site-header', '.site-contents', '.slides-list', '.site-footer']) await expect(page.locator(part)).toBeHidden();
  const seen = [];
  for (const key of ['ArrowRight', ' ', 'PageDown', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight']) {
    seen.push(await title(page).innerText());
    await page.keyboard.press(key);
  }
  expect(seen).toEqual(steps);
  await expect(title(page)).toHaveText(steps.at(-1));
  await expect(status(page)).toHaveText(`Slide ${steps.length} of ${steps.length}`);
  for (const [key, at] of [['Home', 0], ['End', 8], ['ArrowLeft', 7], ['Shift+Space', 6], ['PageUp', 5]]) {
    await page.keyboard.press(key);
    await expect(title(page)).toHaveText(steps[at]);
    await expect(at === 0 ? page.locator('.slide-case:visible > h2') : title(page)).toBeFocused();
  }
  await page.keyboard.press('Escape');
  await expect(page.locator('.slides-list').getByRole('link', { name: second.title, exact: true })).toBeFocused();
  await expect(page.locator('.site-header')).toBeVisible();
});

test('buttons lead through a case, a reload shows the same step, and the browser’s way back leaves the case', async ({ page }) => {
  await page.goto(slides);
  await page.locator('.slides-list').getByRole('link', { name: first.title, exact: true }).click();
  const button = (name) => page.getByRole('button', { name, exact: true });
  await expect(button('Back')).toBeDisabled();
  await button('Next').click();
  await expect(title(page)).toHaveText(steps[1]);
  await expect(title(page)).toBeFocused();
  await button('Next').focus();
  await page.keyboard.press('Space');
  await expect(status(page)).toHaveText('Slide 3 of 9');
  await expect(page).toHaveURL(new RegExp(`#slides-${first.id}-3$`));
  await page.reload();
  await expect(title(page)).toHaveText(steps[2]);
  await button('Back').click();
  await expect(title(page)).toHaveText(steps[1]);
  // The title of the window names no case.
  expect(await page.title()).not.toContain(first.title);
  await page.goBack();
  await expect(page.locator('.slides-list')).toBeVisible();
  await page.goForward();
  await expect(title(page)).toHaveText(steps[1]);
  await page.getByRole('link', { name: 'All cases' }).click();
  await expect(page.locator('.slides-list')).toBeVisible();
});

test('the slides say what the case and its sheet say', async ({ page }) => {
  await present(page, first.id);
  const story = first.story.split('\n\n');
  await expect(shown(page).locator('p')).toHaveText(story);
  await page.keyboard.press('End');
  await expect(shown(page).locator('li').first()).toHaveText(first.open[0]);
  await page.goto(`${slides}#slides-${first.id}-6`);
  await expect(shown(page).locator('.clause-link').first()).toBeVisible();
  await page.keyboard.press('ArrowRight');
  for (const { because } of first.practice.mistakes) await expect(shown(page)).toContainText(because);
  await expect(page.locator(`#slides-${first.id}`)).not.toContainText(first.practice.right);
  await page.goto('training/facilitators-view.html');
  const sheet = page.locator('.sheet').filter({ has: page.locator(`#sheet-${first.id}`) });
  await expect(sheet).toContainText('What people choose instead');
  await sheet.getByRole('link', { name: 'Show this case as slides' }).click();
  await expect(page.locator('.slide-case:visible > h2')).toHaveText(first.title);
});

/** The slides, each shown in turn, on which the page is larger than the window in one direction. */
const slidesLarger = (page, slides, size, room) => page.evaluate(async ({ slides, size, room }) => {
  const found = [];
  for (const slide of document.querySelectorAll(slides)) {
    location.hash = `#${slide.id}`;
    await new Promise((done) => { addEventListener('hashchange', done, { once: true }); });
    if (document.documentElement[size] > globalThis[room]) found.push(slide.id);
  }
  return found;
}, { slides, size, room });

for (const [width, height] of [[1920, 1080], [1280, 720], [360, 640]]) {
  test(`every slide of every case fits the width of a window of ${width} by ${height}, in large type`, async ({ page }) => {
    test.slow();
    await page.setViewportSize({ width, height });
    await present(page, first.id);
    const size = (locator) => locator.evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
    expect(await size(shown(page).locator('p').first())).toBeGreaterThanOrEqual({ 1920: 40, 1280: 28, 360: 19 }[width]);
    const tooWide = await slidesLarger(page, '.slide', 'scrollWidth', 'innerWidth');
    expect(tooWide).toEqual([]);
    // A story is read whole, without scrolling, on a screen at the front.
    if (width >= 1280) {
      const long = await slidesLarger(page, '.slide-case > .slide:nth-of-type(1)', 'scrollHeight', 'innerHeight');
      expect(long).toEqual([]);
    }
  });
}

test('a slide is accessible, light and dark', async ({ page }) => {
  for (const step of [1, 4, 6, 8]) {
    await page.goto(`${slides}#slides-${first.id}-${step}`);
    await page.emulateMedia({ colorScheme: 'light' });
    expect(await axeViolations(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await axeFindings(page, ['color-contrast'])).toEqual([]);
  }
});

test('an address that names nothing shows the plain page', async ({ page }) => {
  for (const end of ['#slides-nobody', '#%', '#main', '']) {
    await page.goto(`${slides}${end}`);
    await expect(page.locator('.slides-list')).toBeVisible();
    await expect(page.locator('.slide-controls')).toBeHidden();
  }
});

test('printed with a case on the screen, the page is that case alone, on few sheets', async ({ page }) => {
  await present(page, first.id);
  const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ format: 'A4' })));
  expect(pdf.numPages).toBeLessThanOrEqual(3);
  const { text } = await extractText(pdf, { mergePages: true });
  for (const words of [first.title, ...steps]) expect(text).toContain(words);
  for (const words of [second.title, 'All cases', 'Slide 1 of']) expect(text).not.toContain(words);
});

test('without scripts all slides stand below one another, and the list leads to each case', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(slides);
  await expect(page.locator('.slides > noscript > p')).toBeVisible();
  expect(await shown(page).count()).toBeGreaterThan(6 * course.cases.length);
  await page.locator('.slides-list').getByRole('link', { name: second.title, exact: true }).click();
  await expect(page.locator('.slide-case:target > h2')).toHaveText(second.title);
  await expect(page.locator('.slide-controls')).toBeHidden();
  await context.close();
});
