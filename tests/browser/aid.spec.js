// Journeys through the decision aid.
import { expect, test } from './strict.js';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { axeViolations } from './findings.js';
import { answer, aidPage, cases, go, kept, keptInTab, openAid, openCase, openResult, questionOnScreen, tick, walk } from './officer.js';

const heading = (page) => page.locator('#aid-heading');
const option = (page, name) => page.locator('.option', { has: page.getByRole('heading', { name }) });
const row = (page, id) => page.locator(`.answer-row[data-question="${id}"]`);

test('a case that comes to a decision shows the outcome, the options and their clauses', async ({ page }) => {
  await openResult(page, cases.mayDecide);
  await expect(page.locator('.result')).toHaveAttribute('data-outcome', 'may-decide');
  await go(page, 'Weigh the options');
  await expect(option(page, 'Limit the number and length of contacts').locator('.option-status')).toHaveText('Warranted');
  await expect(option(page, 'Assign a point of contact').locator('.option-status')).toHaveText('Required');
  await expect(page.locator('#decision-aid')).not.toContainText(/approved|justified/i);
  const links = await page.locator('#decision-aid .clause-link').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  expect(links.length).toBeGreaterThan(10);
  for (const href of new Set(links)) {
    const [file, id] = href.split('#');
    const target = await page.request.get(new URL(file, page.url()).href);
    expect(await target.text(), href).toContain(`id="${id}"`);
  }
});

for (const [name, theCase] of Object.entries(cases)) {
  test(`the case “${name}” comes to ${theCase.outcome}`, async ({ page }) => {
    await openResult(page, theCase);
    await expect(page.locator('.result')).toHaveAttribute('data-outcome', theCase.outcome);
    expect(await axeViolations(page)).toEqual([]);
  });
}

test('duties show at once, and on every screen after', async ({ page }) => {
  await openAid(page);
  await expect(page.locator('.duties')).toHaveCount(0);
  await answer(page, 'yes');
  await expect(page.locator('.danger')).toContainText('Call the police');
  await questionOnScreen(page);
  await expect(page.locator('.duties')).toContainText('Call the police');
  await answer(page, 'not-sure');
  await expect(page.locator('.duties')).toContainText('999');
});

test('back and forward, in the aid and in the browser, go step by step', async ({ page }) => {
  await openAid(page);
  await answer(page, 'no');
  await answer(page, 'no');
  expect(await questionOnScreen(page)).toBe('immediate-risk');
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(page.locator('form.question')).toHaveAttribute('data-question', 'people-at-risk');
  await expect(page.locator('input[value="no"]')).toBeChecked();
  await page.goBack();
  await expect(page.locator('form.question')).toHaveAttribute('data-question', 'criminal');
  await page.goForward();
  await expect(page.locator('form.question')).toHaveAttribute('data-question', 'people-at-risk');
  await expect(heading(page)).toBeFocused();
});

test('changing one answer keeps the others and returns to all the answers', async ({ page }) => {
  await openCase(page, cases.mayDecide);
  const change = () => row(page, 'investigated').getByRole('button').click();
  await change();
  await expect(page.locator('form.question')).toHaveAttribute('data-question', 'investigated');
  await answer(page, 'no');
  await expect(page.locator('form.question')).toHaveAttribute('data-question', 'departed');
  await answer(page, 'no');
  await expect(heading(page)).toHaveText('Check your answers');
  await expect(page.locator('.set-aside')).toContainText('Behaviour');
  await go(page, 'Show the result');
  await expect(page.locator('.result')).toHaveAttribute('data-outcome', 'not-ready');
  await go(page, 'Back');
  await change();
  await answer(page, 'yes');
  await go(page, 'Show the result');
  await expect(page.locator('.result')).toHaveAttribute('data-outcome', 'may-decide');
});

test('a reload loses nothing', async ({ page }) => {
  await openAid(page);
  await answer(page, 'no');
  await answer(page, 'no');
  await page.reload();
  await expect(page.locator('form.question')).toHaveAttribute('data-question', 'immediate-risk');
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(page.locator('input[value="no"]')).toBeChecked();
});

test('what is ticked and not yet given stays over a reload, back and forward', async ({ page }) => {
  await openAid(page);
  await answer(page, 'no');
  await tick(page, 'not-sure');
  await page.reload();
  await expect(page.locator('form.question')).toHaveAttribute('data-question', 'people-at-risk');
  await expect(page.locator('input[value="not-sure"]')).toBeChecked();
  await page.goBack();
  await expect(page.locator('form.question')).toHaveAttribute('data-question', 'criminal');
  await page.goForward();
  await expect(page.locator('input[value="not-sure"]')).toBeChecked();
  await answer(page, 'no');
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(page.locator('input[value="no"]')).toBeChecked();
});

test('“not sure” everywhere ends in a result that says what is open and who can settle it', async ({ page }) => {
  await openAid(page);
  for (let id = await questionOnScreen(page); id; id = await questionOnScreen(page)) await answer(page, 'not-sure');
  await go(page, 'Show the result');
  await expect(page.locator('.result')).toHaveAttribute('data-outcome', '');
  await expect(page.locator('.result')).toContainText('It depends on what is not known yet');
  await expect(page.locator('.result')).toContainText('Who can settle it');
  expect(await axeViolations(page)).toEqual([]);
});

test('going on without an answer says what is missing, and where', async ({ page }) => {
  await openAid(page);
  await page.getByRole('button', { name: 'Continue' }).click();
  const summary = page.getByRole('alert');
  await expect(summary).toBeFocused();
  await expect(summary).toContainText('Choose an answer');
  await expect(page).toHaveTitle(/^Error: /);
  expect(await axeViolations(page)).toEqual([]);
  await summary.getByRole('button').click();
  await expect(page.locator('#answer-0')).toBeFocused();
});

test('“none of these” stands alone', async ({ page }) => {
  const { 'other-route': _, ...answers } = cases.notReady.answers;
  await openCase(page, { answers });
  expect(await questionOnScreen(page)).toBe('other-route');
  await tick(page, ['foi', 'consultation']);
  await tick(page, 'none of these');
  await expect(page.locator('.answer input:checked')).toHaveCount(1);
  await tick(page, 'foi');
  await expect(page.locator('.answer input:checked')).toHaveCount(1);
  await expect(page.locator('input[value="foi"]')).toBeChecked();
});

test('the keyboard alone answers a question', async ({ page }) => {
  await openAid(page);
  await page.locator('input[value="yes"]').focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('input[value="no"]')).toBeChecked();
  await page.keyboard.press('Enter');
  await expect(page.locator('form.question')).toHaveAttribute('data-question', 'people-at-risk');
  await expect(heading(page)).toBeFocused();
});

test('clearing everything leaves nothing', async ({ page }) => {
  await openAid(page);
  await answer(page, 'no');
  expect(await page.evaluate(() => sessionStorage.length)).toBe(1);
  await page.getByRole('button', { name: 'Clear everything' }).click();
  await page.getByRole('button', { name: 'Remove every answer' }).click();
  await expect(page.locator('form.question')).toHaveAttribute('data-question', 'criminal');
  expect(await page.evaluate(() => sessionStorage.length + localStorage.length)).toBe(0);
});

test('nothing leaves the browser, and no answer is in the address or the title', async ({ page }) => {
  await openAid(page);
  const requests = [];
  page.on('request', (request) => requests.push(request.url()));
  const address = page.url();
  const titles = new Set();
  const asked = [];
  for (let id = await questionOnScreen(page); id; id = await questionOnScreen(page)) {
    titles.add(await page.title());
    asked.push(id);
    await answer(page, cases.writeFirst.answers[id]);
    expect(page.url()).toBe(address);
  }
  expect(asked.slice(0, 4)).toEqual(['criminal', 'people-at-risk', 'immediate-risk', 'vulnerable-at-risk']);
  expect(await keptInTab(page)).toEqual(kept(cases.writeFirst));
  expect(requests.filter((url) => !/\/aid\/deferred-[0-9a-f]{8}\.js$/.test(url))).toEqual([]);
  expect(await page.title()).toMatch(/^Check your answers/);
  for (const title of titles) expect(title).not.toMatch(/excessive|police|warranted/i);
});

test('it works from a folder', async ({ page }) => {
  await openAid(page, pathToFileURL(join(process.env.HANDBOOK_SITE, aidPage)).href);
  await walk(page, cases.notReady.answers);
  await expect(page.locator('.result')).toHaveAttribute('data-outcome', 'not-ready');
});

test('without JavaScript there is a sentence and the checklist', async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto(aidPage);
  await expect(page.locator('noscript .aid-failed')).toBeVisible();
  await expect(page.locator('noscript .aid-failed')).toContainText('JavaScript, which is off');
  await expect(page.locator('.checklist')).toBeVisible();
  await expect(page.locator('.checklist ol > li')).toHaveCount(38);
});

test('without WebAssembly there is a sentence and the checklist', async ({ page }) => {
  await page.addInitScript(() => { delete globalThis.WebAssembly; });
  await page.goto(aidPage);
  await expect(page.getByRole('alert')).toContainText('cannot run in this browser');
  await expect(page.locator('.checklist')).toBeVisible();
});
