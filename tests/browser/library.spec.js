// Another policy: the handbook of a small library, with questions, stages, options and letters of its own, which is also what
// `cargo handbook new` begins with. Nothing in the scripts, the apps or the theme knows the policy of the Council.
import { readdirSync } from 'node:fs';
import { buildFixture } from './books.js';
import { faultsOf } from './findings.js';
import { textOf } from './office-file.js';
import {
  choice, clear, download, goOn, heading, keptInTab, openAid, option, stage, take, text, walk,
} from './officer.js';
import { serve } from './server.js';
import { expect, test as strict } from './strict.js';

const ofTheCouncil = /council|cambridgeshire|charter|ombudsman|feedback policy|customer (handling|service)/i;

/** What a page says, to readers and to those who list it. */
const everyWord = (page) => page.evaluate(() => [
  document.documentElement.textContent,
  ...[...document.querySelectorAll('meta[content]')].map((meta) => meta.content),
].join('\n'));

/** The site of the library, built and served once for those who test it. */
const test = strict.extend({
  library: [async ({}, use) => {
    const built = buildFixture('library');
    const server = await serve(built, { headers: true });
    await use({ folder: built.folder, address: server.address });
    await server.close();
    built.remove();
  }, { scope: 'worker' }],
  baseURL: ({ library }, use) => use(library.address),
});

/** A book that was written in once more, after a talk. Only what is asked has an answer. */
const scribbler = { hurt: 'no', trouble: ['harm', 'rude'], talked: 'yes', 'went-on': 'yes', objects: 'no' };

test('an incident is walked from the first question to its letter', async ({ page }) => {
  await openAid(page, 'desk/check.html');
  await expect(page).toHaveTitle('Help – Check an incident - Library Bans Handbook');
  await text(page, 'record/number').fill('L-7');
  await walk(page, { ...scribbler, child: 'no', banned: 'no' });
  await expect(heading(page)).toHaveText('Choose what to do');
  for (const name of ['Help', 'The visit', 'The visitor']) await expect(stage(page, name)).toContainText('done');

  await goOn(page);
  await expect(option(page, 'staffed-hours')).toContainText('Supported by the facts');
  await expect(option(page, 'ban')).toContainText('A person must judge');
  await take(page, 'ban').check();
  await text(page, 'detail/ban/where').fill('the library in Mill Lane');
  await text(page, 'decision-reason/why').fill('Two talks changed nothing.');
  await goOn(page);
  await text(page, 'record/librarian').fill('Librarian on duty');
  await text(page, 'record/last-day').fill('2027-03-01');
  await text(page, 'record/look-again-on').fill('2027-01-15');
  await goOn(page);
  await expect(heading(page)).toHaveText('Ban letter');
  await text(page, 'letter-field/ban-letter/happened').fill('On 3 November you wrote in two books.');
  const letter = textOf(await download(page, 'Download for Word', 'the letter'));
  expect(letter).toContain('This was decided about your visits to Tidewick Library:');
  expect(letter).toContain('Do not come into the library in Mill Lane.');
  expect(letter).toContain('On 3 November you wrote in two books.');
  expect(letter).toContain('1 March 2027');
  expect(letter).not.toMatch(ofTheCouncil);
  await goOn(page, page.getByRole('button', { name: 'What comes next' }).first());
  const record = (await download(page, 'Download as Markdown', 'the record')).text;
  expect(record).toContain('Two talks changed nothing.');
  expect(record).not.toMatch(ofTheCouncil);
});

test('danger comes first here too, and the aid begins anew', async ({ page }) => {
  await openAid(page, 'desk/check.html');
  await choice(page, 'hurt', 'yes').check();
  await expect(page.locator('.case')).toContainText('Ring 999, and stay with whoever was hurt');
  await clear(page, 'questions help 0');
  expect((await keptInTab(page)).answers ?? {}).toEqual({});
});

test('the course, a case, the knowledge check, the register and the report are those of the library', async ({ page }) => {
  await page.goto('training/course.html');
  await expect(page.locator('.training-panel')).toContainText('A word comes first');
  await page.goto('training/cases.html');
  await page.getByRole('button', { name: 'Decide this case' }).first().click();
  await expect(page.locator('.practice-place').first()).toContainText('Have a quiet word');
  await page.goto('training/test-yourself.html');
  await expect(page.locator('.training-panel')).toBeVisible();
  for (const [address, says] of [['desk/banned-now.html', 'Do not come into'], ['desk/yearly-count.html', 'Have a quiet word']]) {
    await page.goto(address);
    await page.getByRole('button', { name: 'Try it with 40 made-up cases' }).click();
    const result = page.locator('.casebook-result');
    await expect(result).toContainText('These are made-up cases');
    await expect(result).toContainText(says);
    const said = await result.innerText();
    expect(said).not.toMatch(ofTheCouncil);
    expect(said).not.toContain('on the spot');
  }
});

test('no page speaks of the Council, is broken on a narrow screen, or has a fault that axe finds', async ({ page, library }) => {
  const pages = readdirSync(library.folder, { recursive: true }).map((file) => file.replaceAll('\\', '/')).filter((file) => file.endsWith('.html'));
  expect(pages.length).toBeGreaterThan(20);
  const found = [];
  for (const file of pages) {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(file);
    const words = (await everyWord(page)).match(ofTheCouncil);
    if (words) found.push(`${file} says ${words[0]}`);
    found.push(...await faultsOf(page, file));
  }
  expect(found).toEqual([]);
});
