// The screens of the decision aid: what each shows, and how the officer and the browser go from one to another.
import { expect, test } from './strict.js';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { cases, decided, kept, none } from './cases.js';
import {
  aidPage, answer, answerScreen, atScreen, button, choice, clear, go, goOn, goTo, heading, keptInTab, mainButton, openAid, openCase,
  option, row, screenOf, stage, text, unanswered, walk,
} from './officer.js';

/** The stages of a case that comes to a decision, with the heading of the screen that each opens at. */
const stages = {
  Safety: 'Is anyone at risk?',
  'The right policy': 'Is this the right policy?',
  'Our part': 'Have we done our part?',
  'What is happening': 'What is happening?',
  'What the customer was told': 'Has the customer been told?',
  'The assessment': 'Is the assessment done?',
  Result: 'Decide whether to restrict contact',
  Decision: 'Decide on the options',
  'Dates and people': 'Dates and people',
  Letter: 'Decision letter',
  'What comes next': 'What comes next',
};

/** That a screen has begun: its heading has the focus and stands in view below the bar, and the title says where it is. */
async function hasBegun(page, name) {
  await expect(heading(page)).toHaveText(stages[name]);
  await expect(heading(page)).toBeFocused();
  await expect(page).toHaveTitle(new RegExp(`^${name} – Check a case`));
  const isSeen = () => heading(page).evaluate((element) => {
    const { left, top, height } = element.getBoundingClientRect();
    return top < innerHeight / 2 && element.contains(document.elementFromPoint(left + 5, top + height / 2));
  });
  await expect.poll(isSeen, `${name} begins at the top`).toBe(true);
}

for (const [name, theCase] of Object.entries(cases)) {
  test(`the case “${name}” comes to ${theCase.outcome}`, async ({ page }) => {
    await openCase(page, theCase);
    await expect(page.locator('.result [data-outcome]')).toHaveAttribute('data-outcome', theCase.outcome);
  });
}

test('a case that comes to a decision shows the options with what the facts say, and their clauses', async ({ page }) => {
  await openCase(page, cases.mayDecide);
  await goTo(page, 'Decision');
  await expect(option(page, 'limit-contacts').locator('.option-status')).toHaveText('Supported by the facts');
  await expect(option(page, 'contact-point').locator('.option-status')).toHaveText('Required');
  await expect(option(page, 'witness').locator('.option-status')).toBeHidden();
  await expect(page.locator('#decision-aid')).not.toContainText(/approved|justified|warranted/i);
  const links = await page.locator('#decision-aid .clause-link').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  expect(links.length).toBeGreaterThan(10);
  for (const href of new Set(links)) {
    const [file, id] = href.split('#');
    const target = await page.request.get(new URL(file, page.url()).href);
    expect(await target.text(), href).toContain(`id="${id}"`);
  }
});

test('each screen begins at its top, with the focus on its heading and its name in the title, also back and forward', async ({ page }) => {
  test.slow();
  await openCase(page, decided);
  const names = Object.keys(stages);
  const scrollDown = () => page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  for (const name of names) {
    await scrollDown();
    await goTo(page, name);
    await hasBegun(page, name);
  }
  for (const name of names.toReversed().slice(1)) {
    await scrollDown();
    await page.goBack();
    await hasBegun(page, name);
  }
  await page.goForward();
  await hasBegun(page, names[1]);
  await go(page, 'Back');
  await hasBegun(page, names[0]);
});

test('a reload on any screen comes back to it with all of the case', async ({ page }) => {
  test.slow();
  await openCase(page, decided);
  const before = await keptInTab(page);
  for (const name of Object.keys(stages)) {
    await goTo(page, name);
    await expect(heading(page)).toHaveText(stages[name]);
    const screen = await screenOf(page);
    await page.reload();
    await expect(heading(page)).toHaveText(stages[name]);
    expect(await screenOf(page)).toBe(screen);
    await expect(stage(page, name)).toHaveAttribute('aria-current', 'step');
  }
  await expect.poll(async () => (await keptInTab(page)).answers).toEqual(before.answers);
});

test('what is ticked and written on a screen that is not left yet stays over a reload, back and forward', async ({ page }) => {
  await openAid(page);
  await answerScreen(page, cases.notReady.answers);
  await goOn(page);
  await answer(page, 'our-service', 'not-sure');
  await page.reload();
  await expect(choice(page, 'our-service', 'not-sure')).toBeChecked();
  await page.goBack();
  await expect(choice(page, 'criminal', 'no')).toBeChecked();
  await text(page, 'record/matter').fill('the road works');
  await page.goForward();
  await expect(choice(page, 'our-service', 'not-sure')).toBeChecked();
  await page.goBack();
  await expect(text(page, 'record/matter')).toHaveValue('the road works');
});

test('what comes onto the page is said by a region that was there before', async ({ page }) => {
  await openAid(page);
  const atOnce = page.locator('.at-once[role=status]');
  await expect(atOnce).toBeEmpty();
  await answer(page, 'criminal', 'yes');
  await expect(atOnce).toContainText('Call the police');
  await openCase(page, { answers: { ...cases.notReady.answers, investigated: undefined, departed: undefined } });
  await atScreen(page, 'questions prerequisites 0');
  const enough = page.locator('.enough[role=status]');
  const said = page.locator('.screen [role=status]');
  await expect(enough).toBeEmpty();
  await expect(row(page, 'departed')).toHaveCount(0);
  const regions = await said.elementHandles();
  await answer(page, 'investigated', 'no');
  await expect(row(page, 'departed')).toBeVisible();
  await expect(choice(page, 'investigated', 'no'), 'the focus stays').toBeFocused();
  await expect(row(page, 'investigated').locator('.remedy[role=status]')).toContainText('Put it right');
  const says = await Promise.all(regions.map((region) => region.evaluate((element) => (element.isConnected ? element.textContent : ''))));
  expect(says.join(' '), 'the row that appeared is announced').toContain('senior officer decided to go on');
  await answer(page, 'departed', 'no');
  await expect(enough).toContainText('This is enough');
  await goOn(page);
  await expect(heading(page)).toBeFocused();
});

test('a danger stands on every screen while it holds; another duty in full once, then in the count', async ({ page }) => {
  test.slow();
  await openAid(page);
  const urgent = page.locator('.duties-urgent');
  const count = page.locator('.to-do-now summary');
  await answer(page, 'immediate-risk', 'no');
  await expect(count).toHaveCount(0);
  await answerScreen(page, { ...cases.actOnRisk.answers, 'people-at-risk': 'no' });
  await expect(urgent).toHaveCount(0);
  await answer(page, 'immediate-risk', 'yes');
  await expect(urgent).toContainText('999');
  for (const _ of Array(4)) {
    await goOn(page);
    await expect(urgent, await screenOf(page)).toBeVisible();
    await expect(urgent).toContainText('Consider restricting access now');
    await expect(count).toHaveText(/^To do now \([1-9]\)/);
    await answerScreen(page, { ...cases.actOnRisk.answers, 'possible-disability': 'yes' });
  }
  // A duty that is about no danger: in full as it comes up, and only counted from the next screen on.
  const adjustments = page.locator('.at-once').getByText('Consider adjustments first');
  await openCase(page, { answers: { ...cases.mayDecide.answers, 'possible-disability': undefined } });
  await answer(page, 'possible-disability', 'yes');
  await expect(adjustments).toBeVisible();
  await goOn(page);
  await expect(adjustments).toHaveCount(0);
  await expect(count).toHaveText('To do now (2)');
  await count.click();
  await expect(page.locator('.to-do-list')).toContainText('Consider adjustments first');
});

test('an answer that is changed brings and takes stages, and what is set aside is kept and counts again', async ({ page }) => {
  await openCase(page, cases.mayDecide);
  await stage(page, 'Our part').locator('summary').click();
  await button(page, 'Change', 'Investigated').click();
  await expect(choice(page, 'investigated', 'yes')).toBeFocused();
  await answer(page, 'investigated', 'no');
  await answer(page, 'departed', 'no');
  await expect(stage(page, 'What is happening')).toContainText('not needed');
  await expect(stage(page, 'The assessment')).toContainText('not needed');
  await page.getByText(/^Set aside \(\d+\)$/).click();
  await expect(page.locator('.set-aside')).toContainText('Behaviour reported');
  await goOn(page);
  await expect(page.locator('.result [data-outcome]')).toHaveAttribute('data-outcome', 'not-ready');
  await page.goBack();
  await answer(page, 'investigated', 'yes');
  await expect(stage(page, 'What is happening')).toContainText('done');
  await goTo(page, 'Result');
  await expect(page.locator('.result [data-outcome]')).toHaveAttribute('data-outcome', 'may-decide');
});

test('what belongs to a branch that was left stands in no record and no letter', async ({ page }) => {
  await openCase(page, {
    answers: { ...decided.answers, departed: 'yes' },
    texts: { ...decided.texts, 'record/departure-reason': 'A reason of the branch that was left.', 'evidence/departed': 'A note of it.' },
  });
  for (const name of ['Letter', 'What comes next']) {
    await goTo(page, name);
    await expect(page.locator('#paper')).toContainText('CH-2026-0107');
    await expect(page.locator('#paper')).not.toContainText(/of the branch that was left|A note of it|Departure recorded/);
  }
});

test('“none of these” and “not sure” each stand alone', async ({ page }) => {
  await openCase(page, { answers: { ...cases.notReady.answers, 'other-route': undefined, investigated: undefined, departed: undefined } });
  const ticked = () => row(page, 'other-route').locator(':checked').evaluateAll((boxes) => boxes.map(({ value }) => value));
  await answer(page, 'other-route', ['foi', 'consultation']);
  for (const alone of [none, 'not-sure']) {
    await answer(page, 'other-route', alone);
    await expect.poll(ticked).toEqual([alone]);
    await answer(page, 'other-route', 'foi');
    await expect.poll(ticked).toEqual(['foi']);
  }
  await expect.poll(async () => (await keptInTab(page)).answers['other-route']).toEqual(['foi']);
  await choice(page, 'other-route', 'foi').uncheck();
  await expect.poll(async () => (await keptInTab(page)).answers).not.toHaveProperty('other-route');
});

test('“not sure” everywhere ends in a result that says what is open and who can settle it', async ({ page }) => {
  test.slow();
  await openAid(page);
  await walk(page, new Proxy({}, { has: () => true, get: () => 'not-sure' }));
  const result = page.locator('.result');
  await expect(result.locator('[data-outcome]')).toHaveAttribute('data-outcome', '');
  await expect(heading(page)).toHaveText('It depends on what is not known yet');
  await expect(result).toContainText('Who can settle it');
});

test('enough is enough: the result is one button away, and going on all the same another', async ({ page }) => {
  await openCase(page, cases.notReady);
  await goTo(page, 'Our part');
  await expect(mainButton(page)).toHaveText('See the result');
  await goOn(page, page.getByRole('button', { name: 'Go on all the same' }));
  await atScreen(page, 'questions behaviour 0');
  await answer(page, 'contacts', 'nature');
  await goTo(page, 'Result');
  await expect(page.locator('.result [data-outcome]')).toHaveAttribute('data-outcome', 'not-ready');
});

test('going on without an answer says what is missing, and where', async ({ page }) => {
  await openAid(page);
  await answer(page, 'people-at-risk', 'no');
  await mainButton(page).click();
  const summary = page.getByRole('alert');
  await expect(summary).toBeFocused();
  await expect(summary.getByRole('button')).toHaveText([/^Criminal conduct/, /^Immediate risk/, /^Vulnerable person at risk/]);
  await expect(page).toHaveTitle(/^Error: Safety – /);
  await summary.getByRole('button').nth(1).click();
  await expect(choice(page, 'immediate-risk', 'yes')).toBeFocused();
  await answer(page, 'immediate-risk', 'no');
  await expect(summary.getByRole('button')).toHaveCount(2);
  await answerScreen(page, cases.notReady.answers);
  await expect(summary).toHaveCount(0);
  await goOn(page);
  await expect(page).toHaveTitle(/^The right policy – /);
});

test('two tabs never mix, and each keeps its own case over a reload', async ({ context }) => {
  const [one, two] = [await context.newPage(), await context.newPage()];
  await openAid(one);
  await answerScreen(one, cases.notReady.answers);
  await openAid(two);
  await expect(two.locator('.rows :checked')).toHaveCount(0);
  await answer(two, 'criminal', 'yes');
  await one.reload();
  await two.reload();
  await expect(choice(one, 'criminal', 'no')).toBeChecked();
  await expect(choice(two, 'criminal', 'yes')).toBeChecked();
});

/** What a browser copies where it duplicates a tab, and writes down to restore one. */
const stateOf = (page) => page.evaluate(() => ({ state: history.state, storage: { ...sessionStorage } }));

/** Opens the aid in another tab that begins with such a copy. */
async function openCopy(context, { state, storage }) {
  const page = await context.newPage();
  await page.addInitScript(([step, copied]) => {
    if (history.state !== null || sessionStorage.length) return;
    history.replaceState(step, '');
    for (const [key, value] of Object.entries(copied)) sessionStorage.setItem(key, value);
  }, [state, storage]);
  await openAid(page);
  return page;
}

test('a duplicated tab goes on at the same screen, with a case of its own from then on', async ({ page, context }) => {
  await openCase(page, cases.mayDecide);
  await goTo(page, 'Our part');
  const copy = await openCopy(context, await stateOf(page));
  await atScreen(copy, 'questions prerequisites 0');
  await answer(copy, 'investigated', 'not-sure');
  await copy.reload();
  await expect(choice(copy, 'investigated', 'not-sure')).toBeChecked();
  await page.reload();
  await expect(choice(page, 'investigated', 'yes')).toBeChecked();
});

test('a restored tab comes back to its screen; one of which only the history is left begins where there is something to do', async ({ page, context }) => {
  const faults = [];
  context.on('weberror', (error) => faults.push(error.error().message));
  await openCase(page, decided);
  await goTo(page, 'Letter');
  const closed = await stateOf(page);
  await page.close();
  const restored = await openCopy(context, closed);
  await expect(heading(restored)).toHaveText('Decision letter');
  const bare = await openCopy(context, { ...closed, storage: {} });
  await atScreen(bare, 'questions safety 0');
  await expect(bare.locator('.rows :checked')).toHaveCount(0);
  await answerScreen(bare, cases.notReady.answers);
  await goOn(bare);
  await atScreen(bare, 'questions scope 0');
  expect(faults).toEqual([]);
});

test('clearing everything leaves nothing, and going back brings nothing back', async ({ page }) => {
  await openCase(page, decided);
  await goTo(page, 'Letter');
  await go(page, 'Clear everything');
  await go(page, 'Keep the case');
  await expect(page.locator('#paper')).toContainText('CH-2026-0107');
  await clear(page);
  await expect(heading(page)).toBeFocused();
  const isEmpty = async () => {
    expect(await page.evaluate(() => sessionStorage.length + localStorage.length)).toBe(0);
    await expect(page.locator('#decision-aid')).not.toContainText(/CH-2026|84 emails/);
    await expect(page.locator('.rows :checked')).toHaveCount(0);
  };
  await isEmpty();
  for (const _ of Array(2)) {
    await page.goBack();
    await expect(heading(page)).toBeVisible();
    await isEmpty();
  }
  await page.reload();
  await expect(heading(page)).toBeVisible();
  await isEmpty();
});

test('the keyboard alone gets from the first question to the record', async ({ page }) => {
  test.slow();
  await openAid(page);
  // Where every later screen puts the focus by itself.
  await heading(page).focus();
  const isFocused = (locator) => locator.evaluate((element) => element === document.activeElement);
  const tabTo = async (locator) => {
    for (let presses = 0; presses < 120 && !(await isFocused(locator)); presses += 1) await page.keyboard.press('Tab');
    await expect(locator).toBeFocused();
  };
  const { answers } = cases.notReady;
  while ((await screenOf(page)).startsWith('questions')) {
    for (let [id] = await unanswered(page); id; [id] = await unanswered(page)) {
      const wanted = choice(page, id, answers[id]);
      const first = row(page, id).locator('input').first();
      if (await wanted.getAttribute('type') === 'radio') await tabTo(first);
      else await tabTo(wanted);
      await page.keyboard.press('Space');
      for (let presses = 0; presses < 3 && !(await wanted.isChecked()); presses += 1) await page.keyboard.press('ArrowDown');
      await expect(wanted).toBeChecked();
    }
    await tabTo(mainButton(page));
    await page.keyboard.press('Enter');
    await expect(heading(page)).toBeFocused();
  }
  await expect.poll(() => keptInTab(page)).toEqual(kept(cases.notReady));
  await tabTo(stage(page, 'What comes next').getByRole('button'));
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText('What comes next');
  await expect(heading(page)).toBeFocused();
});

test('it works from a folder', async ({ page }) => {
  await openAid(page, pathToFileURL(join(process.env.HANDBOOK_SITE, aidPage)).href);
  await walk(page, cases.notReady.answers);
  await expect(page.locator('.result [data-outcome]')).toHaveAttribute('data-outcome', 'not-ready');
});
