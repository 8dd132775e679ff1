// The first stage stands in the page before the program is there: what is done in it counts, and nothing moves when the
// program takes it over. Where the program does not come, the checklist stands in.
import { expect, test } from './strict.js';
import { axeViolations } from './findings.js';
import { aidPage, answer, atScreen, choice, heading, keptInTab, mainButton, openAid, row, running, text } from './officer.js';

/** The files that the program is made of. */
const programFiles = {
  'the program': /\/aid\/decision-aid-[0-9a-f]+\.wasm$/,
  'its glue': /\/aid\/decision-aid-[0-9a-f]+\.js$/,
  'the policy': /\/aid\/policy-[0-9a-f]+\.js$/,
};

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

for (const [name, file] of Object.entries(programFiles)) {
  test(`what is ticked and written, and Continue, count where ${name} comes after them`, async ({ page }) => {
    const arrive = await hold(page, file);
    await page.goto(aidPage, { waitUntil: 'domcontentloaded' });
    await tickAll(page);
    await text(page, 'record/case-reference').fill('CH-2026-0107');
    await mainButton(page).click();
    arrive();
    await running(page);
    await atScreen(page, 'questions scope 0');
    await expect(heading(page)).toHaveText('Is this the right policy?');
    await expect(heading(page)).toBeFocused();
    expect(await keptInTab(page)).toEqual({ answers: safe, texts: { 'record/case-reference': 'CH-2026-0107' } });
    await page.goBack();
    await expect(choice(page, 'vulnerable-at-risk', 'not-sure')).toBeChecked();
  });
}

test('Continue before the program is there says what has no answer, once it is', async ({ page }) => {
  const arrive = await hold(page, programFiles['the program']);
  await page.goto(aidPage, { waitUntil: 'domcontentloaded' });
  await answer(page, 'criminal', 'no');
  await mainButton(page).click();
  arrive();
  await expect(page.locator('#aid-error')).toBeFocused();
  await expect(page.locator('#aid-error li')).toHaveCount(3);
  await expect(choice(page, 'criminal', 'no')).toBeChecked();
});

test('without Continue, what was ticked and written stays, and so do the focus and the caret', async ({ page }) => {
  const arrive = await hold(page, programFiles['the program']);
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
  expect((await keptInTab(page)).texts).toEqual({ 'record/case-reference': 'CH-X26-0107' });
});

test('the keyboard goes on from the answer that it was at', async ({ page }) => {
  const arrive = await hold(page, programFiles['the program']);
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
    const arrive = await hold(page, programFiles['the program']);
    const complete = page.waitForResponse(/\/aid\/deferred-/);
    await page.goto(aidPage, { waitUntil: 'load' });
    await expect(row(page, 'criminal')).toBeVisible();
    // The page is painted before the program is there.
    await page.evaluate(() => new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); }));
    arrive();
    await running(page);
    await complete;
    await page.evaluate(() => new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); }));
    expect(await page.evaluate(() => globalThis.shifts)).toEqual([]);
  });
}

/**
 * An element and what is in it, a line for each: what two ways of drawing the same have in common. The build puts each block
 * on a line of its own, which nobody sees.
 */
const drawn = (page) => page.locator('[data-aid="app"]').evaluate((mount) => {
  const lines = [];
  const note = (node, depth) => {
    if (node instanceof Text && node.data !== '\n') lines.push(`${' '.repeat(depth)}“${node.data}”`);
    if (!(node instanceof Element)) return;
    const attributes = [...node.attributes].map(({ name, value }) => `${name}="${value}"`).sort();
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
  // What follows the first stage adds to what is folded.
  const arrive = await hold(page, /\/aid\/deferred-[0-9a-f]+\.js$/);
  await openAid(page);
  expect(built.length).toBeGreaterThan(100);
  expect(await drawn(page)).toEqual(built);
  arrive();
});

test('Continue without any script goes nowhere, and puts nothing into the address', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(aidPage);
  const address = page.url();
  await expect(page.locator('noscript .aid-failed')).toContainText('JavaScript, which is off');
  await expect(page.locator('.checklist ol > li')).toHaveCount(38);
  await answer(page, 'criminal', 'yes');
  await text(page, 'record/case-reference').fill('CH-2026-0107');
  await text(page, 'record/case-reference').press('Enter');
  await mainButton(page).click();
  await expect(choice(page, 'criminal', 'yes')).toBeChecked();
  expect(page.url()).toBe(address);
  await context.close();
});

test('without WebAssembly there is a sentence and the checklist', async ({ page }) => {
  await page.addInitScript(() => { delete globalThis.WebAssembly; });
  await page.goto(aidPage);
  await expect(page.getByRole('alert')).toContainText('cannot run in this browser');
  await expect(page.locator('.checklist')).toBeVisible();
});

for (const [name, file] of Object.entries(programFiles)) {
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
    await expect(page.locator('.aid-loading')).toBeVisible();
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

test('where what follows the first stage does not arrive, the next thing that is done asks for it again', async ({ page }) => {
  let there = false;
  await page.route(/\/aid\/deferred-[0-9a-f]+\.js$/, (route) => (there ? route.fallback() : route.abort()));
  await openAid(page);
  await tickAll(page);
  await mainButton(page).click();
  await expect(page.getByText('The rest of the aid is loading.')).toBeVisible();
  there = true;
  await page.locator('.stages').click({ position: { x: 2, y: 2 } });
  await atScreen(page, 'questions scope 0');
  await expect(row(page, 'our-service')).toBeVisible();
  await expect(heading(page)).toHaveText('Is this the right policy?');
});
