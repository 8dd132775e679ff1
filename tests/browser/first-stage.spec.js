// The first stage stands in the page before the program is there: what is done in it counts, and nothing moves when the
// program takes it over. Where the program does not come, the checklist stands in.
import { expect, test } from './strict.js';
import { axeViolations } from './findings.js';
import { cases } from './cases.js';
import {
  aidPage, answer, answerScreen, atScreen, choice, go, goOn, heading, keptInTab, mainButton, row, running, saveCase, screenOf, text,
} from './officer.js';
import { read } from './site.js';

/** The files of the aid, by what the page calls them. */
const files = Object.fromEntries([...read(aidPage).matchAll(/data-([a-z-]+)="(aid\/[^"]+)"/g)].map(([, name, file]) => [name, `**/${file}*`]));

/** The script that starts the aid. */
const startScript = /\/aid\/start-[0-9a-f]+\.js$/;

/** What the first program is made of, and what follows it. */
const firstProgram = { 'the first program': files['first-wasm'], 'its glue': files['first-glue'], 'the policy': files.policy };
const wholeProgram = {
  'the whole program': files.wasm, 'its glue': files.glue, 'what it needs of the policy': files.deferred, 'what the page does for it': files.page,
};

/** The answers of the first stage. */
const safeAnswers = ({ answers }) => Object.fromEntries(Object.keys(safe).map((id) => [id, answers[id]]));

/** Keeps what matches back until the function that this gives is called. */
async function hold(page, files) {
  let arrive;
  const arrived = new Promise((resolve) => { arrive = resolve; });
  await page.route(files, async (route) => { await arrived; await route.fallback(); });
  return arrive;
}

const safe = { criminal: 'no', 'people-at-risk': 'no', 'immediate-risk': 'no', 'vulnerable-at-risk': 'not-sure' };

async function tickAll(page) {
  for (const [question, value] of Object.entries(safe)) await answer(page, question, value);
}

for (const [name, file] of Object.entries({ ...firstProgram, 'what starts it': startScript })) {
  test(`what is ticked and written, and Continue, count where ${name} comes after them`, async ({ page }) => {
    const arrive = await hold(page, file);
    await page.goto(aidPage, { waitUntil: 'commit' });
    await tickAll(page);
    await text(page, 'record/case-reference').fill('CH-2026-0107');
    const loading = page.locator('.aid-loading[role=status]');
    await expect(loading).toBeHidden();
    await mainButton(page).click();
    // The sentence is there with the script that shows it.
    if (file !== startScript) await expect(loading).toContainText('goes on by itself');
    arrive();
    await running(page);
    await expect(loading).toBeHidden();
    await atScreen(page, 'questions scope 0');
    await expect(heading(page)).toHaveText('Is this the right policy?');
    await expect(heading(page)).toBeFocused();
    await expect.poll(() => keptInTab(page)).toEqual({ answers: safe, texts: { 'record/case-reference': 'CH-2026-0107' } });
    await page.goBack();
    await expect(choice(page, 'vulnerable-at-risk', 'not-sure')).toBeChecked();
  });
}

test('Continue before the program is there says what has no answer, once it is', async ({ page }) => {
  const arrive = await hold(page, firstProgram['the first program']);
  await page.goto(aidPage, { waitUntil: 'domcontentloaded' });
  await answer(page, 'criminal', 'no');
  await mainButton(page).click();
  arrive();
  await expect(page.locator('#aid-error')).toBeFocused();
  await expect(page.locator('#aid-error li')).toHaveCount(3);
  await expect(choice(page, 'criminal', 'no')).toBeChecked();
});

test('without Continue, what was ticked and written stays, and so do the focus and the caret', async ({ page }) => {
  const arrive = await hold(page, firstProgram['the first program']);
  await page.goto(aidPage, { waitUntil: 'domcontentloaded' });
  await answer(page, 'immediate-risk', 'yes');
  const reference = text(page, 'record/case-reference');
  await reference.fill('CH-2026-0107');
  await reference.evaluate((field) => field.setSelectionRange(2, 5));
  arrive();
  await running(page);
  await expect(reference).toBeFocused();
  expect(await reference.evaluate((field) => [field.value, field.selectionStart, field.selectionEnd])).toEqual(['CH-2026-0107', 2, 5]);
  await expect(choice(page, 'immediate-risk', 'yes')).toBeChecked();
  await expect(page.locator('.duties-urgent')).toContainText('Consider restricting access now');
  await page.keyboard.type('-X');
  await expect(reference).toHaveValue('CH-X26-0107');
  await expect.poll(async () => (await keptInTab(page)).texts).toEqual({ 'record/case-reference': 'CH-X26-0107' });
});

test('the keyboard goes on from the answer that it was at', async ({ page }) => {
  const arrive = await hold(page, firstProgram['the first program']);
  await page.goto(aidPage, { waitUntil: 'domcontentloaded' });
  await choice(page, 'criminal', 'yes').focus();
  await page.keyboard.press('ArrowDown');
  arrive();
  await running(page);
  await expect(choice(page, 'criminal', 'no')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(choice(page, 'criminal', 'not-sure')).toBeChecked();
});

for (const width of [360, 1280]) {
  test(`nothing moves when the program takes the page over, at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.addInitScript(() => {
      globalThis.shifts = [];
      new PerformanceObserver((list) => {
        for (const { value, sources } of list.getEntries()) {
          globalThis.shifts.push({ value, moved: sources.map(({ node }) => node?.outerHTML?.slice(0, 100) ?? node?.nodeName) });
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    const arrive = await hold(page, firstProgram['the first program']);
    await page.goto(aidPage, { waitUntil: 'load' });
    await expect(row(page, 'criminal')).toBeVisible();
    // The page is painted before the program is there.
    await page.evaluate(() => new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); }));
    arrive();
    await running(page);
    await page.evaluate(() => new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); }));
    expect(await page.evaluate(() => globalThis.shifts)).toEqual([]);
  });
}

/**
 * An element and what is in it, a line for each: what two ways of drawing the same have in common. The build puts each block
 * on a line of its own, and writes out that a field is empty; neither makes a difference.
 */
const drawn = (page) => page.locator('[data-aid="app"]').evaluate((mount) => {
  const lines = [];
  const note = (node, depth) => {
    if (node instanceof Text && node.data !== '\n') lines.push(`${' '.repeat(depth)}“${node.data}”`);
    if (!(node instanceof Element)) return;
    const attributes = [...node.attributes].map(({ name, value }) => `${name}="${value}"`).filter((of) => of !== 'value=""').sort();
    lines.push(`${' '.repeat(depth)}${[node.localName, ...attributes].join(' ')}`);
    node.childNodes.forEach((child) => note(child, depth + 1));
  };
  mount.normalize();
  mount.childNodes.forEach((child) => note(child, 0));
  return lines;
});

test('the build and the program draw the same first stage', async ({ page, browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto(aidPage);
  const built = await drawn(plain);
  await context.close();
  const arrive = await hold(page, wholeProgram['the whole program']);
  await page.goto(aidPage);
  await running(page, 1);
  expect(built.length).toBeGreaterThan(100);
  expect(await drawn(page)).toEqual(built);
  arrive();
  await running(page);
  // What the whole program knows adds to what is folded.
  const isFolded = (line) => /^ {10,}/.test(line);
  expect((await drawn(page)).filter((line) => !isFolded(line))).toEqual(built.filter((line) => !isFolded(line)));
});

test('without scripts the page leads to the checklist, and asks nothing that nobody answers', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(aidPage);
  await expect(page.locator('noscript .aid-failed')).toContainText('JavaScript, which is off');
  await expect(page.locator('.checklist ol > li')).toHaveCount(38);
  await expect(page.locator('[data-aid="app"]')).toBeHidden();
  await context.close();
});

test('Continue before any script has arrived goes nowhere, and puts nothing into the address', async ({ page }) => {
  await page.route(startScript, (route) => route.abort());
  await page.goto(aidPage);
  const address = page.url();
  await answer(page, 'criminal', 'yes');
  await text(page, 'record/case-reference').fill('CH-2026-0107');
  await text(page, 'record/case-reference').press('Enter');
  await mainButton(page).click();
  await expect(choice(page, 'criminal', 'yes')).toBeChecked();
  expect(page.url()).toBe(address);
});

test('without WebAssembly there is a sentence and the checklist', async ({ page }) => {
  await page.addInitScript(() => { delete globalThis.WebAssembly; });
  await page.goto(aidPage);
  await expect(page.getByRole('alert')).toContainText('cannot run in this browser');
  await expect(page.locator('.checklist')).toBeVisible();
});

for (const [name, file] of Object.entries(firstProgram)) {
  test(`where ${name} does not arrive, the checklist is there, and the aid starts on another try with what was ticked`, async ({ page }) => {
    let there = false;
    await page.route(file, (route) => (there ? route.fallback() : route.abort()));
    await page.goto(aidPage);
    const alert = page.locator('#decision-aid > [role=alert]:visible');
    await expect(alert).toContainText('did not start');
    await expect(page.locator('.checklist')).toBeVisible();
    await expect(page.locator('.aid-loading')).toBeHidden();
    expect(await axeViolations(page)).toEqual([]);
    await answer(page, 'criminal', 'no');
    await alert.getByRole('button', { name: 'Try again' }).click();
    await expect(alert).toContainText('did not start');
    there = true;
    await alert.getByRole('button', { name: 'Try again' }).click();
    await running(page);
    await expect(alert).toHaveCount(0);
    await expect(choice(page, 'criminal', 'no')).toBeChecked();
    await expect.poll(async () => (await keptInTab(page)).answers).toEqual({ criminal: 'no' });
  });

  test(`where ${name} takes long, the checklist is there, and the aid starts when it has arrived`, async ({ page }) => {
    await page.clock.install();
    const arrive = await hold(page, file);
    await page.goto(aidPage, { waitUntil: 'commit' });
    await expect(row(page, 'criminal')).toBeVisible();
    await page.clock.fastForward(10_000);
    const alert = page.locator('#decision-aid > [role=alert]:visible');
    await expect(alert).toContainText('taking long to load');
    await expect(page.locator('.checklist')).toBeVisible();
    await expect(page.locator('.aid-loading')).toBeHidden();
    arrive();
    await running(page);
    await expect(alert).toHaveCount(0);
    await expect(page.locator('.checklist'), 'somebody may be reading it').toBeVisible();
  });
}

for (const [name, file] of Object.entries(wholeProgram)) {
  test(`the first program asks every question while ${name} is on its way, and the result comes with it`, async ({ page }) => {
    const arrive = await hold(page, file);
    await page.goto(aidPage, { waitUntil: 'domcontentloaded' });
    await running(page, 1);
    while ((await screenOf(page)).startsWith('questions')) {
      await answerScreen(page, cases.notReady.answers);
      await mainButton(page).click();
      await expect(page.locator('.error-summary')).toHaveCount(0);
    }
    await expect(page.getByText('The rest of the aid is loading.')).toBeVisible();
    arrive();
    await running(page);
    await expect(page.locator('.result [data-outcome]')).toHaveAttribute('data-outcome', 'not-ready');
    await expect(heading(page)).toBeFocused();
    await page.goBack();
    await atScreen(page, 'questions prerequisites 0');
    await expect(choice(page, 'investigated', 'no')).toBeChecked();
  });

  test(`where ${name} does not arrive, the first program goes on, and the rest comes on another try`, async ({ page }) => {
    let there = false;
    await page.route(file, (route) => (there ? route.fallback() : route.abort()));
    await page.goto(aidPage, { waitUntil: 'domcontentloaded' });
    const alert = page.locator('#decision-aid > [role=alert]:visible');
    await expect(alert).toBeVisible();
    await running(page, 1);
    await answerScreen(page, cases.notReady.answers);
    await goOn(page);
    await expect(row(page, 'our-service')).toBeVisible();
    there = true;
    await alert.getByRole('button', { name: 'Try again' }).click();
    await running(page);
    await expect(alert).toHaveCount(0);
    await atScreen(page, 'questions scope 0');
    await expect.poll(async () => (await keptInTab(page)).answers).toMatchObject(safeAnswers(cases.notReady));
  });
}

/** Goes to the second stage with the first program, and gives what brings the whole one. */
async function atSecondStage(page) {
  const arrive = await hold(page, wholeProgram['the whole program']);
  await page.goto(aidPage, { waitUntil: 'domcontentloaded' });
  await running(page, 1);
  await answerScreen(page, cases.notReady.answers);
  await goOn(page);
  return async () => {
    arrive();
    await running(page);
  };
}

test('when the whole program takes over, answers, texts, focus and caret stay as they are', async ({ page }) => {
  const takeOver = await atSecondStage(page);
  const given = { 'our-service': 'yes', 'other-route': ['foi', 'consultation'] };
  for (const [question, value] of Object.entries(given)) await answer(page, question, value);
  await row(page, 'our-service').getByText('Note the evidence').click();
  const note = text(page, 'evidence/our-service');
  await note.fill('The letter of 3 March.');
  await note.evaluate((field) => field.setSelectionRange(4, 10));
  await takeOver();
  await expect(note).toBeFocused();
  expect(await note.evaluate((field) => [field.selectionStart, field.selectionEnd])).toEqual([4, 10]);
  await page.keyboard.type('note');
  await expect.poll(() => keptInTab(page)).toEqual({
    answers: { ...safeAnswers(cases.notReady), ...given }, texts: { 'evidence/our-service': 'The note of 3 March.' },
  });
  await expect(row(page, 'other-route').locator(':checked')).toHaveCount(2);
  await page.goBack();
  await expect(choice(page, 'criminal', 'no')).toBeChecked();
});

test('when the whole program takes over, what is wrong is still said, what is open stays open, and nothing jumps', async ({ page }) => {
  const takeOver = await atSecondStage(page);
  await mainButton(page).click();
  const wrong = await page.locator('.error-summary').innerText();
  const why = row(page, 'new-issue').getByText('Why, and the clause');
  await why.click();
  const top = (await why.boundingBox()).y;
  await takeOver();
  await expect(page.locator('.error-summary')).toBeVisible();
  expect(await page.locator('.error-summary').innerText()).toBe(wrong);
  await expect(row(page, 'new-issue').locator('details[open] summary')).toContainText('Why, and the clause');
  expect(Math.abs((await why.boundingBox()).y - top)).toBeLessThan(2);
});

test('Save, pressed while only the first program is there, says that it waits, and works once the whole one has come', async ({ page }) => {
  const arrive = await hold(page, wholeProgram['the whole program']);
  await page.goto(aidPage, { waitUntil: 'domcontentloaded' });
  await running(page, 1);
  await answer(page, 'criminal', 'no');
  const said = page.locator('.case-bar .said');
  await expect(said).toBeEmpty();
  await go(page, 'Save');
  await expect(said).not.toBeEmpty();
  await expect(page.locator('.case-saved')).toHaveText('Not saved');
  arrive();
  await running(page);
  await expect(said).toBeEmpty();
  expect(JSON.parse((await saveCase(page)).text).entries.at(-1).answers).toEqual({ criminal: 'no' });
});

for (const [name, { file, left }] of Object.entries({
  'what starts the programs': { file: startScript, left: 1 },
  'the first program': { file: files['first-wasm'], left: 1 },
  'the whole one': { file: files.wasm, left: 0 },
})) {
  test(`a press that has begun when ${name} comes is not lost`, async ({ page }) => {
    const arrive = await hold(page, file);
    await page.goto(aidPage, { waitUntil: 'commit' });
    if (left === 0) await running(page, 1);
    await choice(page, 'criminal', 'no').hover();
    await page.mouse.down();
    const arrived = page.waitForResponse(file);
    arrive();
    await arrived;
    // Time enough for the program to draw, if it did not wait for the click.
    await page.waitForTimeout(1000);
    await page.mouse.up();
    await running(page, left);
    await expect(choice(page, 'criminal', 'no')).toBeChecked();
    await expect.poll(async () => (await keptInTab(page)).answers).toEqual({ criminal: 'no' });
  });
}

test('when the whole program comes while the first one draws a screen, it goes on from that one', async ({ page }) => {
  // Yew leaves what follows a drawing to a later task where that took long. Here it always does, and the task is late.
  await page.addInitScript(() => {
    const { setTimeout: later, Date: { now } } = globalThis;
    let ahead = 0;
    Date.now = () => { ahead += 20; return now() + ahead; };
    globalThis.setTimeout = (task, time, ...rest) => later(task, time || 1000, ...rest);
  });
  const arrive = await hold(page, files.wasm);
  const arrived = page.waitForResponse(files.wasm);
  await page.goto(aidPage, { waitUntil: 'domcontentloaded' });
  await running(page, 1);
  await answerScreen(page, cases.notReady.answers);
  const drawn = mainButton(page).click();
  arrive();
  await Promise.all([drawn, arrived]);
  await running(page);
  await atScreen(page, 'questions scope 0');
  await expect(heading(page)).toBeFocused();
  await page.goBack();
  await expect(choice(page, 'criminal', 'no')).toBeChecked();
});
