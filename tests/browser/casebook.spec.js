// The register and the report: case files are chosen, read in the browser, named where something is wrong, and counted. They go
// nowhere, and nothing of them is kept.
import { expect, test } from './strict.js';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { axeFindings, contrast } from './findings.js';
import { button, download } from './officer.js';
import { textOf } from './office-file.js';
import { translate } from './translated.js';
import { caseFile, decision, warning } from './case-history.js';

const pages = { register: 'officers/register.html', report: 'officers/report.html' };
const today = '2026-11-27';

/** Cases of which the second is overdue; then a copy, two files that differ, one that is cut off, and a letter. */
const cases = [
  caseFile('soon.json', 'case-1', [decision('CH-1', '2026-09-01', { says: 'You may send us two emails a week.', review: '2027-03-01', told: ['Contact centre'] })]),
  caseFile('late.json', 'case-2', [decision('CH-2', '2026-03-01', { says: 'You may visit by appointment only.', review: '2026-09-01', told: ['Highways office', 'Libraries'] })]),
  caseFile('first.json', 'case-3', [decision('CH-3', '2026-08-01', { says: 'You may ring on Mondays.', review: '2027-02-01', told: ['Contact centre'] })]),
];
const copy = { ...cases[2], name: 'copy-of-first.json' };
const different = [
  caseFile('here.json', 'case-4', [decision('CH-4', '2026-08-10', { says: 'You may write to one officer.', review: '2027-02-10', told: [] })]),
  caseFile('there.json', 'case-4', [decision('CH-4', '2026-08-11', { says: 'You may write once a month.', review: '2027-02-11', told: [] })]),
];
const cutOff = { ...cases[0], name: 'cut-off.json', buffer: cases[0].buffer.subarray(0, 200) };
const letter = { name: 'letter.docx', mimeType: 'application/octet-stream', buffer: Buffer.from('PK') };

const rows = (page) => page.locator('.register tbody tr');
const references = (page) => rows(page).locator('th').allTextContents();
const said = (page) => page.locator('.casebook-intake > .said');
const count = (page) => page.locator('.casebook-count');

/** Opens the register or the report, and sets the day that it counts from. */
async function open(page, address) {
  await page.goto(address);
  await page.locator('#today').fill(today);
}

const choose = (page, files) => page.locator('#case-files').setInputFiles(files);

/** Opens the register or the report with these files. */
async function openWith(page, address, files = cases) {
  await open(page, address);
  await choose(page, files);
  await expect(page.locator('.casebook-result')).toBeVisible();
}

/** Lets the page choose a folder of so many made files, each of its own case. The browser's own window cannot be tested. */
const folderOf = (page, files) => page.addInitScript(({ number, text }) => {
  // As when the browser hands over a file: in a task of its own.
  const handedOver = () => new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(null);
  });
  const entry = (index) => {
    const named = text.replaceAll('case-1', `case-${index}`).replaceAll('CH-1"', `CH-${index}"`);
    const getFile = async () => {
      await handedOver();
      return new File([named], `${index}.json`);
    };
    return { kind: 'file', name: `${index}.json`, getFile };
  };
  const folder = { kind: 'directory', name: 'below', async* values() { for (let index = 0; index < number; index += 1) yield entry(index); } };
  globalThis.showDirectoryPicker = async () => ({ async* values() { yield folder; } });
}, { number: files, text: cases[0].buffer.toString() });

test('the register has what is overdue first, and says so in words', async ({ page }) => {
  await openWith(page, pages.register);
  await expect(said(page)).toHaveText('3 files read.');
  expect(await references(page)).toEqual(['CH-2', 'CH-3', 'CH-1']);
  await expect(rows(page).first().locator('td').allTextContents()).resolves.toEqual([
    'Overdue. The review was due on 1 September 2026, 87 days ago.', 'You may visit by appointment only.', '1 March 2026', '28 February 2027',
    '1 September 2026', 'Highways office, Libraries',
  ]);
  await expect(count(page)).toHaveText('3 of 3 rows; 1 is overdue.');
  // Another day makes it another register.
  await page.locator('#today').fill('2027-02-02');
  await expect(count(page)).toHaveText('3 of 3 rows; 2 are overdue.');
  await page.locator('#today').fill('');
  await expect(page.locator('#today-error')).toHaveText('Error: Give a day that exists. Until then, 2 February 2027 counts.');
  await expect(count(page)).toHaveText('3 of 3 rows; 2 are overdue.');
});

test('the register sorts by each column, both ways, and says by which', async ({ page }) => {
  await openWith(page, pages.register);
  const column = (name) => page.getByRole('columnheader', { name, exact: true });
  await expect(page.locator('[aria-sort]')).toHaveCount(0);
  await button(page, 'Case').focus();
  await page.keyboard.press('Enter');
  await expect(column('Case')).toHaveAttribute('aria-sort', 'ascending');
  expect(await references(page)).toEqual(['CH-1', 'CH-2', 'CH-3']);
  await expect(button(page, 'Case')).toBeFocused();
  await page.keyboard.press('Space');
  await expect(column('Case')).toHaveAttribute('aria-sort', 'descending');
  expect(await references(page)).toEqual(['CH-3', 'CH-2', 'CH-1']);
  await button(page, 'Since').click();
  await expect(column('Case')).not.toHaveAttribute('aria-sort', /./);
  await expect(column('Since')).toHaveAttribute('aria-sort', 'ascending');
  expect(await references(page)).toEqual(['CH-2', 'CH-3', 'CH-1']);
  await expect(page.locator('.register caption')).toHaveText('The register, by “Since”, from first to last');
});

test('the register is narrowed down to rows with some words, and counts them', async ({ page }) => {
  await openWith(page, pages.register);
  await page.locator('#register-filter').fill('contact mondays');
  await expect(count(page)).toHaveText('1 of 3 rows; 0 are overdue.');
  await expect(count(page)).toHaveAttribute('role', 'status');
  expect(await references(page)).toEqual(['CH-3']);
  // What is taken along is what is shown.
  const csv = await download(page, 'Download for a spreadsheet (.csv)');
  expect(csv.text.trim().split('\r\n')).toHaveLength(2);
  await page.locator('#register-filter').fill('nothing of the kind');
  await expect(count(page)).toHaveText('0 of 3 rows; 0 are overdue.');
});

test('a file that is broken or of another kind is named, and the rest counts', async ({ page }) => {
  const notes = { ...cases[0], name: 'notes.json', buffer: Buffer.from('{ "format": "notes" }') };
  await openWith(page, pages.register, [...cases, cutOff, notes, letter]);
  await expect(said(page)).toHaveText('5 files read. 1 file passed over: only files that end in “.json” are case files.');
  const left = page.getByRole('region', { name: '2 files are left out' });
  await expect(left.getByRole('listitem')).toHaveText([
    'cut-off.json: The file cannot be read: it is cut off or was changed. Choose another copy of it.',
    'notes.json: The file is not a case file. Choose one that was saved here; its name ends in “.json”.',
  ]);
  await expect(rows(page)).toHaveCount(3);
});

test('of several files of one case, the same count once, and of those that differ somebody chooses one', async ({ page }) => {
  await openWith(page, pages.register, [...cases, copy, ...different]);
  const several = page.getByRole('region', { name: 'Several files of one case' });
  await expect(several.locator('p').first()).toHaveText('CH-3: “first.json”, “copy-of-first.json”. They hold the same. The case counts once.');
  const choice = several.getByRole('group', { name: 'CH-4: which file counts?' });
  await expect(choice.getByRole('radio', { checked: true })).toHaveCount(0);
  expect(await references(page)).toEqual(['CH-2', 'CH-3', 'CH-1']);
  await choice.getByLabel('there.json', { exact: true }).check();
  await expect(rows(page)).toHaveCount(4);
  await expect(rows(page).filter({ hasText: 'once a month' })).toHaveCount(1);
  await choice.getByLabel('here.json', { exact: true }).check();
  await expect(rows(page).filter({ hasText: 'one officer' })).toHaveCount(1);
  await expect(rows(page)).toHaveCount(4);
});

test('the register is taken along for a spreadsheet, for Word and for a calendar', async ({ page }) => {
  await openWith(page, pages.register);
  const csv = await download(page, 'Download for a spreadsheet (.csv)');
  expect(csv.name).toBe('register-2026-11-27.csv');
  // The sign of UTF-8 comes first, which a spreadsheet looks for.
  expect([...csv.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const [head, first] = csv.text.slice(1).split('\r\n');
  expect(head).toContain('Overdue,Case,');
  expect(first).toContain('yes,CH-2,You may visit by appointment only.,2026-03-01,2027-02-28,2026-09-01,Highways office; Libraries,');
  const calendar = await download(page, 'Download the review dates (.ics)');
  expect(calendar.name).toBe('review-dates-2026-11-27.ics');
  expect(calendar.text.match(/DTSTART;VALUE=DATE:\d+/g)).toEqual(['20260901', '20270201', '20270301'].map((day) => `DTSTART;VALUE=DATE:${day}`));
  const word = await download(page, 'Download for Word (.docx)');
  expect(word.name).toBe('register-2026-11-27.docx');
  expect(textOf(word)).toContain('You may visit by appointment only.');
  await expect(page.locator('.casebook-take-along > .said')).toHaveText('The file is in your downloads.');
});

for (const [name, address] of Object.entries(pages)) {
  test(`the ${name} is tried with cases that are made up in the browser, and everything made of them says so`, async ({ page }) => {
    await open(page, address);
    const asked = [];
    page.on('request', (request) => { if (!request.url().startsWith('blob:')) asked.push(request.url()); });
    await button(page, 'Try it with 40 made-up cases').click();
    await expect(said(page)).toHaveText('40 made-up cases read. They take the place of chosen files.');
    await expect(page.locator('.casebook-notices').getByRole('region')).toHaveCount(0);
    if (name === 'register') expect(await rows(page).count()).toBeGreaterThan(5);
    else await expect(page.getByText('Made from 40 cases.')).toBeVisible();
    const madeUp = 'These are made-up cases, not files that anybody saved.';
    const notice = page.locator('.casebook-result').getByText(madeUp);
    // It stays in sight at the end of the page.
    await page.locator('.casebook-take-along').scrollIntoViewIfNeeded();
    await expect(notice).toBeInViewport();
    expect(await axeFindings(page)).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    await expect(notice).toBeVisible();
    await page.emulateMedia({ media: 'screen' });
    expect((await download(page, 'Download for a spreadsheet (.csv)')).text).toContain(madeUp);
    expect(asked).toEqual([]);
    expect(textOf(await download(page, 'Download for Word (.docx)'))).toContain(madeUp);
    // Their days have no place in a real calendar.
    await expect(button(page, 'Download the review dates (.ics)')).toHaveCount(0);

    await choose(page, cases);
    await expect(said(page)).toHaveText('3 files read.');
    await expect(page.getByText(madeUp)).toHaveCount(0);
    expect((await download(page, 'Download for a spreadsheet (.csv)')).text).not.toContain(madeUp);
  });
}

test('nothing is asked of the network, and nothing is kept', async ({ page }) => {
  await open(page, pages.register);
  const asked = [];
  page.on('request', (request) => { if (!request.url().startsWith('blob:')) asked.push(request.url()); });
  await choose(page, [...cases, cutOff]);
  await expect(rows(page)).toHaveCount(3);
  await button(page, 'Case').click();
  await page.locator('#register-filter').fill('CH-2');
  await download(page, 'Download for a spreadsheet (.csv)');
  expect(asked).toEqual([]);
  expect(page.url()).not.toMatch(/[?#]/);
  const kept = () => page.evaluate(async () => [localStorage.length, sessionStorage.length, document.cookie, (await indexedDB.databases()).length, history.state]);
  expect(await kept()).toEqual([0, 0, '', 0, null]);
  await page.reload();
  await expect(page.locator('#case-files')).toBeVisible();
  await expect(page.locator('.casebook-result')).toHaveCount(0);
});

test('a folder of thousands of files is read while the page answers, and reading can be stopped', async ({ page }) => {
  test.slow();
  await folderOf(page, 2000);
  await open(page, pages.register);
  await button(page, 'Choose a folder').click();
  const progress = page.getByRole('progressbar', { name: 'Files read' });
  await expect(progress).toBeVisible();
  await button(page, 'Cancel').click();
  await expect(said(page)).toHaveText('Reading was stopped. Nothing new was taken in.');
  await expect(page.locator('.casebook-result')).toHaveCount(0);
  await button(page, 'Choose a folder').click();
  await expect(said(page)).toHaveText('2000 files read.', { timeout: 60_000 });
  await expect(rows(page)).toHaveCount(100);
  await expect(count(page)).toHaveText('2000 of 2000 rows; 0 are overdue.');
  await button(page, 'Show 100 more of 1900').click();
  await expect(rows(page)).toHaveCount(200);
});

test('the report counts a period beside the one before, and for publication leaves out what could point to a person', async ({ page }) => {
  const limit = { says: 'You may ring on Mondays.', review: '2027-02-01', told: [] };
  const decided = (number, day, texts) => caseFile(`${number}.json`, `case-${number}`, [decision(`CH-${number}`, day, limit, texts)]);
  const lesson = { 'record/lesson': 'Offer a call earlier.' };
  const files = [1, 2, 3, 4, 5, 6].map((number) => decided(number, '2026-08-01', number === 1 ? lesson : {}));
  const before = decided(7, '2025-08-01');
  const later = decided(8, '2026-11-28');
  const warned = caseFile('9.json', 'case-9', [warning('CH-9', '2026-09-01')]);
  await openWith(page, pages.report, [...files, before, later, warned, cutOff]);
  await expect(page.locator('#report-from')).toHaveValue(/^\d{4}-\d\d-\d\d$/);
  await page.locator('#report-from').fill('2025-11-28');
  await page.locator('#report-until').fill(today);
  await expect(page.getByText('For 28 November 2025 to 27 November 2026, beside 28 November 2024 to 27 November 2025 before it.')).toBeVisible();
  const table = page.locator('.report-table').filter({ has: page.getByRole('heading', { name: 'Results', exact: true }) });
  const counts = (name) => table.getByRole('row', { name }).locator('td').allTextContents();
  expect(await counts(/^Decide whether to restrict contact/)).toEqual(['6', '1']);
  expect(await counts(/^Total/)).toEqual(['7', '1']);
  await expect(table.locator('svg')).toHaveAttribute('aria-hidden', 'true');
  await expect(table.locator('.chart-number')).toContainText(['6, this period', '1, before']);
  await expect(page.getByText('Offer a call earlier.')).toBeVisible();
  const whole = await download(page, 'Download for a spreadsheet (.csv)');
  expect(whole.name).toBe('report-2026-11-27.csv');
  expect(whole.text).toContain('Decide whether to restrict contact,6,1');
  expect(whole.text).toContain('Offer a call earlier.');

  await page.getByLabel('For publication').focus();
  await page.keyboard.press('Space');
  await expect(page.locator('#report-heading')).toHaveText('The report, for publication');
  // One left out alone would follow from the total.
  expect(await counts(/^Decide whether to restrict contact/)).toEqual(['[c]', '[c]']);
  expect(await counts(/^Total/)).toEqual(['7', '[c]']);
  await expect(page.getByText('Offer a call earlier.')).toHaveCount(0);
  const published = await download(page, 'Download for a spreadsheet (.csv)');
  expect(published.name).toBe('report-for-publication-2026-11-27.csv');
  expect(published.text).toContain('Decide whether to restrict contact,[c],[c]');
  expect(published.text).not.toContain('Offer a call earlier.');
  const word = textOf(await download(page, 'Download for Word (.docx)'));
  expect(word).toContain('[c]');
  expect(word).not.toContain('Offer a call earlier.');

  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.casebook-notices, .casebook-intake').filter({ visible: true })).toHaveCount(0);
  await page.emulateMedia({ media: 'screen' });
  await page.locator('#report-until').fill('2025-01-01');
  await expect(page.locator('#report-from-error')).toHaveText('Error: Give two days that exist, the first one first.');
  expect(await counts(/^Total/)).toEqual(['7', '[c]']);
});

test('where the browser hands over no folder, a field takes one', async ({ page }) => {
  await page.addInitScript(() => { globalThis.showDirectoryPicker = async () => { throw new DOMException('not here', 'SecurityError'); }; });
  await open(page, pages.register);
  await button(page, 'Choose a folder').click();
  await expect(page.getByLabel('A folder of case files')).toHaveAttribute('type', 'file');
  await expect(button(page, 'Choose a folder')).toHaveCount(0);
});

test('it prints what was made of the files and nothing else', async ({ page }) => {
  await folderOf(page, 150);
  await page.addInitScript(() => { globalThis.print = () => { globalThis.printed = document.querySelectorAll('.register tbody tr').length; }; });
  await open(page, pages.register);
  await button(page, 'Choose a folder').click();
  await expect(rows(page)).toHaveCount(100);
  // On paper there is no button for more rows.
  await button(page, 'Print').click();
  await expect.poll(() => page.evaluate(() => globalThis.printed)).toBe(150);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.casebook-intake, .casebook-filter, .casebook-take-along, .site-header nav').filter({ visible: true })).toHaveCount(0);
  await expect(page.locator('.register')).toBeVisible();
});

for (const [name, address] of Object.entries(pages)) {
  test(`the page of the ${name} is for everybody: light, dark, narrow`, async ({ page }) => {
    await openWith(page, address, [...cases, copy, ...different, cutOff]);
    const found = [];
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      found.push(...await axeFindings(page, colorScheme === 'dark' ? contrast : undefined));
    }
    expect(found).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });

  test(`the ${name} works on a page that the browser has translated`, async ({ page }) => {
    const errors = [];
    page.on('pageerror', (error) => { errors.push(error.message); });
    await open(page, address);
    await translate(page);
    await choose(page, [...cases, ...different, cutOff]);
    await expect(page.locator('.casebook-result')).toBeVisible();
    await translate(page);
    await page.getByLabel('here.json', { exact: true }).check();
    await page.locator('#today').fill('2027-06-01');
    if (name === 'register') {
      await expect(rows(page)).toHaveCount(4);
      await translate(page);
      await button(page, 'Case').click();
      expect(await references(page)).toEqual(['CH-1', 'CH-2', 'CH-3', 'CH-4']);
      await page.locator('#register-filter').fill('CH-4');
      await expect(rows(page)).toHaveCount(1);
    } else {
      await page.getByLabel('For publication').check();
      await expect(page.locator('#report-heading')).toHaveText('The report, for publication');
    }
    await choose(page, [cases[0]]);
    await expect(said(page)).toHaveText('1 file read.');
    expect(errors).toEqual([]);
  });

  test(`the ${name} works from a folder`, async ({ page }) => {
    await openWith(page, pathToFileURL(join(process.env.HANDBOOK_SITE, address)).href);
    await expect(said(page)).toHaveText('3 files read.');
  });
}
