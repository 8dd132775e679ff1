// The officer's whole journey: answers, result, options, record, letter, and the case taken along and opened again.
import { expect, test } from './strict.js';
import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { axeFindings, axeViolations, contrast } from './findings.js';
import { answer, answerAll, cases, go, kept, keptInTab, openAid, openCase, openResult, questionOnScreen, withEntry } from './officer.js';

const heading = (page) => page.locator('#aid-heading');
const option = (page, id) => page.locator(`[data-option="${id}"]`);
const place = (page, key) => page.locator(`[id="${key}"]`);

/** Presses a button and gives the file that it downloads, as bytes and as text. */
async function download(page, name) {
  const [file] = await Promise.all([page.waitForEvent('download'), go(page, name)]);
  const bytes = readFileSync(await file.path());
  return { name: file.suggestedFilename(), bytes, text: bytes.toString('utf8') };
}

/** The files in a stored or deflated zip archive, by name. */
function unzip(bytes) {
  const files = {};
  let at = bytes.readUInt32LE(bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6])) + 16);
  while (bytes.readUInt32LE(at) === 0x02014b50) {
    const [packed, nameLength, extra, comment] = [bytes.readUInt32LE(at + 20), ...[28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset))];
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const content = bytes.subarray(start, start + packed);
    files[name] = (bytes.readUInt16LE(at + 10) === 0 ? content : inflateRawSync(content)).toString('utf8');
    at += 46 + nameLength + extra + comment;
  }
  return files;
}

/** Fills in everything that the screen asks for, so that nothing is missing. */
async function fillIn(page) {
  for (const boxes of await page.locator('fieldset.field').all()) {
    if (await boxes.locator(':checked').count() === 0) await boxes.getByRole('checkbox').first().check();
  }
  for (const field of await page.locator('.field .input:not([type=file])').all()) {
    const [tag, type, value] = await field.evaluate((input) => [input.tagName, input.type, input.value]);
    const id = await field.getAttribute('id');
    const optional = await page.locator(`label[for="${id}"] .field-optional`).count();
    if (value || optional || !(await field.isVisible())) continue;
    if (tag === 'SELECT') await field.selectOption({ index: 1 });
    else if (type === 'date') await field.fill('2026-12-01');
    else if ((await field.getAttribute('inputmode')) === 'numeric') await field.fill('2');
    else await field.fill(`Filled in for ${id}.`);
  }
}

/**
 * A case taken to a decision that limits the number of contacts, with everything filled in. The first test below writes
 * the same texts by hand; where that ends in others, those belong into the file.
 */
const decided = {
  answers: cases.mayDecide.answers,
  texts: JSON.parse(readFileSync(new URL('decided-texts.json', import.meta.url), 'utf8')),
};

/** Opens the record of that case. */
async function openDecided(page) {
  await openResult(page, decided);
  await go(page, 'Write the record');
}

/** Takes the case on screen, at all its answers, to that decision. */
async function decide(page) {
  await page.locator('.answer-row[data-question="behaviour"]').getByRole('button').click();
  await page.getByText('Add a note of the evidence').click();
  await place(page, 'evidence/behaviour').fill('On 3 March the customer rang 12 times.');
  await go(page, 'Continue');
  await go(page, 'Show the result');
  await go(page, 'Weigh the options');
  await option(page, 'limit-contacts').getByLabel('Take it', { exact: true }).check();
  // What the answers support has to be decided on, one way or the other.
  for (const other of await page.locator('.option-warranted:not([data-option="limit-contacts"])').all()) {
    await other.getByLabel('Do not take it', { exact: true }).check();
  }
  await place(page, 'detail/limit-contacts/calls').fill('2');
  await fillIn(page);
  await go(page, 'Write the record');
  await fillIn(page);
  await fillIn(page);
}

test('a case goes from its answers to the record and the letter', async ({ page }) => {
  test.slow();
  await openCase(page, cases.mayDecide);
  await decide(page);
  expect(await keptInTab(page)).toEqual(kept(decided));
  await go(page, 'Check what is missing');
  await expect(page.locator('.said')).toHaveText('Nothing is missing.');
  await expect(page.locator('#paper')).toContainText('Decide whether to restrict contact');
  await expect(page.locator('#paper')).toContainText('On 3 March the customer rang 12 times.');
  expect(await axeViolations(page)).toEqual([]);

  const word = await download(page, 'Download for Word');
  expect(word.name).toMatch(/^Filled-in-for-record-case-reference-decision-record-\d{4}-\d\d-\d\d\.docx$/);
  const files = unzip(word.bytes);
  expect(files['word/document.xml']).toContain('On 3 March the customer rang 12 times.');
  expect(files['word/document.xml']).toContain('<w:tbl>');
  expect((await download(page, 'Download as Markdown')).text).toContain('# Decision record');
  const calendar = await download(page, 'Download the dates');
  expect(calendar.text).toContain('DTSTART;VALUE=DATE:20270601');
  expect(calendar.text.split('\r\n').at(0)).toBe('BEGIN:VCALENDAR');

  await page.locator('.letters').getByRole('button', { name: 'Decision letter' }).click();
  await fillIn(page);
  await expect(page.locator('#paper')).toContainText('Phone calls to us: at most 2 in each week, of up to 2 minutes each.');
  expect(await axeViolations(page)).toEqual([]);
  const letter = await download(page, 'Download for Word');
  expect(letter.name).toMatch(/-decision-letter-\d{4}-\d\d-\d\d\.docx$/);
  expect(unzip(letter.bytes)['word/document.xml']).toContain('On 3 March the customer rang 12 times.');
});

test('a letter that lacks something is not given, and says what it lacks and where', async ({ page }) => {
  await openResult(page, cases.writeFirst);
  await go(page, 'Write the record');
  await page.locator('.letters').getByRole('button', { name: 'Warning letter' }).click();
  await go(page, 'Download for Word');
  const summary = page.getByRole('alert');
  await expect(summary).toBeFocused();
  await expect(page).toHaveTitle(/^Error: Warning letter/);
  expect(await axeViolations(page)).toEqual([]);
  await summary.getByRole('button', { name: 'Case reference' }).click();
  await expect(place(page, 'letter-field/warning-letter/reference')).toBeFocused();
  // A part is closed until somebody goes there.
  await place(page, 'letter-part/warning-letter/request').evaluate((part) => { part.closest('details').open = true; });
  await place(page, 'letter-part/warning-letter/request').fill(' ');
  await place(page, 'letter-part/warning-letter/request').evaluate((part) => { part.closest('details').open = false; });
  await go(page, 'Download for Word');
  await summary.getByRole('button', { name: 'What we ask you to change – this part must be in the letter' }).click();
  await expect(place(page, 'letter-part/warning-letter/request')).toBeFocused();
  await go(page, 'Take the sample’s words again');
  await fillIn(page);
  expect((await download(page, 'Download as Markdown')).text).toContain('Filled in for letter-field/warning-letter/');
});

test('an option taken without evidence or an end is warned of, with its clause', async ({ page }) => {
  await openResult(page, cases.mayDecide);
  await go(page, 'Weigh the options');
  await expect(page.locator('[data-option]').first()).toHaveAttribute('data-option', 'contact-point');
  await option(page, 'one-medium').getByLabel('Take it', { exact: true }).check();
  const warnings = option(page, 'one-medium').locator('.warning');
  await expect(warnings).toHaveCount(1);
  await expect(warnings).toContainText('No recorded behaviour stands behind this option');
  await expect(warnings).toContainText('paragraph');
  // Once the record is there to be written, every warning stands there too, and that there is no end yet.
  await go(page, 'Write the record');
  await expect(page.locator('.record .warning')).toHaveCount(2);
  await expect(page.locator('.record .warning').last()).toContainText('no end');
  await go(page, 'Back');
  await option(page, 'one-medium').getByLabel('Do not take it', { exact: true }).check();
  await expect(warnings).toHaveCount(0);
  await page.getByText('Add an option of your own').click();
  await place(page, 'own-option-1').fill('Ring the customer every Friday');
  await expect(option(page, 'own-option-1')).toContainText('not exhaustive');
  expect(await axeViolations(page)).toEqual([]);
});

test('what a decision lacks is named in the record, with a way to its field', async ({ page }) => {
  await openResult(page, cases.mayDecide);
  await go(page, 'Write the record');
  await go(page, 'Check what is missing');
  const summary = page.getByRole('alert');
  await summary.getByRole('button', { name: 'Limit the number and length of contacts – decide whether to take it' }).click();
  await expect(heading(page)).toHaveText('Weigh the options');
  await expect(place(page, 'taken/limit-contacts')).toBeFocused();
  await page.keyboard.press('Space');
  await go(page, 'Write the record');
  await go(page, 'Check what is missing');
  await summary.getByRole('button', { name: /^Limit the number and length of contacts – .*why this is proportionate/i }).click();
  await expect(place(page, 'reason/limit-contacts/why')).toBeFocused();
  await expect(place(page, 'reason/limit-contacts/why')).toBeInViewport();
  await expect(option(page, 'limit-contacts').locator('.error-message').first()).toBeVisible();
});

test('the review falls six calendar months after the decision, and another date needs its reason', async ({ page }) => {
  await openDecided(page);
  const [decided, review] = [place(page, 'record/decided-on'), place(page, 'record/review-date')];
  await decided.fill('2027-08-31');
  await review.fill('');
  await expect(review).toHaveValue('2028-02-29');
  await review.fill('2028-03-31');
  await go(page, 'Check what is missing');
  await expect(page.getByRole('alert')).toContainText('say why, because the usual date was changed');
  await place(page, 'record/warning-date').fill('2027-09-30');
  await expect(decided.locator('xpath=..')).toContainText('not before');
});

test('a case file opens again, and what is no case file leaves the screen as it is', async ({ page }) => {
  test.slow();
  await openDecided(page);
  const saved = await download(page, 'Save the case file');
  expect(saved.name).toMatch(/-case-file-\d{4}-\d\d-\d\d\.json$/);
  await go(page, 'Clear everything');
  await go(page, 'Remove every answer');
  await expect(page.locator('form.question')).toHaveAttribute('data-question', 'criminal');
  const open = async (name, buffer) => {
    await page.getByText('Open a case that you saved').click();
    await page.locator('#case-file').setInputFiles({ name, mimeType: 'application/json', buffer });
  };
  const object = JSON.parse(saved.text);
  const refused = [
    ['cut off', Buffer.from(saved.text.slice(0, 300)), 'cut off or was changed'],
    ['something else', Buffer.from('{"a": 1}'), 'not a case file'],
    ['no JSON', Buffer.from('%PDF-1.7'), 'not a case file'],
    ['newer', Buffer.from(JSON.stringify({ ...object, 'format-version': 3 })), 'newer version'],
    ['edited', Buffer.from(JSON.stringify(withEntry(object, { answers: { criminal: 5 } }))), 'cut off or was changed'],
    ['50 MB', Buffer.alloc(50_000_000, 0x20), 'larger than any case file'],
  ];
  for (const [name, buffer, sentence] of refused) {
    await open(`${name}.json`, buffer);
    await expect(page.locator('#case-file-problem'), name).toContainText(sentence);
    await expect(page.locator('form.question')).toHaveAttribute('data-question', 'criminal');
    await page.reload();
    await expect(page.locator('.question-heading')).toBeVisible();
  }
  await open('case.json', Buffer.from(saved.text));
  await expect(heading(page)).toHaveText('Check your answers');
  await expect(page.locator('.aid-notice')).toContainText('A saved case is open');
  await go(page, 'Show the result');
  await go(page, 'Weigh the options');
  await expect(option(page, 'limit-contacts').getByLabel('Take it', { exact: true })).toBeChecked();
  await go(page, 'Write the record');
  await expect(page.locator('#paper')).toContainText('On 3 March the customer rang 12 times.');
});

test('a case file takes no case’s place unasked', async ({ page }) => {
  await openResult(page, cases.notReady);
  await go(page, 'Write the record');
  const saved = Buffer.from((await download(page, 'Save the case file')).text);
  await page.goBack();
  await page.goBack();
  await expect(heading(page)).toHaveText('Check your answers');
  const investigated = page.locator('.answer-row[data-question="investigated"]');
  await investigated.getByRole('button').click();
  await answer(page, 'yes');
  await answerAll(page, cases.mayDecide.answers);
  const open = async () => {
    await page.getByText('Open a case that you saved').click();
    await page.locator('#case-file').setInputFiles({ name: 'c.json', mimeType: 'application/json', buffer: saved });
    await expect(page.locator('.open-case')).toContainText('There is a case on screen');
  };
  await open();
  expect(await axeViolations(page)).toEqual([]);
  await go(page, 'Keep this case');
  await expect(investigated).toContainText('Yes');
  await page.getByText('Open a case that you saved').click();
  await open();
  await go(page, 'Open the file');
  await expect(page.locator('.aid-notice')).toContainText('A saved case is open');
  await expect(investigated).toContainText('No');
});

test('a case from another version of the policy says what changes, and keeps what it has no use for', async ({ page }) => {
  await openResult(page, cases.notReady);
  await go(page, 'Write the record');
  const saved = JSON.parse((await download(page, 'Save the case file')).text);
  const answers = { ...saved.entries[0].answers, 'asked-once': 'yes' };
  const object = withEntry(saved, { 'policy-version': 'an older one', outcome: 'may-decide', answers });
  await go(page, 'Clear everything');
  await go(page, 'Remove every answer');
  await page.getByText('Open a case that you saved').click();
  await page.locator('#case-file').setInputFiles({ name: 'c.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(object)) });
  const notice = page.locator('.aid-notice');
  await expect(notice).toContainText('another version of the policy: an older one');
  await expect(notice).toContainText('Decide whether to restrict contact');
  await expect(page.locator('.all-answers')).toContainText('asked-once: yes');
  expect(await axeViolations(page)).toEqual([]);
});

test('a choice that this version no longer has is answered anew, and the case goes on', async ({ page }) => {
  await openResult(page, cases.mayDecide);
  await go(page, 'Write the record');
  const object = JSON.parse((await download(page, 'Save the case file')).text);
  object.entries[0].answers.where = ['email', 'pigeon'];
  await go(page, 'Clear everything');
  await go(page, 'Remove every answer');
  await page.getByText('Open a case that you saved').click();
  await page.locator('#case-file').setInputFiles({ name: 'c.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(object)) });
  await expect(page.locator('form.question')).toHaveAttribute('data-question', 'where');
  await expect(page.locator('.aid-notice')).toContainText('A saved case is open');
  await expect(page.locator('input[value="email"]')).toBeChecked();
  await go(page, 'Continue');
  await expect(heading(page)).toHaveText('Check your answers');
});

test('a danger that becomes certain interrupts again, after one that was only possible', async ({ page }) => {
  await openAid(page);
  const interruption = page.locator('.danger');
  await page.locator('input[value="not-sure"]').check();
  await go(page, 'Continue');
  await expect(interruption).toContainText('Check for danger now');
  await go(page, 'Go on with the questions');
  await page.locator('input[value="yes"]').check();
  await go(page, 'Continue');
  await expect(interruption).toContainText('Call the police');
  await go(page, 'Go on with the questions');
  await page.locator('input[value="yes"]').check();
  await go(page, 'Continue');
  await expect(page.locator('form.question')).toHaveAttribute('data-question', 'vulnerable-at-risk');
});

test('hostile text is text everywhere', async ({ page }) => {
  test.slow();
  const hostile = '</textarea><script>document.title="owned"</script><img src=x onerror=alert(1)> \u202Egnp.exe 👩‍👩‍👧 & [x](javascript:y) | # 1.';
  page.on('dialog', () => { throw new Error('a script ran'); });
  await openDecided(page);
  await place(page, 'record/case-reference').fill(hostile);
  await expect(page.locator('#paper')).toContainText('<script>document.title="owned"</script>');
  await expect(page.locator('#paper')).toContainText('[U+202E]gnp.exe');
  await expect(page.locator('#paper img, #paper script')).toHaveCount(0);
  const xml = unzip((await download(page, 'Download for Word')).bytes)['word/document.xml'];
  expect(xml).toContain('&lt;script&gt;document.title=');
  expect(xml).not.toContain('\u202E');
  const markdown = (await download(page, 'Download as Markdown')).text;
  expect(markdown).not.toMatch(/(?<!\\)<(script|img)/);
  expect(markdown).not.toMatch(/(?<!\\)\]\(javascript/);
  expect(await page.title()).not.toContain('owned');
  // A note of a megabyte is taken like any other.
  await place(page, 'record/matter').fill('x'.repeat(1_000_000));
  await expect(page.locator('#paper')).toContainText('xxxxxxxxxx');
});

test('a whole journey asks for files of the aid only, and stores nothing but the case in this tab', async ({ page }) => {
  test.slow();
  await page.addInitScript(() => {
    globalThis.written = [];
    const set = Storage.prototype.setItem;
    Storage.prototype.setItem = function setItem(key, value) {
      globalThis.written.push([this === sessionStorage ? 'session' : 'local', key]);
      return set.call(this, key, value);
    };
  });
  await openAid(page);
  const requests = [];
  page.on('request', (request) => { if (!request.url().startsWith('blob:')) requests.push(request.url()); });
  const address = page.url();
  const titles = new Set();
  const note = async () => { titles.add(await page.title()); expect(page.url()).toBe(address); };
  for (let id = await questionOnScreen(page); id; id = await questionOnScreen(page)) {
    await note();
    await answer(page, cases.mayDecide.answers[id]);
  }
  expect(await keptInTab(page)).toEqual(kept(cases.mayDecide));
  for (const name of ['Show the result', 'Weigh the options', 'Write the record']) {
    await go(page, name);
    await note();
  }
  await place(page, 'record/case-reference').fill('CH-2026-0001');
  const files = () => requests.map((url) => new URL(url).pathname.replace(/-[0-9a-f]{8}/, ''));
  // Its own files only, and nothing in their addresses.
  expect(files()).toEqual(['/aid/deferred.js']);
  await download(page, 'Download for Word');
  expect(files()).toEqual(['/aid/deferred.js', '/aid/word.js', '/aid/word.wasm']);
  for (const url of requests) expect(new URL(url).search).toBe('');
  await note();
  for (const title of titles) expect(title).not.toMatch(/excessive|police|warranted|CH-2026|decide whether/i);
  const written = await page.evaluate(() => globalThis.written);
  expect(new Set(written.map(String))).toEqual(new Set(['session,decision-aid']));
  expect(await page.evaluate(() => [localStorage.length, document.cookie])).toEqual([0, '']);
  expect(await page.evaluate(() => JSON.stringify(history.state))).not.toMatch(/yes|CH-2026/);
});

test('two tabs never mix, and each keeps its own case over a reload', async ({ context }) => {
  const [one, two] = [await context.newPage(), await context.newPage()];
  await openAid(one);
  await answer(one, 'no');
  await openAid(two);
  expect(await questionOnScreen(two)).toBe('criminal');
  await answer(two, 'no');
  await answer(two, 'no');
  await one.reload();
  await two.reload();
  await expect(one.locator('form.question')).toHaveAttribute('data-question', 'people-at-risk');
  await expect(two.locator('form.question')).toHaveAttribute('data-question', 'immediate-risk');
});

test('where the browser keeps nothing, the aid says so and goes on', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };
  });
  await openAid(page);
  await answer(page, 'no');
  await expect(page.locator('.aid-notice')).toContainText('reloading the page would lose them');
  await answer(page, 'no');
  expect(await questionOnScreen(page)).toBe('immediate-risk');
});

test('the keyboard alone gets from the first question to the record', async ({ page }) => {
  test.slow();
  await openAid(page);
  const press = async (key) => page.keyboard.press(key);
  // Where every later screen puts the focus by itself.
  await heading(page).focus();
  for (let id = await page.locator('form.question').getAttribute('data-question'); id; ) {
    const wanted = [cases.notReady.answers[id]].flat();
    // From the heading, the first Tab reaches the answers.
    await press('Tab');
    const box = page.locator(`.answer input[value="${wanted[0]}"]`);
    for (let presses = 0; presses < 15 && !(await box.isChecked()); presses += 1) {
      const radio = await page.evaluate(() => document.activeElement.type === 'radio');
      if (radio) await press(presses === 0 ? 'Space' : 'ArrowDown');
      else if (await box.evaluate((input) => input === document.activeElement)) await press('Space');
      else await press('Tab');
    }
    await press('Enter');
    await expect(page.locator(`form.question[data-question="${id}"]`)).toHaveCount(0);
    await expect(heading(page)).toBeFocused();
    const form = page.locator('form.question');
    id = (await form.count()) ? await form.getAttribute('data-question') : null;
  }
  const pressButton = async (name) => {
    const button = page.getByRole('button', { name, exact: true }).first();
    for (let presses = 0; presses < 80; presses += 1) {
      await press('Tab');
      if (await button.evaluate((element) => element === document.activeElement)) break;
    }
    await press('Enter');
  };
  expect(await keptInTab(page)).toEqual(kept(cases.notReady));
  await pressButton('Show the result');
  await expect(heading(page)).toBeFocused();
  await pressButton('Write the record');
  await expect(heading(page)).toHaveText('The decision record');
  await expect(heading(page)).toBeFocused();
});

test('every screen of a journey is without a fault that axe finds, in light and dark, and fits a narrow window', async ({ page }) => {
  test.slow();
  const sound = async (screen) => {
    await page.evaluate(() => document.querySelectorAll('#decision-aid details').forEach((details) => { details.open = true; }));
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    expect(await axeViolations(page), screen).toEqual([]);
    // Only colours differ in the dark.
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    expect(await axeFindings(page, contrast), `${screen}, in the dark`).toEqual([]);
  };
  const narrow = async (screen) => {
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth), screen).toBeLessThanOrEqual(320);
    await page.setViewportSize({ width: 1280, height: 720 });
  };
  await openAid(page);
  await answer(page, 'no');
  await answer(page, 'yes');
  await expect(page.locator('.danger')).toBeVisible();
  await sound('danger');
  await answerAll(page, cases.actOnRisk.answers);
  expect(await keptInTab(page)).toEqual(kept(cases.actOnRisk));
  await sound('all answers');
  for (const name of ['Show the result', 'Weigh the options', 'Write the record']) {
    await go(page, name);
    // The letter at the end is about an option that is taken.
    if (name === 'Weigh the options') await option(page, 'short-term-access').getByLabel('Take it', { exact: true }).check();
    await sound(name);
    await narrow(name);
  }
  await page.locator('.letters').getByRole('button').first().click();
  await sound('letter');
});
