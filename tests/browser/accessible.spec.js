// Every screen of the aid for everybody: what axe finds, in light and dark; narrow and enlarged windows; names that voice
// control can tell apart; fields that hand nothing to a spell-checker.
import { expect, test } from './strict.js';
import { accessibleNames, axeFindings, axeViolations, contrast } from './findings.js';
import { cases, decided } from './cases.js';
import { answer, answerScreen, goTo, heading, mainButton, openAid, openCase, stage } from './officer.js';

const names = [
  'Safety', 'The right policy', 'Our part', 'What is happening', 'What the customer was told', 'The assessment', 'Result', 'Decision',
  'Dates and people', 'Letter', 'What comes next',
];

/** Shows each screen of a case to a function: those of heavy mail, then the sheet for a danger, and one with errors. */
async function eachScreen(page, look) {
  await openCase(page, decided);
  for (const name of names) {
    await goTo(page, name);
    await expect(stage(page, name)).toHaveAttribute('aria-current', 'step');
    await look(name);
  }
  await goTo(page, 'What is happening');
  await mainButton(page).click();
  await look('What is happening, the second screen');
  await openCase(page, { answers: { ...cases.actOnRisk.answers, 'vulnerable-at-risk': undefined } });
  await goTo(page, 'Safety');
  await mainButton(page).click();
  await expect(page.locator('.error-summary')).toBeFocused();
  await look('a danger, and something without an answer');
  await answer(page, 'vulnerable-at-risk', 'no');
  await page.getByRole('button', { name: 'Make the on-the-spot notice now' }).click();
  await expect(heading(page)).toHaveText('Decide on the spot');
  await page.locator('[id="taken/short-term-access"]').check();
  await look('Decide on the spot');
  await page.getByRole('button', { name: 'Clear everything' }).click();
  await look('Clear everything?');
}

/** Opens everything that is folded. */
const unfold = (page) => page.evaluate(() => document.querySelectorAll('#decision-aid details').forEach((details) => { details.open = true; }));

test('axe finds nothing on any screen, in light and dark', async ({ page }) => {
  test.slow();
  const found = [];
  await eachScreen(page, async (name) => {
    await unfold(page);
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    found.push(...(await axeViolations(page)).map((finding) => ({ name, ...finding })));
    // Only colours differ in the dark.
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    found.push(...(await axeFindings(page, contrast)).map((finding) => ({ name: `${name}, in the dark`, ...finding })));
  });
  expect(found).toEqual([]);
});

test('the names of buttons, links and fields differ on each screen', async ({ page }) => {
  test.slow();
  const twice = [];
  await eachScreen(page, async (name) => {
    await unfold(page);
    const all = await accessibleNames(page);
    for (const words of new Set(all.map((control) => control.words))) {
      const places = all.filter((control) => control.words === words).map(({ to }) => to);
      // Links to the same place may have the same name.
      const isOnePlace = places.every((to) => to && to === places[0]);
      if (words === '' || (places.length > 1 && !isOnePlace)) twice.push(`${name}: “${words}”, ${places.length} times`);
    }
  });
  expect(twice).toEqual([]);
});

test('what is typed goes to no spell-checker, and no browser offers it again', async ({ page }) => {
  test.slow();
  const open = [];
  let fields = 0;
  await eachScreen(page, async (name) => {
    await unfold(page);
    const all = await page.locator('#decision-aid :is(input:not([type=radio], [type=checkbox], [type=file]), textarea, select)').evaluateAll((inputs) => inputs
      .map((input) => ({ id: input.id, autocomplete: input.autocomplete, spellcheck: input.localName === 'select' ? 'false' : input.getAttribute('spellcheck') })));
    fields += all.length;
    open.push(...all.filter(({ autocomplete, spellcheck }) => autocomplete !== 'off' || spellcheck !== 'false').map(({ id }) => `${name}: ${id}`));
  });
  expect(fields).toBeGreaterThan(60);
  expect(open).toEqual([]);
});

for (const [what, size] of Object.entries({
  'a window of 320 pixels': { width: 320, height: 700 },
  'a window of 1280 pixels at 400 %': { width: 320, height: 256 },
})) {
  test(`no screen is wider than ${what}, and each begins in view`, async ({ page }) => {
    test.slow();
    await page.setViewportSize({ width: 1280, height: 900 });
    const wide = [];
    await eachScreen(page, async (name) => {
      await page.setViewportSize(size);
      await unfold(page);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      if (width > size.width) wide.push(`${name}: ${width}`);
      await page.evaluate(() => document.querySelectorAll('#decision-aid details').forEach((details) => { details.open = false; }));
      await page.setViewportSize({ width: 1280, height: 900 });
    });
    expect(wide).toEqual([]);
    await page.setViewportSize(size);
    await openAid(page);
    await page.evaluate(() => sessionStorage.clear());
    await page.reload();
    await answerScreen(page, cases.notReady.answers);
    await mainButton(page).click();
    await expect(heading(page)).toHaveText('Is this the right policy?');
    const isSeen = () => heading(page).evaluate((element) => {
      const { left, top, height } = element.getBoundingClientRect();
      return element.contains(document.elementFromPoint(left + 5, top + height / 2));
    });
    await expect.poll(isSeen).toBe(true);
  });
}

test('on a phone the list of stages folds into one line, and opens from it', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await openCase(page, cases.mayDecide);
  const toggle = page.locator('.stages-toggle');
  await expect(toggle).toHaveText(/^Stage \d+ of \d+$/);
  await expect(toggle).toHaveAttribute('aria-expanded', 'false');
  await expect(stage(page, 'Our part')).toBeHidden();
  await toggle.focus();
  await page.keyboard.press('Enter');
  await expect(toggle).toHaveAttribute('aria-expanded', 'true');
  await goTo(page, 'Our part');
  await expect(heading(page)).toBeFocused();
  await expect(stage(page, 'Our part')).toBeHidden();
});
