// The end of an officer's journey: the decision, the letter, the record, and what is taken along.
import { expect, test } from './strict.js';
import { cases, decided } from './cases.js';
import {
  answer, choice, choose, clear, contentOf, download, go, goOn, goTo, heading, keptInTab, mainButton, openAid, openCase, option,
  saveCase, take, text,
} from './officer.js';
import { textOf, unzip } from './office-file.js';

/** The lines of a calendar file, with folded ones put together, by how they begin. */
const calendarLines = ({ text: lines }) => {
  const all = lines.replaceAll('\r\n ', '').split('\r\n');
  return (name) => all.filter((line) => line.startsWith(name));
};

test('one button gives the letter, the record, the case and the dates', async ({ page }) => {
  await openCase(page, decided);
  await goTo(page, 'Letter');
  await expect(page.locator('.desk-side')).toContainText('The letter says all that it needs to');
  const files = [];
  page.on('download', (file) => files.push(file));
  await mainButton(page).click();
  await expect.poll(() => files.length).toBe(4);
  const contents = await Promise.all(files.map(contentOf));
  const of = (kind) => contents.find(({ name }) => name.includes(kind));
  for (const [kind, extension] of [['decision-letter', 'docx'], ['decision-record', 'docx'], ['dates', 'ics'], ['case-file', 'json']]) {
    expect(of(kind).name).toMatch(new RegExp(`^CH-2026-0107-${kind}-\\d{4}-\\d\\d-\\d\\d\\.${extension}$`));
  }
  const letter = textOf(of('decision-letter'));
  expect(letter).toContain('Emails and letters to us: at most 2 in each week.');
  expect(letter).toContain('Between 3 and 28 March you wrote 84 emails');
  expect(textOf(of('decision-record'))).toContain('A call each week was tried, and the emails went on.');
  expect(unzip(of('decision-record').bytes)['word/document.xml']).toContain('<w:tbl>');
  expect(calendarLines(of('dates'))('DTSTART')).toContain('DTSTART;VALUE=DATE:20270601');
  expect(JSON.parse(of('case-file').text).entries.at(-1).texts).toMatchObject(decided.texts);
  await expect(page.locator('.case-saved')).toHaveText(/^Saved \d\d:\d\d$/);
  await expect(page.locator('.screen .said')).toHaveText(/^The files .* your downloads/);
});

test('the forms of a letter and of the record, each by its own button', async ({ page }) => {
  await openCase(page, decided);
  await goTo(page, 'Letter');
  const word = await download(page, 'Download for Word', 'the letter');
  expect(textOf(word)).toContain('Three officers could not answer other customers');
  await expect(page.locator('.screen .said')).toHaveText('The file is in your downloads.');
  expect((await download(page, 'Download as Markdown', 'the letter')).text).toContain('Highways office, 01234 567890');
  await goTo(page, 'What comes next');
  await expect(page.locator('.screen .said')).toBeEmpty();
  expect(textOf(await download(page, 'Download for Word', 'the record'))).toContain('To write at most twice a week.');
  const markdown = await download(page, 'Download as Markdown', 'the record');
  expect(markdown.name).toMatch(/^CH-2026-0107-decision-record-\d{4}-\d\d-\d\d\.md$/);
  expect(markdown.text).toContain('# Decision record');
  expect(markdown.text).toContain('To write at most twice a week.');
});

test('saving works from the first screen on; it is said beside the button, and until when it is saved', async ({ page }) => {
  await openAid(page);
  const [saved, said] = [page.locator('.case-saved'), page.locator('.case-bar .said')];
  await expect(saved).toHaveText('Nothing to save yet');
  await answer(page, 'criminal', 'no');
  await expect(saved).toHaveText('Not saved');
  expect((await saveCase(page)).name).toMatch(/^case-case-file-\d{4}-\d\d-\d\d\.json$/);
  await expect(saved).toHaveText(/^Saved \d\d:\d\d$/);
  await expect(said).toContainText('in your downloads');
  await expect(page.getByText('in your downloads')).toHaveCount(1);
  await text(page, 'record/case-reference').fill('CH-2026-0107');
  await expect(saved).toHaveText('Not saved');
  await expect(said).toBeEmpty();
  await expect(page.locator('.case-reference')).toHaveText('CH-2026-0107');
  const file = await saveCase(page);
  expect(file.name).toMatch(/^CH-2026-0107-case-file-/);
  expect(JSON.parse(file.text).entries.at(-1)).toMatchObject({ answers: { criminal: 'no' }, texts: { 'record/case-reference': 'CH-2026-0107' } });
});

test('leaving with something unsaved asks first, also after a reload, and not once it is saved', async ({ page }) => {
  const asked = [];
  page.on('dialog', async (dialog) => {
    asked.push(dialog.type());
    await (asked.length === 2 ? dialog.accept() : dialog.dismiss());
  });
  const leave = () => page.evaluate(() => { location.href = '../index.html'; });
  await openAid(page);
  await answer(page, 'criminal', 'no');
  await leave();
  await expect.poll(() => asked).toEqual(['beforeunload']);
  await expect(choice(page, 'criminal', 'no')).toBeChecked();
  await page.reload();
  await expect(choice(page, 'criminal', 'no')).toBeChecked();
  expect(asked).toEqual(['beforeunload', 'beforeunload']);
  // A browser asks only where something was done on the page.
  await heading(page).click();
  await leave();
  await expect.poll(() => asked, 'the file is still to be saved').toHaveLength(3);
  await saveCase(page);
  await leave();
  await page.waitForURL(/index\.html$/);
  expect(asked).toHaveLength(3);
});

test('a letter that lacks something is not given, and says what it lacks and where', async ({ page }) => {
  await openCase(page, { ...cases.writeFirst, texts: { 'record/matter': 'the road works in your street' } });
  await goTo(page, 'Letter');
  await expect(heading(page)).toHaveText('Warning letter');
  const reference = text(page, 'record/case-reference');
  await expect(reference, 'what the letter lacks is asked for where it is').toBeVisible();
  await mainButton(page).click();
  const summary = page.getByRole('alert');
  await expect(summary).toBeFocused();
  await expect(page).toHaveTitle(/^Error: Letter/);
  await summary.getByRole('button', { name: /Case reference/ }).click();
  await expect(reference).toBeFocused();
  // It stays where it is while it is written, and goes into the letter and the record.
  await page.keyboard.type('CH-2026-0107');
  await expect(reference).toBeFocused();
  await expect(reference).toHaveValue('CH-2026-0107');
  await expect(page.locator('#paper')).toContainText('Our reference: CH-2026-0107');
  await expect(page.locator('.case-reference')).toHaveText('CH-2026-0107');
  // A part is closed until somebody goes there.
  const request = text(page, 'letter-part/warning-letter/request');
  await page.getByText('Change the words', { exact: true }).click();
  await page.getByText(/^What we ask you to change \(required\)$/).click();
  await request.fill(' ');
  await page.locator('.desk-side details[open]').evaluateAll((all) => all.forEach((details) => { details.open = false; }));
  await go(page, 'Download for Word', 'the letter');
  await summary.getByRole('button', { name: /What we ask you to change – this part must be in the letter/ }).click();
  await expect(request).toBeFocused();
  await go(page, 'Take the sample’s words again', 'What we ask you to change');
  await expect(request).not.toHaveValue(' ');
});

test('an option is taken with its terms, and told to the customer in one sentence a limit', async ({ page }) => {
  await openCase(page, { answers: decided.answers });
  await goTo(page, 'Decision');
  await take(page, 'limit-contacts').check();
  await mainButton(page).click();
  const summary = page.getByRole('alert');
  await expect(summary).toBeFocused();
  await summary.getByRole('button', { name: /why this is proportionate/i }).click();
  await expect(text(page, 'decision-reason/why')).toBeFocused();
  await expect(text(page, 'decision-reason/why')).toBeInViewport();
  await text(page, 'detail/limit-contacts/period').selectOption('week');
  await text(page, 'detail/limit-contacts/messages').fill('two');
  await expect(option(page, 'limit-contacts').locator('.error-message')).toContainText('whole number above 0');
  await text(page, 'detail/limit-contacts/messages').fill('2');
  await expect(page.locator('.decided-terms li')).toHaveText(['Emails and letters to us: at most 2 in each week.']);
  await take(page, 'one-medium').check();
  await text(page, 'detail/one-medium/medium').selectOption('phone');
  await mainButton(page).click();
  await expect(summary).toContainText('contradicts');
  await take(page, 'one-medium').uncheck();
  await text(page, 'decision-reason/why').fill('Two emails a week are enough.');
  await text(page, 'decision-reason/milder').fill('A weekly call was tried.');
  await goOn(page);
  // Who goes on has decided against the rest.
  await expect.poll(async () => (await keptInTab(page)).texts).toMatchObject({ 'taken/limit-contacts': 'yes', 'taken/one-medium': 'no', 'taken/named-staff': 'no' });
});

test('the review falls six calendar months after the decision, and another date needs its reason', async ({ page }) => {
  await openCase(page, decided);
  await goTo(page, 'Dates and people');
  const [day, review] = [text(page, 'record/decided-on'), text(page, 'record/review-date')];
  await day.fill('2027-08-31');
  await expect(review).toHaveValue('2028-02-29');
  await review.fill('2028-03-31');
  await mainButton(page).click();
  await expect(page.getByRole('alert')).toContainText('say why, because the usual date was changed');
  await day.fill('2026-03-01');
  await expect(page.getByRole('alert')).toContainText('not before');
});

test('a date that is changed moves its event in a calendar; those of another case have their own', async ({ page }) => {
  await openCase(page, decided);
  const dates = async () => {
    await goTo(page, 'What comes next');
    const file = await download(page, 'Download the dates');
    expect(file.name).toMatch(/^CH-2026-0107-dates-\d{4}-\d\d-\d\d\.ics$/);
    const of = calendarLines(file);
    return { ids: of('UID:'), days: of('DTSTART'), sequence: [...new Set(of('SEQUENCE:'))] };
  };
  const before = await dates();
  expect(before.ids.length).toBeGreaterThan(1);
  await page.reload();
  await goTo(page, 'Dates and people');
  await text(page, 'record/review-date').fill('2027-02-15');
  const after = await dates();
  expect(after.ids).toEqual(before.ids);
  expect(after.days).not.toEqual(before.days);
  expect([before.sequence, after.sequence]).toEqual([['SEQUENCE:0'], ['SEQUENCE:1']]);
  const saved = await saveCase(page);
  expect(JSON.parse(saved.text)['calendar-sequence']).toBe(2);
  // The file takes them along.
  await goTo(page, 'Safety');
  await clear(page);
  await choose(page, saved.bytes);
  const again = await dates();
  expect([again.ids, again.days, again.sequence]).toEqual([after.ids, after.days, ['SEQUENCE:2']]);
  await openCase(page, decided);
  const other = await dates();
  expect(other.days).toEqual(before.days);
  expect(other.ids.filter((id) => before.ids.includes(id))).toEqual([]);
});

test('hostile text is text everywhere', async ({ page }) => {
  test.slow();
  const hostile = '</textarea><script>document.title="owned"</script><img src=x onerror=alert(1)> \u202Egnp.exe 👩‍👩‍👧 & [x](javascript:y) | # 1.';
  page.on('dialog', () => { throw new Error('a script ran'); });
  await openCase(page, decided);
  await goTo(page, 'Safety');
  await text(page, 'record/case-reference').fill(hostile);
  await expect(page.locator('.case-reference')).toContainText('<script>');
  for (const [name, paper] of [['Letter', 'the letter'], ['What comes next', 'the record']]) {
    await goTo(page, name);
    await expect(page.locator('#paper')).toContainText('<script>document.title="owned"</script>');
    await expect(page.locator('#paper')).toContainText('[U+202E]gnp.exe');
    const { bytes, name: file } = await download(page, 'Download for Word', paper);
    expect(file).toMatch(/^[A-Za-z0-9-]+\.docx$/);
    const xml = unzip(bytes)['word/document.xml'];
    expect(xml).toContain('&lt;script&gt;document.title=');
    expect(xml).not.toContain('\u202E');
    const { text: markdown } = await download(page, 'Download as Markdown', paper);
    expect(markdown).not.toMatch(/(?<!\\)<(script|img)/);
    expect(markdown).not.toMatch(/(?<!\\)\]\(javascript/);
  }
  await expect(page.locator('#decision-aid img, #decision-aid script')).toHaveCount(0);
  expect(await page.title()).not.toContain('owned');
  // A note of a megabyte is taken like any other.
  await goTo(page, 'Safety');
  await text(page, 'record/matter').fill('x'.repeat(1_000_000));
  await goTo(page, 'What comes next');
  await expect(page.locator('#paper')).toContainText('xxxxxxxxxx');
});
