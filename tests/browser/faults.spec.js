// What goes wrong around the decision aid: a browser without room, a click too many, fields filled in by the browser, a case
// that grows too large. Nothing that the officer did is lost, and it is said.
import { expect, test } from './strict.js';
import { cases } from './cases.js';
import {
  answer, answerScreen, atScreen, button, choice, choose, clear, go, goOn, goTo, heading, keptInTab, mainButton, openAid, openCase, saveCase, text,
} from './officer.js';

test('a case that could not be opened is not saved, and says how much too large it is', async ({ page }) => {
  test.slow();
  await openCase(page, cases.notReady);
  await goTo(page, 'Safety');
  const downloads = [];
  page.on('download', (file) => downloads.push(file));
  await text(page, 'record/matter').fill('x'.repeat(5_100_000));
  await go(page, 'Save');
  await expect(page.locator('.case-bar .said')).toContainText(/The case was not saved: its file would be 10\d,\d{3} bytes larger than the 5,000,000 bytes/);
  await expect(page.locator('.case-saved')).toHaveText('Not saved');
  expect(downloads).toHaveLength(0);
  await text(page, 'record/matter').fill('x'.repeat(4_900_000));
  const { bytes } = await saveCase(page);
  await clear(page);
  await choose(page, bytes);
  await expect(page.locator('.result')).toBeVisible();
  await expect.poll(async () => (await keptInTab(page)).texts['record/matter']).toHaveLength(4_900_000);
});

test('past the room of the browser it says at once what a reload would lose, until there is room again', async ({ page }) => {
  test.slow();
  await openCase(page, cases.notReady);
  await goTo(page, 'Safety');
  const unkept = page.getByRole('status').filter({ hasText: 'no longer keeps what you write' });
  await text(page, 'record/matter').fill('kept');
  await expect(unkept).toHaveCount(0);
  await text(page, 'record/matter').fill('x'.repeat(6_000_000));
  await expect(unkept).toContainText('reloading the page would lose them');
  await expect(unkept).toBeInViewport();
  await goTo(page, 'Our part');
  await expect(unkept).toBeInViewport();
  await goTo(page, 'Safety');
  await text(page, 'record/matter').fill('short again');
  await expect(unkept).toHaveCount(0);
  await page.reload();
  await expect(text(page, 'record/matter')).toHaveValue('short again');
});

test('where the browser keeps nothing, the aid says so and goes on', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };
  });
  await openAid(page);
  await answerScreen(page, cases.notReady.answers);
  await expect(page.locator('.aid-unkept')).toContainText('reloading the page would lose them');
  await goOn(page);
  await atScreen(page, 'questions scope 0');
  await expect(page.locator('.case-saved')).toHaveText('Not saved');
});

/** Presses the mouse on the main button: `clickCount` is which click of a double-click it is. */
async function press(page, clickCount) {
  await mainButton(page).scrollIntoViewIfNeeded();
  const { x, y, width, height } = await mainButton(page).boundingBox();
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down({ clickCount });
  await page.mouse.up({ clickCount });
}

test('a double-click on Continue is one Continue, also where the next screen is drawn between its clicks', async ({ page }) => {
  test.slow();
  await openAid(page);
  const session = await page.context().newCDPSession(page);
  await answerScreen(page, cases.notReady.answers);
  for (const [slowness, delay] of [[1, 0], [1, 60], [1, 200], [4, 0], [4, 60], [4, 200]]) {
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowness });
    await mainButton(page).scrollIntoViewIfNeeded();
    const { x, y, width, height } = await mainButton(page).boundingBox();
    await page.mouse.move(x + width / 2, y + height / 2);
    for (const clickCount of [1, 2]) {
      await page.mouse.down({ clickCount });
      await page.mouse.up({ clickCount });
      // How far apart the clicks are is what is tried here.
      if (clickCount === 1) await page.waitForTimeout(delay);
    }
    await atScreen(page, 'questions scope 0');
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    await expect(page.locator('.error-summary')).toHaveCount(0);
    await page.goBack();
    await atScreen(page, 'questions safety 0');
  }
});

test('the second click of a double-click does nothing where it lands on the main button of the next screen', async ({ page }) => {
  await openAid(page);
  await answerScreen(page, cases.notReady.answers);
  await press(page, 1);
  await atScreen(page, 'questions scope 0');
  await press(page, 2);
  await press(page, 3);
  // What is done next is answered next.
  await answer(page, 'our-service', 'yes');
  await expect.poll(async () => (await keptInTab(page)).answers['our-service']).toBe('yes');
  await expect(page.locator('.error-summary')).toHaveCount(0);
  await press(page, 1);
  await expect(page.locator('.error-summary'), 'a click of its own counts').toBeFocused();
});

test('a double-click passes no screen that has no questions, and clears nothing unasked', async ({ page }) => {
  await openCase(page, cases.notReady);
  await mainButton(page).dblclick();
  await atScreen(page, 'dates');
  await page.getByRole('button', { name: 'Clear everything' }).dblclick();
  await expect(button(page, 'Remove everything')).toBeVisible();
  await expect.poll(async () => (await keptInTab(page)).answers.criminal).toBe('no');
  await page.keyboard.press('Escape');
  await expect(button(page, 'Remove everything')).toBeHidden();
  await expect(heading(page)).toHaveText('Dates and people');
});

test('a double-click on a letter that is offered at once skips none of its terms', async ({ page }) => {
  await openAid(page);
  await answer(page, 'immediate-risk', 'yes');
  await button(page, 'Make the on-the-spot notice now').dblclick();
  await expect(heading(page)).toHaveText('Decide on the spot');
  await expect(page.locator('.error-summary')).toHaveCount(0);
});

test('a field that the browser fills in keeps what it was filled with, whatever event says so', async ({ page }) => {
  await openAid(page);
  await text(page, 'record/case-reference').evaluate((field) => {
    field.value = 'CH-2026-7';
    field.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await text(page, 'record/matter').fill('Something else is drawn.');
  await expect(text(page, 'record/case-reference')).toHaveValue('CH-2026-7');
  await expect(page.locator('.case-reference')).toHaveText('CH-2026-7');
  await page.reload();
  await expect(text(page, 'record/case-reference')).toHaveValue('CH-2026-7');
  await expect(choice(page, 'criminal', 'yes')).not.toBeChecked();
});

test('brought back by the browser, the page shows what was done elsewhere in the tab since, and is left alone otherwise', async ({ page }) => {
  await openAid(page);
  await answerScreen(page, cases.notReady.answers);
  await goOn(page);
  await answer(page, 'our-service', 'yes');
  // Tells apart the page that was left from one that is loaded.
  await page.evaluate(() => { globalThis.isThePageThatWasLeft = true; });
  const leave = () => page.evaluate(() => { dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })); });
  const comeBack = () => page.evaluate(() => { dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })); });
  await leave();
  await comeBack();
  expect(await page.evaluate(() => globalThis.isThePageThatWasLeft)).toBe(true);
  await expect(choice(page, 'our-service', 'yes')).toBeChecked();
  await leave();
  await page.evaluate(() => {
    const kept = sessionStorage.getItem('decision-aid');
    sessionStorage.setItem('decision-aid', kept.replace('"our-service": "yes"', '"our-service": "no"'));
  });
  const loaded = page.waitForEvent('load');
  await comeBack();
  await loaded;
  await expect(choice(page, 'our-service', 'no')).toBeChecked();
});
