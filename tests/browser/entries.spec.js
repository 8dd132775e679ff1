// A case over time: its entries are made one after the other, each visit from a file in a fresh browser.
import { expect, test } from './strict.js';
import { axeViolations } from './findings.js';
import { cases, decided, sheets } from './cases.js';
import {
  answerScreen, atScreen, button, choice, choose, download, go, goOn, goTo, mainButton, openAid, openCase, row, saveCase, take, text, walk,
} from './officer.js';
import { Tally } from './tally.js';

/** What a senior officer answers at a review in which nothing speaks for the limits. */
const quiet = {
  criminal: 'no', 'people-at-risk': 'no', 'immediate-risk': 'no', 'vulnerable-at-risk': 'no', 'extreme-threat': 'no', 'decision-complete': 'yes',
  'new-issue': 'no', 'new-information': 'no', 'threatens-staff': 'no', 'possible-disability': 'no', 'named-officer': 'yes', 'assessment-done': 'yes',
  factors: 'yes', health: 'yes', 'external-adjudication': 'not-sought', modified: 'no', review: 'due', 'behaviour-continues': 'no',
  'grounds-to-continue': 'no', 'senior-officer': 'yes',
};

/** The same where there are grounds to go on. */
const grounds = { ...quiet, 'behaviour-continues': 'yes', 'grounds-to-continue': 'yes' };

/** Opens a case file in a tab that knows nothing of it, on a day. */
async function visit(context, file, day, use) {
  const page = await context.newPage();
  await page.clock.setFixedTime(new Date(`${day}T10:00:00`));
  await openAid(page);
  await choose(page, file);
  await use(page);
  await page.close();
}

/** Fills in every field on screen that is empty and has to be filled in. */
async function fillIn(page, texts = {}) {
  for (const field of await page.locator('.screen :is(textarea, input[type=text], input[type=date], select):visible').all()) {
    const id = await field.getAttribute('id');
    if (await field.inputValue() !== '' && !(id in texts)) continue;
    const tag = await field.evaluate((element) => `${element.tagName} ${element.type}`);
    if (tag.startsWith('SELECT')) await field.selectOption(texts[id] ?? { index: 1 });
    else if (tag.endsWith('date')) { if (texts[id]) await field.fill(texts[id]); } else await field.fill(texts[id] ?? 'As noted.');
  }
}

/** Makes the entry on the last screen, saves the case and gives the file. */
async function make(page) {
  await goTo(page, 'What comes next');
  await page.getByRole('button', { name: /^Make the entry/ }).click();
  await atScreen(page, 'entries');
  return JSON.parse((await saveCase(page)).text);
}

/** What is written down with a warning; the rest of the sheet belongs to the decision. */
const warned = Object.fromEntries(Object.entries(decided.texts).filter(([key]) => /^evidence|(reference|matter|completed-by|who|route|efforts|health-considered)$/.test(key)));

/** Goes from the list of stages to a question that was answered, and answers it anew. */
async function change(page, question, value) {
  await page.locator('.stages details').evaluateAll((all) => all.forEach((details) => { details.open = true; }));
  await page.locator(`.answer-row[data-question="${question}"]`).getByRole('button').click();
  await choice(page, question, value).check();
}

/** Holds the review of what is in force, screen by screen; gives the number of screens up to the letter. */
async function review(page, answers, option, texts = {}) {
  await go(page, 'Hold the review');
  let screens = 0;
  for (const screen of ['questions safety 0', 'review', 'decision', 'dates']) {
    await atScreen(page, screen);
    screens += 1;
    if (screen === 'decision') await take(page, option).check();
    else await answerScreen(page, answers);
    await fillIn(page, texts);
    await goOn(page);
  }
  return screens + 1;
}

test('one case from a warning to its end over six visits, each from its file', async ({ page, context }) => {
  test.slow();
  let file;
  await test.step('the warning is made, and locked', async () => {
    await page.clock.setFixedTime(new Date('2026-04-02T10:00:00'));
    await openCase(page, { ...cases.writeFirst, texts: warned });
    file = await make(page);
    expect(file.entries).toHaveLength(1);
    expect(file.entries[0]).toMatchObject({ kind: 'warning', outcome: 'write-first', limits: null, 'made-on': '2026-04-02' });
  });
  await visit(context, file, '2026-12-01', async (later) => {
    await expect(later.locator('.paper')).toContainText('1. Warning, 2 April 2026');
    await expect(later.locator('.paper')).toContainText('Nothing restricts this customer’s contact.');
    await go(later, 'Check the case again');
    await atScreen(later, 'questions safety 0');
    await walk(later, sheets.heavyMail.answers);
    // That the contact was not reviewed goes on from the warning, until somebody says otherwise.
    await expect(later.locator('#aid-heading')).toHaveText('Review the contact, then write');
    await change(later, 'contact-review', 'found-unreasonable');
    await new Tally(later, sheets.heavyMail).walkToLetter();
    file = await make(later);
    expect(file.entries.map(({ kind }) => kind)).toEqual(['warning', 'decision']);
    expect(file.entries[1]).toMatchObject({
      outcome: 'may-decide', 'made-on': '2026-12-01', limits: { 'review-on': '2027-06-01', 'ends-on': '2027-03-31' },
    });
    // What led to the warning was not asked again.
    expect(file.entries[1].texts['record/matter']).toBe('the road works in your street');
  });
  await visit(context, file, '2027-02-03', async (later) => {
    await atScreen(later, 'entries');
    await expect(later.locator('.case-reference')).toHaveText('CH-2026-0107');
    await expect(later.locator('.paper')).toContainText('Emails and letters to us: at most 2 in each week.');
    await expect(later.locator('.paper')).toContainText('The review is due on 1 June 2027.');
    await expect(later.locator('#due-title')).toHaveCount(0);
    await go(later, 'Something new happened');
    await go(later, 'Add the incident to the case');
    await expect(later.locator('.error-summary')).toContainText('What happened, in the words that were used');
    await text(later, 'incident/what').fill('Rang four times on 2 February and shouted.');
    await text(later, 'incident/who').fill('One adviser, who ended the call.');
    await go(later, 'Add the incident to the case');
    await expect(later.locator('.paper')).toContainText('Rang four times on 2 February and shouted.');
    file = JSON.parse((await saveCase(later)).text);
    expect(file.entries.map(({ kind }) => kind)).toEqual(['warning', 'decision', 'incident']);
    expect(file.entries[2]).toMatchObject({ 'made-on': '2027-02-03', texts: { 'incident/day': '2027-02-03' } });
  });
  await visit(context, file, '2027-07-01', async (later) => {
    await expect(later.locator('#due-title')).toBeVisible();
    await expect(later.locator('.entries')).toContainText('The review was due on 1 June 2027, 30 days ago.');
    expect(await review(later, grounds, 'continue', {
      'record/ends-on': '2027-12-31', 'record/starts-on': '2027-07-01', 'record/review-date': '2027-12-01', 'record/newest-conduct': '2027-02-02',
    })).toBeLessThanOrEqual(5);
    await atScreen(later, 'letter 3');
    file = await make(later);
    expect(file.entries.at(-1)).toMatchObject({
      kind: 'review', 'made-on': '2027-07-01', limits: { says: ['Emails and letters to us: at most 2 in each week.'], 'ends-on': '2027-12-31' },
    });
    expect(file.entries.at(-1).texts['record/first-decision']).toBe('2026-12-01');
    expect(file.entries.at(-1).texts['record/review-late']).toMatch(/30 days ago/);
  });
  await visit(context, file, '2027-12-01', async (later) => {
    expect(await review(later, quiet, 'lift', { 'record/ended-on': '2027-12-01' })).toBeLessThanOrEqual(5);
    await expect(later.locator('.paper')).toContainText('The limits have ended.');
    file = await make(later);
    expect(file.entries.at(-1)).toMatchObject({ kind: 'review', limits: null });
    await expect(later.locator('.paper')).toContainText('Nothing restricts this customer’s contact.');
  });
  await visit(context, file, '2028-02-29', async (later) => {
    await expect(button(later, 'Hold the review')).toHaveCount(0);
    await later.getByText('Correct an entry').click();
    await go(later, 'entry 3, incident');
    await text(later, 'correction/wrong').fill('It was three calls.');
    await text(later, 'correction/right').fill('The phone record shows three.');
    await go(later, 'Add the correction to the case');
    file = JSON.parse((await saveCase(later)).text);
    expect(file.entries.at(-1)).toMatchObject({ kind: 'correction', 'made-on': '2028-02-29', texts: { corrects: '3' } });
    expect(file.entries.map(({ kind }) => kind)).toEqual(['warning', 'decision', 'incident', 'review', 'review', 'correction']);
  });
});

test('a restriction on the spot after a decision changes what is in force', async ({ page }) => {
  await page.clock.setFixedTime(new Date('2026-12-02T10:00:00'));
  await openCase(page, decided);
  await make(page);
  await go(page, 'Check the case again');
  await atScreen(page, 'questions safety 0');
  const tally = new Tally(page, {
    answers: {
      ...quiet, ...cases.mayDecide.answers, 'restriction-in-force': 'yes', 'grounds-to-continue': 'yes', review: 'none', ...sheets.threat.answers,
    },
    takes: [...sheets.threat.takes, 'legal-advice'],
    texts: {
      ...sheets.heavyMail.texts, ...sheets.threat.texts, 'record/contact-kind': 'none', 'record/risk-judged-by': 'Service manager',
      'record/risk-judged-at': '2 December 2026, 09:40', 'record/police-reference': '999 at 09:42, reference 118.',
      'record/why-other-review-date': 'A restriction on the spot is for the short term.',
    },
  });
  await tally.fillIn();
  await tally.goOn('Make the on-the-spot notice now');
  await tally.fillIn();
  await tally.goOn();
  await tally.fillIn();
  await tally.goOn('Go on to what comes next');
  await tally.walkToLetter();
  const file = await make(page);
  expect(file.entries.map(({ kind, outcome }) => [kind, outcome])).toEqual([['decision', 'may-decide'], ['change', 'step-up']]);
  expect(file.entries[1].limits).toMatchObject({ 'review-on': '2026-12-09', 'ends-on': '2026-12-11' });
  await expect(page.locator('.paper')).toContainText('Civic Centre, High Street');
});

test('limits end outside of a review where nobody had decided them properly', async ({ page }) => {
  await page.clock.setFixedTime(new Date('2026-12-10T10:00:00'));
  await openCase(page, decided);
  await make(page);
  await go(page, 'Check the case again');
  await atScreen(page, 'questions safety 0');
  const { answers, takes, texts } = sheets.undecidedLimit;
  await new Tally(page, {
    answers: { ...quiet, review: 'none', ...answers }, takes, texts: { ...sheets.heavyMail.texts, 'record/contact-kind': 'none', ...texts },
  }).walkToLetter();
  await expect(page.locator('#aid-heading')).toHaveText('Apology letter');
  const file = await make(page);
  expect(file.entries.map(({ kind, outcome }) => [kind, outcome])).toEqual([['decision', 'may-decide'], ['end', 'put-right']]);
  expect(file.entries[1].limits).toBeNull();
  await expect(page.locator('.paper')).toContainText('Nothing restricts this customer’s contact.');
  await expect(button(page, 'Hold the review')).toHaveCount(0);
});

test('before a review a letter can ask the customer, and is no screen of the way', async ({ page }) => {
  await page.clock.setFixedTime(new Date('2027-05-20T10:00:00'));
  await openCase(page, decided);
  await make(page);
  await go(page, 'Hold the review');
  await atScreen(page, 'questions safety 0');
  await answerScreen(page, quiet);
  await expect(button(page, 'Write the letter before a review')).toHaveCount(0);
  await goOn(page);
  await atScreen(page, 'review');
  await go(page, 'Write the letter before a review');
  await expect(page.locator('#aid-heading')).toHaveText('Letter before a review');
  await expect(page.locator('.stage-current')).toHaveText(/The review/);
  await expect(page.locator('.paper')).toContainText('our decision of 1 December 2026');
  await fillIn(page, { 'letter-field/letter-before-a-review/reply-by': '2027-06-10' });
  await expect(page.locator('.paper')).toContainText('Please answer by 10 June 2027');
  const letter = await download(page, 'Download for Word', 'the letter');
  expect(letter.name).toMatch(/letter-before-a-review-2027-05-20\.docx$/);
  await go(page, 'Back');
  await atScreen(page, 'review');
  await answerScreen(page, quiet);
  await fillIn(page);
  await goOn(page);
  await atScreen(page, 'decision');
});

test('a review that would make a term stricter is held back, and says to check the case', async ({ page }) => {
  await openCase(page, decided);
  await make(page);
  await go(page, 'Hold the review');
  for (const screen of ['questions safety 0', 'review']) {
    await atScreen(page, screen);
    await answerScreen(page, grounds);
    await fillIn(page, { 'record/newest-conduct': '2026-12-02' });
    await goOn(page);
  }
  await atScreen(page, 'decision');
  await take(page, 'modify').check();
  await fillIn(page);
  await text(page, 'detail/modify/stricter').selectOption('yes');
  await mainButton(page).click();
  await expect(page.locator('.error-summary')).toContainText('a stricter or new term is a fresh decision');
  await atScreen(page, 'decision');
  await text(page, 'detail/modify/stricter').selectOption('no');
  await goOn(page);
  await atScreen(page, 'dates');
});

test('at a review, facts about now are asked afresh and earlier ones stand with where they come from', async ({ page }) => {
  await openCase(page, decided);
  await make(page);
  await go(page, 'Hold the review');
  await answerScreen(page, quiet);
  await goOn(page);
  for (const question of ['criminal', 'health', 'behaviour-continues', 'grounds-to-continue']) {
    await expect(page.locator(`[data-question="${question}"] .answers input:checked`)).toHaveCount(0);
  }
  await expect(row(page, 'behaviour')).toHaveCount(0);
  await page.locator('.stages').getByText(/^Answers \(/).nth(1).click();
  await page.locator('.answer-row[data-question="contacts"]').getByRole('button').click();
  await expect(row(page, 'contacts')).toContainText('From the decision of 1 December 2026.');
  await choice(page, 'contacts', 'nature').check();
  await expect(row(page, 'contacts')).not.toContainText('From the decision of');
});

test('a file whose entries contradict each other is only read, and says which', async ({ page }) => {
  await openCase(page, decided);
  const file = await make(page);
  const [decision] = file.entries;
  await page.goto('index.html');
  await page.evaluate(() => sessionStorage.clear());
  await openAid(page);
  await choose(page, { ...file, entries: [decision, { ...decision, kind: 'review', 'made-on': '2020-01-01' }, { ...decision, 'made-on': null }] });
  await atScreen(page, 'entries');
  await expect(page.locator('.entries [role=alert]')).toContainText('Entry 2 (Review) was made on 1 January 2020, before the one above it');
  for (const words of ['Hold the review', 'Something new happened', 'Check the case again']) await expect(button(page, words)).toHaveCount(0);
});

test('a reload keeps the entries, and what is being written down', async ({ page }) => {
  await openCase(page, decided);
  await make(page);
  await go(page, 'Something new happened');
  await text(page, 'incident/what').fill('A call.');
  await page.reload();
  await atScreen(page, 'entries');
  await expect(text(page, 'incident/what')).toHaveValue('A call.');
  await go(page, 'Do not add it');
  await expect(page.locator('.paper')).toContainText('1. Decision, 1 December 2026');
  await expect(page.locator('.paper')).not.toContainText('Incident');
});

test('once everything is cleared, Back leads to no entries', async ({ page }) => {
  await openCase(page, decided);
  await make(page);
  await go(page, 'Clear everything');
  await go(page, 'Remove everything');
  await atScreen(page, 'questions safety 0');
  await page.goBack();
  await expect(page.locator('#aid-heading')).toHaveText('Is anyone at risk?');
  await expect(page.locator('.paper')).toHaveCount(0);
});

for (const colorScheme of ['light', 'dark']) {
  test(`the case so far has no fault that axe finds in the ${colorScheme}, and fits a narrow screen`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await openCase(page, decided);
    await make(page);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await axeViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await go(page, 'Something new happened');
    expect(await axeViolations(page)).toEqual([]);
  });
}
