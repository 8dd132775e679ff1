// The officer's flow has a budget: how many screens, clicks and fields it takes from the first screen to a complete letter.
import { expect, test } from './strict.js';
import { decided, sheets } from './cases.js';
import { answer, download, goTo, heading, openAid, openCase, stage } from './officer.js';
import { Tally } from './tally.js';

const budget = { screens: 12, clicks: 50, fields: 18 };

/** That the letter on screen is complete, which is so when it is given. */
async function isComplete(page) {
  const letter = await download(page, 'Download as Markdown', 'the letter');
  expect(letter.text).toContain('CH-2026-0107');
  await expect(page.locator('.error-summary')).toHaveCount(0);
}

for (const name of ['heavyMail', 'undecidedLimit']) {
  const sheet = sheets[name];
  test(`${name}: from the first screen to a complete letter within the budget`, async ({ page }) => {
    test.slow();
    await openAid(page);
    const tally = new Tally(page, sheet);
    await tally.walkToLetter();
    console.log(`${name}: ${tally.says()}`);
    await expect(heading(page)).toHaveText(sheet.letter);
    await isComplete(page);
    expect(tally.screens.length, tally.screens.join(', ')).toBeLessThanOrEqual(budget.screens);
    expect(tally.clicks).toBeLessThanOrEqual(budget.clicks);
    expect(tally.required.length, tally.required.join(', ')).toBeLessThanOrEqual(budget.fields);
  });
}

test('a threat at the counter: advice on the first screen at once, the notice complete on the third', async ({ page }) => {
  test.slow();
  await openAid(page);
  await answer(page, 'immediate-risk', 'yes');
  await expect(page.locator('.duties-urgent')).toContainText('999');
  await expect(page.locator('.duties-urgent')).toContainText('Consider restricting access now');
  const tally = new Tally(page, sheets.threat);
  await tally.fillIn();
  await tally.goOn('Make the on-the-spot notice now');
  await tally.fillIn();
  await tally.goOn();
  await tally.fillIn();
  // The first tick above is one of the officer's.
  tally.clicks += 1;
  console.log(`threat: ${tally.says()}`);
  await expect(heading(page)).toHaveText(sheets.threat.letter);
  await isComplete(page);
  expect(tally.screens).toHaveLength(3);
  expect(tally.required.length, tally.required.join(', ')).toBeLessThanOrEqual(budget.fields);
});

test('the result and the decision take at most two heights of a window with nothing opened', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await openCase(page, decided);
  for (const name of ['Result', 'Decision']) {
    await goTo(page, name);
    await expect(stage(page, name)).toHaveAttribute('aria-current', 'step');
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    console.log(`${name}: ${height} pixels tall`);
    expect(height, name).toBeLessThanOrEqual(2 * 900);
  }
});
