// Case files that are opened: of another version, of the first format, changed by hand, cut off, or something else. What is on
// screen gives way to none unasked, and to nothing that is not sound.
import { expect, test } from './strict.js';
import { readFileSync } from 'node:fs';
import { axeViolations } from './findings.js';
import { cases, decided } from './cases.js';
import {
  aidPage, answer, answerScreen, atScreen, choice, choose, clear, go, goTo, heading, keptInTab, openAid, openCase, running, saveCase,
  text, withEntry,
} from './officer.js';

// As the first build saved it.
const firstFormat = readFileSync(new URL('../../decision-aid/casework/src/case_file/fixtures/first-format.json', import.meta.url), 'utf8');

const notice = (page) => page.getByRole('region', { name: /saved case|policy has changed/ });
const problem = (page) => page.locator('#case-file-problem');

/** A case file as the aid saves it, and a page with no case. */
async function savedCase(page, theCase = cases.notReady) {
  await openCase(page, theCase);
  const { text: saved } = await saveCase(page);
  await goTo(page, 'Safety');
  await clear(page);
  return JSON.parse(saved);
}

/** That the first screen is there, with nothing answered. */
async function isEmpty(page) {
  await atScreen(page, 'questions safety 0');
  await expect(page.locator('.rows :checked')).toHaveCount(0);
}

test('a case that was saved opens where there is something left to do, with all of it, and stays over a reload', async ({ page }) => {
  const file = await savedCase(page, decided);
  await choose(page, file);
  await expect(heading(page)).toHaveText('Decide whether to restrict contact');
  await expect(heading(page)).toBeFocused();
  await expect(notice(page)).toContainText('A saved case is open');
  await expect.poll(async () => (await keptInTab(page)).texts).toEqual(decided.texts);
  await page.reload();
  await goTo(page, 'What comes next');
  await expect(page.locator('#paper')).toContainText('Between 3 and 28 March you wrote 84 emails');
  expect(JSON.parse((await saveCase(page)).text)['case-id']).toBe(file['case-id']);
});

test('what is no sound case file is not opened, and says why', async ({ page }) => {
  const file = await savedCase(page);
  const written = JSON.stringify(file);
  // The very text matters: numbers, surrogates and depth are the browser's to read.
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  const change = (of) => JSON.stringify(withEntry(file, of));
  const refused = {
    'cut off or was changed': [
      written.slice(0, 300),
      ...[0, -1, 1.5, 2.5, '2', null, 1e300].map((version) => ({ ...file, 'format-version': version })),
      ...['', 'CH 1', 5].map((id) => ({ ...file, 'case-id': id })),
      ...[-1, 1.5, 2 ** 53].map((sequence) => ({ ...file, 'calendar-sequence': sequence })),
      ...[[], {}, 'decision', [null], [['kind', 'decision']]].map((entries) => ({ ...file, entries })),
      ...[
        { 'saved-on': '9999-99-99' }, { 'made-on': 'soon' }, { options: { 'limit-contacts': 'perhaps' } }, { options: [] },
        { answers: [] }, { answers: [['criminal', 'no']] }, { answers: { criminal: 5 } }, { answers: { criminal: null } },
        { answers: { where: [['email']] } }, { texts: [] }, { texts: { 'record/matter': 5 } },
      ].map(change),
      change({ texts: { 'record/matter': '~' } }).replace('~', '\\ud800'),
      change({ texts: { '~': 'words' } }).replace('~', '\\udc00'),
      change({ answers: { criminal: '~' } }).replace('"~"', deep),
    ],
    'not a case file': ['{"a": 1}', '%PDF-1.7', deep, '[]', 'null', '["customer-handling-case"]', '{"format": 1}', { ...file, format: 'another' }],
    'newer version': [{ ...file, 'format-version': 3 }],
    'larger than any case file': [Buffer.alloc(50_000_000, 0x20)],
  };
  for (const [sentence, contents] of Object.entries(refused)) {
    for (const content of contents) {
      await choose(page, content);
      const name = (typeof content === 'string' ? content : JSON.stringify(content)).slice(0, 300);
      await expect(problem(page), name).toContainText(sentence);
      await expect(page.locator('.case-reference')).toHaveText('No reference yet');
      // What is refused next is said anew.
      await choose(page, sentence.startsWith('not') ? { ...file, 'format-version': 3 } : '{}');
      await expect(problem(page)).not.toContainText(sentence);
    }
  }
  expect(await axeViolations(page)).toEqual([]);
  await page.reload();
  await isEmpty(page);
  await choose(page, file);
  await expect(notice(page)).toContainText('A saved case is open');
});

test('a case file takes no case’s place unasked', async ({ page }) => {
  const file = await savedCase(page);
  await answer(page, 'criminal', 'not-sure');
  for (const name of ['once', 'again']) {
    await choose(page, file);
    await expect(page.locator('.open-case')).toContainText('There is a case on screen');
    expect(await axeViolations(page), name).toEqual([]);
    await go(page, 'Keep this case');
    await expect(page.getByRole('button', { name: 'Open the file' })).toHaveCount(0);
    await expect(choice(page, 'criminal', 'not-sure')).toBeChecked();
    // A browser tells of a file only where it is not the one that is there already.
    expect(await page.locator('#case-file').evaluate((input) => input.files.length)).toBe(0);
  }
  await choose(page, file);
  await go(page, 'Open the file');
  await expect(notice(page)).toContainText('A saved case is open');
  await expect.poll(async () => (await keptInTab(page)).answers.criminal).toBe('no');
});

test('a file that is refused takes no other’s place, and the one that waited is gone', async ({ page }) => {
  const file = await savedCase(page);
  await answer(page, 'criminal', 'no');
  const open = page.getByRole('button', { name: 'Open the file' });
  for (const second of ['%PDF-1.7', ' '.repeat(5_000_001)]) {
    await choose(page, file, 'a.json');
    await expect(open).toBeVisible();
    await choose(page, second, 'b.json');
    await expect(problem(page)).toBeVisible();
    await expect(open).toHaveCount(0);
  }
  await expect.poll(async () => (await keptInTab(page)).answers).toEqual({ criminal: 'no' });
});

test('of two files the last one chosen counts, whichever is read first', async ({ page }) => {
  await page.addInitScript(() => {
    const read = FileReader.prototype.readAsText;
    FileReader.prototype.readAsText = function readAsText(file, ...more) {
      if (file.name === 'slow.json') globalThis.arrive = () => read.call(this, file, ...more);
      else read.call(this, file, ...more);
    };
  });
  const file = await savedCase(page);
  await choose(page, file, 'slow.json');
  await expect.poll(() => page.evaluate(() => typeof globalThis.arrive)).toBe('function');
  await choose(page, '%PDF-1.7', 'quick.json');
  await expect(problem(page)).toContainText('not a case file');
  await page.evaluate(() => globalThis.arrive());
  // What arrives after it is answered after it.
  await choose(page, { ...file, 'format-version': 3 }, 'last.json');
  await expect(problem(page)).toContainText('newer version');
  await isEmpty(page);
});

test('a case of another version of the policy says what changes, and keeps what it has no use for', async ({ page }) => {
  const file = await savedCase(page);
  const answers = { ...file.entries[0].answers, 'asked-once': 'yes' };
  await choose(page, withEntry(file, { 'policy-version': 'an older one', outcome: 'may-decide', answers }));
  await expect(notice(page)).toContainText('another version of the policy: an older one');
  await expect(notice(page)).toContainText('The outcome was “Decide whether to restrict contact”');
  expect(await axeViolations(page)).toEqual([]);
  await page.locator('.left-over summary').click();
  await expect(page.locator('.left-over')).toContainText('asked-once: yes');
  await goTo(page, 'What comes next');
  await expect(page.locator('#paper')).toContainText('asked-once: yes');
});

test('a choice that this version no longer has is answered anew, and the case goes on', async ({ page }) => {
  const file = await savedCase(page, cases.mayDecide);
  await choose(page, withEntry(file, { answers: { ...file.entries[0].answers, where: ['email', 'pigeon'] } }));
  await atScreen(page, 'questions behaviour 1');
  await expect(choice(page, 'where', 'email')).toBeChecked();
  await answer(page, 'where', 'letter');
  await goTo(page, 'Result');
  await expect(heading(page)).toHaveText('Decide whether to restrict contact');
  await expect.poll(async () => (await keptInTab(page)).answers.where).toEqual(['email', 'letter']);
});

test('a case file that records another result than its own version gives says so', async ({ page }) => {
  const file = await savedCase(page);
  await choose(page, { ...withEntry(file, { outcome: 'may-decide' }), mood: 'good' });
  await expect(notice(page)).toContainText('yet it records another result');
  await expect(notice(page)).toContainText('The outcome was “Decide whether to restrict contact”');
  await expect(notice(page)).toContainText('does not know, and does not keep: “mood”');
});

test('what a case file holds that the aid does not know is written back, whatever it is called', async ({ page }) => {
  const file = await savedCase(page);
  const [entry] = file.entries;
  const odd = JSON.parse('{ "kind": "meeting", "__proto__": { "a": [1, 1.5, null, true, "£ “é” 😀"] }, "toString": "words" }');
  const texts = JSON.parse('{ "__proto__": "kept", "constructor": "kept too", "record/matter": "A matter." }');
  const answers = { ...entry.answers, ...JSON.parse('{ "asked-once": ["a", "b"] }') };
  Object.defineProperty(answers, '__proto__', { value: ['a'], enumerable: true });
  const whole = { ...file, 'calendar-sequence': 7, entries: [odd, { ...entry, texts, answers }, { ...odd, kind: 'mood' }] };
  await choose(page, whole);
  await expect(notice(page)).toBeVisible();
  await goTo(page, 'Our part');
  await page.reload();
  await goTo(page, 'What comes next');
  await expect(page.locator('#paper')).toContainText('What this version of the policy has no place for');
  const saved = JSON.parse((await saveCase(page)).text);
  // As texts: a comparison of objects looks past a member of the name `__proto__`.
  const members = (object) => Object.entries(object).map((member) => JSON.stringify(member)).sort();
  // What is worked on comes last.
  expect(JSON.stringify([saved.entries[0], saved.entries[1]])).toBe(JSON.stringify([whole.entries[0], whole.entries[2]]));
  expect(members(saved.entries[2].texts)).toEqual(expect.arrayContaining(members(texts)));
  expect(members(saved.entries[2].answers)).toEqual(members(answers));
  expect([saved['case-id'], saved['calendar-sequence']]).toEqual([file['case-id'], 7]);
});

test('a case file of the first format opens, and says what it could not place', async ({ page }) => {
  await openAid(page);
  const first = JSON.parse(firstFormat);
  const texts = { ...first.texts, 'detail/limit-contacts/retired': 'Ten minutes.' };
  await choose(page, { ...first, texts });
  await expect(notice(page)).toContainText('The file is of the first format of case files');
  await expect(notice(page)).toContainText('Under “detail/limit-contacts/retired” stands: “Ten minutes.”.');
  expect(await axeViolations(page)).toEqual([]);
  await goTo(page, 'What comes next');
  await expect(page.locator('#paper')).toContainText('Ten minutes.');
  const saved = JSON.parse((await saveCase(page)).text);
  expect(saved['format-version']).toBe(2);
  expect(saved['case-id']).toMatch(/^[0-9a-f-]{32,36}$/);
  expect(saved.entries).toHaveLength(1);
  expect(saved.entries[0].answers).toEqual(first.answers);
  expect(saved.entries[0].texts).toMatchObject(texts);
});

test('a case file that is chosen while only the first program is there is told to wait, and opens once the whole one is', async ({ page }) => {
  let arrive;
  const arrived = new Promise((resolve) => { arrive = resolve; });
  await page.route(/\/aid\/deferred-[0-9a-f]+\.js$/, async (route) => { await arrived; await route.fallback(); });
  await page.goto(aidPage, { waitUntil: 'domcontentloaded' });
  await running(page, 1);
  await choose(page, firstFormat);
  await expect(problem(page)).toContainText('loading');
  arrive();
  await running(page);
  await expect(problem(page)).toHaveCount(0);
  await choose(page, firstFormat);
  await expect(notice(page)).toContainText('The file is of the first format of case files');
  await expect(notice(page)).toContainText('Under “detail/limit-contacts/number” stands: “2”.');
  await expect(notice(page)).not.toContainText('record/');
});

test('the case of this tab says that the policy has changed since', async ({ page }) => {
  await openAid(page);
  await answerScreen(page, cases.notReady.answers);
  await page.reload();
  await expect(choice(page, 'criminal', 'no')).toBeChecked();
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
  await expect(choice(page, 'criminal', 'no')).toBeChecked();
});

test('a text is the same when it is typed, shown, stored, reloaded, saved and opened', async ({ page }) => {
  await openCase(page, cases.notReady);
  await goTo(page, 'Safety');
  const field = text(page, 'evidence/criminal');
  await field.evaluate((element) => {
    element.value = 'half \ud83d of a pair, a zero \0 and\r\ntwo\rlines';
    element.dispatchEvent(new Event('input', { bubbles: true }));
  });
  const sound = 'half \ufffd of a pair, a zero \ufffd and\ntwo\nlines';
  const inField = () => field.evaluate((element) => element.value);
  const stored = async () => (await keptInTab(page)).texts['evidence/criminal'];
  await expect.poll(inField).toBe(sound);
  expect(await stored()).toBe(sound);
  await page.reload();
  await expect.poll(inField).toBe(sound);
  const saved = (await saveCase(page)).text;
  expect(JSON.parse(saved).entries[0].texts['evidence/criminal']).toBe(sound);
  await clear(page);
  await choose(page, saved.replace(JSON.stringify(sound).slice(1, -1), 'two\\r\\nlines\\rand a zero \\u0000'));
  await expect(notice(page)).toBeVisible();
  await goTo(page, 'Safety');
  expect(await inField()).toBe('two\nlines\nand a zero \ufffd');
  expect(await stored()).toBe('two\nlines\nand a zero \ufffd');
});
