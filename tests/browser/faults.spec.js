// What goes wrong around the decision aid: files that do not arrive, a full browser, files that are not sound, a click too
// many. Nothing that the officer did is lost, and it is said.
import { expect, test } from './strict.js';
import { axeViolations } from './findings.js';
import { readFile } from 'node:fs/promises';
import { aidPage, answer, answerAll, cases, go, keptInTab, openAid, questionOnScreen, tick, walk, withEntry } from './officer.js';

// As the first build saved it.
const firstFormat = new URL('../../decision-aid/casework/src/case_file/fixtures/first-format.json', import.meta.url);

const heading = (page) => page.locator('#aid-heading');
const question = (page) => page.locator('form.question');
const text = (page, key) => page.locator(`[id="${key}"]`);
const notice = (page) => page.getByRole('region', { name: /saved case|policy has changed/ });

/** Saves the case and gives what is in the file. */
async function save(page) {
  const [download] = await Promise.all([page.waitForEvent('download'), go(page, 'Save the case file')]);
  return readFile(await download.path(), 'utf8');
}

async function choose(page, content, name = 'case.json') {
  const box = page.locator('.open-case');
  if (!(await box.evaluate((details) => details.open))) await box.locator('summary').click();
  const buffer = Buffer.from(typeof content === 'string' ? content : JSON.stringify(content));
  await page.locator('#case-file').setInputFiles({ name, mimeType: 'application/json', buffer });
}

async function clear(page) {
  await go(page, 'Clear everything');
  await go(page, 'Remove every answer');
  await expect(question(page)).toHaveAttribute('data-question', 'criminal');
}

/** A case file with a result, as the aid saves it, and a page with no case. */
async function savedCase(page) {
  await openAid(page);
  await walk(page, cases.notReady.answers);
  await go(page, 'Write the record');
  const file = JSON.parse(await save(page));
  await clear(page);
  return file;
}

test('a case that could not be opened is not saved, and says how much too large it is', async ({ page }) => {
  test.slow();
  await openAid(page);
  await walk(page, cases.notReady.answers);
  await go(page, 'Write the record');
  const downloads = [];
  page.on('download', (download) => downloads.push(download));
  await text(page, 'record/matter').fill('x'.repeat(5_100_000));
  await go(page, 'Save the case file');
  await expect(page.locator('.said')).toContainText(/The case was not saved: its file would be 10\d,\d{3} bytes larger than the 5,000,000 bytes/);
  expect(downloads).toHaveLength(0);
  await text(page, 'record/matter').fill('x'.repeat(4_900_000));
  const file = await save(page);
  await clear(page);
  await choose(page, file);
  await expect(heading(page)).toHaveText('Check your answers');
  expect((await keptInTab(page)).texts['record/matter']).toHaveLength(4_900_000);
});

test('past the room of the browser it says at once what a reload would lose, until there is room again', async ({ page }) => {
  test.slow();
  await openAid(page);
  await walk(page, cases.notReady.answers);
  await go(page, 'Write the record');
  const unkept = page.getByRole('status').filter({ hasText: 'no longer keeps what you write' });
  await text(page, 'record/matter').fill('kept');
  await expect(unkept).toHaveCount(0);
  await text(page, 'record/matter').fill('x'.repeat(6_000_000));
  await expect(unkept).toContainText('reloading the page would lose them');
  await expect(unkept).toBeInViewport();
  await go(page, 'Back');
  await expect(unkept).toBeInViewport();
  await go(page, 'Write the record');
  await text(page, 'record/matter').fill('short again');
  await expect(unkept).toHaveCount(0);
  await page.reload();
  await expect(text(page, 'record/matter')).toHaveValue('short again');
});

test('a double-click on Continue is one Continue, also where the next screen is drawn between its clicks', async ({ page }) => {
  test.slow();
  await openAid(page);
  const session = await page.context().newCDPSession(page);
  for (const [slowness, delay] of [[1, 0], [1, 60], [1, 200], [4, 0], [4, 60], [4, 200]]) {
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowness });
    await begin(page);
    await tick(page, 'no');
    const { x, y, width, height } = await page.getByRole('button', { name: 'Continue' }).boundingBox();
    await page.mouse.move(x + width / 2, y + height / 2);
    for (const clickCount of [1, 2]) {
      await page.mouse.down({ clickCount });
      await page.mouse.up({ clickCount });
      if (clickCount === 1) await page.waitForTimeout(delay);
    }
    await expect(question(page), `${slowness} times slower, ${delay} ms`).toHaveAttribute('data-question', 'people-at-risk');
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    await expect(page.locator('.error-summary')).toHaveCount(0);
    expect((await keptInTab(page)).answers).toEqual({ criminal: 'no' });
    await page.goBack();
    await expect(question(page)).toHaveAttribute('data-question', 'criminal');
  }
});

test('the second click of a double-click does nothing where it lands on the Continue of the next screen', async ({ page }) => {
  await openAid(page);
  const goOn = page.getByRole('button', { name: 'Continue' });
  const clickOnContinue = async (clickCount) => {
    const { x, y, width, height } = await goOn.boundingBox();
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.down({ clickCount });
    await page.mouse.up({ clickCount });
  };
  await tick(page, 'no');
  await clickOnContinue(1);
  await expect(question(page)).toHaveAttribute('data-question', 'people-at-risk');
  await clickOnContinue(2);
  await clickOnContinue(3);
  // What is done next is answered next.
  await tick(page, 'no');
  await expect.poll(async () => (await keptInTab(page)).texts['ticked/people-at-risk']).toBe('no\n');
  await expect(question(page)).toHaveAttribute('data-question', 'people-at-risk');
  expect(await page.title()).not.toMatch(/^Error/);
  await clickOnContinue(1);
  await expect(question(page)).toHaveAttribute('data-question', 'immediate-risk');
  await clickOnContinue(2);
  await expect(page.locator('.error-summary')).toHaveCount(0);
  await clickOnContinue(1);
  await expect(page.locator('.error-summary'), 'a click of its own counts').toBeFocused();
});

/** Goes to the first question with nothing answered. */
async function begin(page) {
  if (await page.getByRole('button', { name: 'Clear everything' }).count()) await clear(page);
}

test('a double-click passes no screen that it has not shown, and clears nothing unasked', async ({ page }) => {
  await openAid(page);
  await tick(page, 'yes');
  await page.getByRole('button', { name: 'Continue' }).dblclick();
  await expect(page.locator('.danger')).toBeVisible();
  await page.getByRole('button', { name: 'Clear everything' }).dblclick();
  await expect(page.getByRole('button', { name: 'Remove every answer' })).toBeVisible();
  expect((await keptInTab(page)).answers).toEqual({ criminal: 'yes' });
});

test('a field that the browser fills in keeps what it was filled with, whatever event says so', async ({ page }) => {
  await openAid(page);
  await walk(page, cases.notReady.answers);
  await go(page, 'Write the record');
  await text(page, 'record/case-reference').evaluate((field) => {
    field.value = 'CH-2026-7';
    field.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await text(page, 'record/matter').fill('Something else is drawn.');
  await expect(text(page, 'record/case-reference')).toHaveValue('CH-2026-7');
  await expect(page.locator('#paper')).toContainText('CH-2026-7');
  await page.reload();
  await expect(text(page, 'record/case-reference')).toHaveValue('CH-2026-7');
});

test('a text is the same when it is typed, shown, stored, reloaded, saved and opened', async ({ page }) => {
  await openAid(page);
  await walk(page, cases.notReady.answers);
  await go(page, 'Write the record');
  const field = text(page, 'record/matter');
  await field.evaluate((element) => {
    element.value = 'half \ud83d of a pair, a zero \0 and\r\ntwo\rlines';
    element.dispatchEvent(new Event('input', { bubbles: true }));
  });
  const kept = 'half \ufffd of a pair, a zero \ufffd and\ntwo\nlines';
  await expect(page.locator('#paper')).toContainText('half \ufffd of a pair');
  const inField = () => field.evaluate((element) => element.value);
  expect(await inField()).toBe(kept);
  expect((await keptInTab(page)).texts['record/matter']).toBe(kept);
  await page.reload();
  await expect(page.locator('#paper')).toContainText('half \ufffd of a pair');
  expect(await inField()).toBe(kept);
  const file = await save(page);
  expect(JSON.parse(file).entries[0].texts['record/matter']).toBe(kept);
  await clear(page);
  await choose(page, file.replace(JSON.stringify(kept).slice(1, -1), 'two\\r\\nlines\\rand a zero \\u0000'));
  await go(page, 'Show the result');
  await go(page, 'Write the record');
  expect(await inField()).toBe('two\nlines\nand a zero \ufffd');
  expect((await keptInTab(page)).texts['record/matter']).toBe('two\nlines\nand a zero \ufffd');
});

test('a case file that is not sound is not opened', async ({ page }) => {
  const file = await savedCase(page);
  // The very text matters: numbers, surrogates and depth are the browser's to read.
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  const written = (change) => JSON.stringify(withEntry(file, change));
  const changed = [
    ...[0, -1, 1.5, 2.5, '2', null, 1e300].map((version) => ({ ...file, 'format-version': version })),
    ...['', 'CH 1', 5].map((id) => ({ ...file, 'case-id': id })),
    ...[-1, 1.5, 2 ** 53].map((sequence) => ({ ...file, 'calendar-sequence': sequence })),
    ...[[], {}, 'decision', [null], [['kind', 'decision']]].map((entries) => ({ ...file, entries })),
    ...[
      { 'saved-on': '9999-99-99' }, { 'made-on': 'soon' }, { options: { 'limit-contacts': 'perhaps' } }, { options: [] },
      { answers: [] }, { answers: [['criminal', 'no']] }, { answers: { criminal: 5 } }, { answers: { criminal: null } },
      { answers: { where: [['email']] } }, { texts: [] }, { texts: { 'record/matter': 5 } },
    ].map((change) => withEntry(file, change)),
    written({ texts: { 'record/matter': '~' } }).replace('~', '\\ud800'),
    written({ texts: { '~': 'words' } }).replace('~', '\\udc00'),
    written({ answers: { criminal: '~' } }).replace('"~"', deep),
  ];
  for (const content of changed) {
    await choose(page, content);
    const name = (typeof content === 'string' ? content : JSON.stringify(content)).slice(0, 300);
    await expect(page.locator('#case-file-problem'), name).toContainText('cut off or was changed');
    await expect(question(page)).toHaveAttribute('data-question', 'criminal');
    // What is refused next is said anew.
    await choose(page, '{}');
    await expect(page.locator('#case-file-problem')).toContainText('not a case file');
  }
  for (const content of [deep, '[]', 'null', '["customer-handling-case"]', '{"format": 1}', { ...file, format: 'another' }]) {
    await choose(page, { ...file, 'format-version': 3 });
    await expect(page.locator('#case-file-problem')).toContainText('newer version');
    await choose(page, content);
    await expect(page.locator('#case-file-problem')).toContainText('not a case file');
  }
  await page.reload();
  await expect(question(page)).toBeVisible();
});

test('what a case file holds that the aid does not know is written back, whatever it is called', async ({ page }) => {
  const file = await savedCase(page);
  const [entry] = file.entries;
  const odd = JSON.parse('{ "kind": "warning", "__proto__": { "a": [1, 1.5, null, true, "£ “é” 😀"] }, "toString": "words" }');
  const texts = JSON.parse('{ "__proto__": "kept", "constructor": "kept too", "record/matter": "A matter." }');
  const answers = { ...entry.answers, ...JSON.parse('{ "asked-once": ["a", "b"] }') };
  Object.defineProperty(answers, '__proto__', { value: ['a'], enumerable: true });
  const history = { ...file, 'calendar-sequence': 7, entries: [odd, { ...entry, texts, answers }, { ...odd, kind: 'review' }] };
  await choose(page, history);
  await expect(notice(page)).toBeVisible();
  await page.reload();
  await go(page, 'Show the result');
  await go(page, 'Write the record');
  await expect(page.locator('#paper')).toContainText('What this version of the policy has no place for');
  const saved = JSON.parse(await save(page));
  // As texts: a comparison of objects looks past a member of the name `__proto__`.
  const members = (object) => Object.entries(object).map((member) => JSON.stringify(member)).sort();
  expect(JSON.stringify([saved.entries[0], saved.entries[2]])).toBe(JSON.stringify([history.entries[0], history.entries[2]]));
  expect(members(saved.entries[1].texts)).toEqual(members(texts));
  expect(members(saved.entries[1].answers)).toEqual(members(answers));
  expect([saved['case-id'], saved['calendar-sequence']]).toEqual([file['case-id'], 7]);
});

test('a case file of the first format opens, and says what it could not place', async ({ page }) => {
  await openAid(page);
  const first = JSON.parse(await readFile(firstFormat, 'utf8'));
  await choose(page, { ...first, texts: { ...first.texts, 'detail/limit-contacts/retired': 'Ten minutes.' } });
  await expect(notice(page)).toContainText('The file is of the first format of case files');
  await expect(notice(page)).toContainText('Under “detail/limit-contacts/retired” stands: “Ten minutes.”.');
  expect(await axeViolations(page)).toEqual([]);
  await go(page, 'Show the result');
  await go(page, 'Write the record');
  await expect(page.locator('#paper')).toContainText('Ten minutes.');
  const saved = JSON.parse(await save(page));
  expect(saved['format-version']).toBe(2);
  expect(saved['case-id']).toMatch(/^[0-9a-f-]{32,36}$/);
  expect(saved.entries).toHaveLength(1);
  expect(saved.entries[0].answers).toEqual(first.answers);
  expect(saved.entries[0].texts).toEqual({ ...first.texts, 'detail/limit-contacts/retired': 'Ten minutes.' });
});

test('a case file that is opened before the fields of the record have arrived is held against them once they have', async ({ page }) => {
  let arrive;
  const arrived = new Promise((resolve) => { arrive = resolve; });
  await page.route(/\/aid\/deferred-[0-9a-f]+\.js$/, async (route) => { await arrived; await route.fallback(); });
  await openAid(page);
  await choose(page, await readFile(firstFormat, 'utf8'));
  await expect(heading(page)).toHaveText('Check your answers');
  await expect(notice(page)).toHaveCount(0);
  arrive();
  await expect(notice(page)).toContainText('The file is of the first format of case files');
  await expect(notice(page)).toContainText('Under “detail/limit-contacts/number” stands: “2”.');
  await expect(notice(page)).not.toContainText('record/');
});

test('the dates of a case keep their places in a calendar, and those of another case have their own', async ({ page }) => {
  await openAid(page);
  await choose(page, await readFile(firstFormat, 'utf8'));
  await go(page, 'Show the result');
  await go(page, 'Write the record');
  const dates = async () => {
    const [download] = await Promise.all([page.waitForEvent('download'), go(page, 'Download the dates')]);
    expect(download.suggestedFilename()).toMatch(/^CH-2026-0007-dates-\d{4}-\d\d-\d\d\.ics$/);
    const lines = (await readFile(await download.path(), 'utf8')).replaceAll('\r\n ', '').split('\r\n');
    const of = (name) => lines.filter((line) => line.startsWith(name));
    return { ids: of('UID:'), sequence: new Set(of('SEQUENCE:')), days: of('DTSTART') };
  };
  const before = await dates();
  await page.reload();
  await text(page, 'record/review-date').fill('2027-02-15');
  const after = await dates();
  expect(after.ids).toEqual(before.ids);
  expect(after.days).not.toEqual(before.days);
  expect([[...before.sequence], [...after.sequence]]).toEqual([['SEQUENCE:0'], ['SEQUENCE:1']]);
  const saved = await save(page);
  expect(JSON.parse(saved)['calendar-sequence']).toBe(2);
  await clear(page);
  await choose(page, await readFile(firstFormat, 'utf8'));
  await go(page, 'Show the result');
  await go(page, 'Write the record');
  const other = await dates();
  expect(other.days).toEqual(before.days);
  expect(other.ids.filter((id) => before.ids.includes(id))).toEqual([]);
});

test('a case file that records another result than its own version gives says so', async ({ page }) => {
  const file = await savedCase(page);
  await choose(page, { ...withEntry(file, { outcome: 'may-decide' }), mood: 'good' });
  await expect(notice(page)).toContainText('yet it records another result');
  await expect(notice(page)).toContainText('The outcome was “Decide whether to restrict contact”');
  await expect(notice(page)).toContainText('does not know, and does not keep: “mood”');
  expect(await axeViolations(page)).toEqual([]);
});

test('the case of this tab says that the policy has changed since', async ({ page }) => {
  await openAid(page);
  await answerAll(page, cases.notReady.answers);
  await page.reload();
  await expect(heading(page)).toHaveText('Check your answers');
  await expect(notice(page)).toHaveCount(0);
  // As a build of another version left it.
  await page.evaluate(() => {
    const file = JSON.parse(sessionStorage.getItem('decision-aid'));
    Object.assign(file.entries[0], { 'policy-version': 'edition 0', outcome: 'may-decide' });
    sessionStorage.setItem('decision-aid', JSON.stringify(file));
  });
  await page.reload();
  await expect(notice(page)).toContainText('The policy has changed while you worked on this case');
  await expect(notice(page)).toContainText('You began under another version: edition 0.');
  await expect(notice(page)).toContainText('The outcome was “Decide whether to restrict contact”');
  await expect(page.locator('.answer-row[data-question="criminal"]')).toContainText('No');
});

test('a file that is refused takes no other’s place, and the one that waited is gone', async ({ page }) => {
  const file = await savedCase(page);
  await answer(page, 'no');
  await page.goBack();
  const open = page.getByRole('button', { name: 'Open the file' });
  for (const second of ['%PDF-1.7', ' '.repeat(5_000_001)]) {
    await choose(page, file, 'a.json');
    await expect(open).toBeVisible();
    await choose(page, second, 'b.json');
    await expect(page.locator('#case-file-problem')).toBeVisible();
    await expect(open).toHaveCount(0);
  }
  expect((await keptInTab(page)).answers).toEqual({ criminal: 'no' });
});

test('of two files the last one chosen counts, whichever is read first', async ({ page }) => {
  await page.addInitScript(() => {
    const read = File.prototype.text;
    File.prototype.text = async function text() {
      if (this.name === 'slow.json') await new Promise((resolve) => { globalThis.arrive = resolve; });
      return read.call(this);
    };
  });
  const file = await savedCase(page);
  await choose(page, file, 'slow.json');
  await choose(page, '%PDF-1.7', 'quick.json');
  await expect(page.locator('#case-file-problem')).toContainText('not a case file');
  await page.evaluate(() => globalThis.arrive());
  // What arrives after it is answered after it.
  await choose(page, { ...file, 'format-version': 3 }, 'last.json');
  await expect(page.locator('#case-file-problem')).toContainText('newer version');
  await expect(question(page)).toHaveAttribute('data-question', 'criminal');
});

test('the same file can be chosen again after the case on screen was kept', async ({ page }) => {
  const file = await savedCase(page);
  await answer(page, 'no');
  await page.goBack();
  for (let times = 0; times < 2; times += 1) {
    await choose(page, file);
    await go(page, 'Keep this case');
    await expect(page.getByRole('button', { name: 'Open the file' })).toHaveCount(0);
    // A browser tells of a file only where it is not the one that is there already.
    expect(await page.locator('#case-file').evaluate((input) => input.files.length)).toBe(0);
  }
  await choose(page, file);
  await go(page, 'Open the file');
  await expect(heading(page)).toHaveText('Check your answers');
});

const programFiles = {
  'the program': /\/aid\/decision-aid-[0-9a-f]+\.wasm$/,
  'its glue': /\/aid\/decision-aid-[0-9a-f]+\.js$/,
  'the policy': /\/aid\/policy-[0-9a-f]+\.js$/,
};

for (const [name, file] of Object.entries(programFiles)) {
  test(`where ${name} does not arrive, the checklist is there, and the aid starts on another try`, async ({ page }) => {
    let there = false;
    await page.route(file, (route) => (there ? route.fallback() : route.abort()));
    await page.goto(aidPage);
    const alert = page.getByRole('alert');
    await expect(alert).toContainText('did not start');
    await expect(page.locator('.checklist')).toBeVisible();
    await expect(page.locator('.aid-loading')).toBeHidden();
    expect(await axeViolations(page)).toEqual([]);
    await alert.getByRole('button', { name: 'Try again' }).click();
    await expect(alert).toContainText('did not start');
    there = true;
    await alert.getByRole('button', { name: 'Try again' }).click();
    await expect(page.locator('.question-heading')).toBeVisible();
    await expect(alert).toHaveCount(0);
    await answer(page, 'no');
    expect(await questionOnScreen(page)).toBe('people-at-risk');
  });

  test(`where ${name} takes long, the checklist is there, and the aid starts when it has arrived`, async ({ page }) => {
    await page.clock.install();
    let arrive;
    const arrived = new Promise((resolve) => { arrive = resolve; });
    await page.route(file, async (route) => { await arrived; await route.fallback(); });
    await page.goto(aidPage, { waitUntil: 'commit' });
    await expect(page.locator('.aid-loading')).toBeVisible();
    await page.clock.fastForward(10_000);
    await expect(page.getByRole('alert')).toContainText('taking long to load');
    await expect(page.locator('.checklist')).toBeVisible();
    await expect(page.locator('.aid-loading')).toBeHidden();
    arrive();
    await expect(page.locator('.question-heading')).toBeVisible();
    await expect(page.getByRole('alert')).toHaveCount(0);
    await expect(page.locator('.checklist'), 'somebody may be reading it').toBeVisible();
  });
}
