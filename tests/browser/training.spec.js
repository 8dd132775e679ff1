// The learner's journeys: the course with its progress, the knowledge check and its record, and cases decided and compared.
import { expect, test } from './strict.js';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extractText, getDocumentProxy } from 'unpdf';
import { axeFindings, axeViolations } from './findings.js';
import { asked, course, kept, open, pages, questionsOf, take, tick } from './learner.js';
import { translate } from './translated.js';

const violations = async (page) => {
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await axeViolations(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  return [...light, ...await axeFindings(page, ['color-contrast'])];
};
const button = (page, name) => page.getByRole('button', { name, exact: true });
const sections = course.training.sections;
const left = (count) => `${count} question${count === 1 ? '' : 's'} left`;
const heading = (page) => page.locator('#knowledge-check-heading');

/** Where a section that is the only one of the course on screen stands. */
const openSection = (page) => page.locator('.course-text:visible h2');

test('a course taken well is kept on this device at every step, and leads to the knowledge check', async ({ page }) => {
  test.slow();
  await open(page, pages.course);
  await expect(openSection(page)).toHaveCount(0);
  await page.getByRole('link', { name: 'Begin with section 1' }).click();
  for (const [place, section] of sections.entries()) {
    await expect(openSection(page)).toHaveText([section.title]);
    await expect(openSection(page)).toBeFocused();
    const end = page.locator(`[id="end-of-${section.id}"]`);
    for (const [answered, question] of questionsOf(place).entries()) {
      await expect(end).toHaveText(`${left(questionsOf(place).length - answered)}. This section is finished when its questions are answered.`);
      const form = page.locator(`[data-place-for="question"][data-id="${question.id}"]`);
      await form.getByRole('button', { name: 'Check my answer' }).click();
      await expect(form.locator('.error-message')).toHaveText('Error: Choose an answer first');
      await tick(page, question.id);
      await form.getByRole('button', { name: 'Check my answer' }).click();
      await expect(form.locator('.mark')).toHaveText('Right. ');
      await expect(form.locator('h3')).toBeFocused();
      // Every choice is explained, in a word and not in a colour.
      await expect(form.locator('.feedback-word')).toHaveText(question.choices.map(({ right }) => (right ? 'Right answer' : 'Wrong answer')));
      for (const { feedback } of question.choices) await expect(form.getByText(feedback, { exact: true })).toBeVisible();
    }
    await expect(end).toHaveText('You have finished this section.');
    if (place === 3) {
      // Interrupted here, it goes on here.
      await open(page, pages.course);
      await expect(page.locator('.training-progress')).toContainText(`4 of ${sections.length} sections finished`);
      await page.getByRole('link', { name: 'Go on with section 5' }).click();
    } else if (place + 1 < sections.length) {
      await page.getByRole('link', { name: `Next: ${sections[place + 1].title}` }).click();
    }
  }
  expect(await violations(page)).toEqual([]);
  await page.goBack();
  await expect(openSection(page)).toHaveText([sections.at(-2).title]);
  await page.goForward();
  // Only progress is kept: ids and numbers, no word of what is taught.
  const { 'handbook-training': progress, ...others } = await kept(page);
  expect(others).toEqual({});
  expect(Object.keys(JSON.parse(progress))).toEqual(['edition', 'place', 'done', 'answers', 'cases', 'sitting', 'attempts', 'best', 'last']);
  expect(progress).not.toMatch(/ /);
  await page.locator('.section-end:visible').getByRole('link', { name: 'Take the knowledge check' }).click();
  await expect(heading(page)).toHaveText('Take the knowledge check');
});

test('the sections are listed once, with what is left of each, and what introduces the course stands above no section', async ({ page }) => {
  await open(page, pages.course);
  const introduction = page.locator('main > p');
  await expect(introduction.first()).toBeVisible();
  await expect(page.locator('.page-contents')).toBeHidden();
  for (const { title } of sections) await expect(page.locator('main').getByRole('link', { name: title, exact: true })).toHaveCount(1);
  const states = page.locator('.training-state');
  await expect(states).toHaveCount(sections.length);
  for (const place of sections.keys()) await expect(states.nth(place)).toContainText(`${left(questionsOf(place).length)}. About `);
  await page.getByRole('link', { name: sections.at(-1).title, exact: true }).click();
  await expect(openSection(page)).toHaveText([sections.at(-1).title]);
  for (const paragraph of await introduction.all()) await expect(paragraph).toBeHidden();
  await expect(page.locator('.page-contents')).toBeHidden();
  // The last section leads to what is not done yet, not to nothing.
  await page.getByRole('link', { name: `Go on with section 1: ${left(questionsOf(0).length)}`, exact: true }).click();
  const [{ id }] = questionsOf(0);
  await tick(page, id);
  await page.locator(`[data-place-for="question"][data-id="${id}"]`).getByRole('button', { name: 'Check my answer' }).click();
  await page.locator('.training-panel').getByRole('link', { name: 'All sections' }).click();
  await expect(states.first()).toContainText(`Go on here. ${left(questionsOf(0).length - 1)}. About `);
  await expect(introduction.first()).toBeVisible();
});

test('a section opens with a story and a decision, which is kept, explained, and does not count', async ({ page }) => {
  const [section] = sections;
  const { story, decision } = section.opening;
  await open(page, `${pages.course}#course-section-${section.id}`);
  const opening = page.locator(`[id="course-text-${section.id}"] .opening`);
  await expect(page.locator('.reading-time:visible')).toContainText(`with 1 decision and ${questionsOf(0).length} questions.`);
  await expect(opening.locator('.opening-story')).toHaveText(story);
  const end = page.locator(`[id="end-of-${section.id}"]`);
  const before = `${left(questionsOf(0).length)}. This section is finished when its questions are answered.`;
  await button(opening, 'Check my decision').click();
  await expect(opening.locator('.error-message')).toHaveText('Error: Choose an answer first');
  const wrong = decision.choices.findIndex(({ right }) => !right);
  await opening.getByRole('radio').nth(wrong).check();
  expect(await violations(page)).toEqual([]);
  await button(opening, 'Check my decision').click();
  await expect(opening.locator('.mark')).toHaveText('Not right. ');
  await expect(opening.locator('h3:visible')).toBeFocused();
  for (const { feedback } of decision.choices) await expect(opening.getByText(feedback, { exact: true })).toBeVisible();
  await expect(opening.locator('.clause-link:visible').first()).toBeVisible();
  await expect(end).toHaveText(before);
  expect(JSON.parse((await kept(page))['handbook-training']).done).toEqual([]);
  // It stays decided until it is decided again.
  await page.reload();
  await expect(opening.locator('.mark')).toHaveText('Not right. ');
  await button(opening, 'Decide again').click();
  await opening.getByRole('radio').nth(decision.choices.findIndex(({ right }) => right)).check();
  await button(opening, 'Check my decision').click();
  await expect(opening.locator('.mark')).toHaveText('Right. ');
  await expect(end).toHaveText(before);
  await page.emulateMedia({ media: 'print' });
  await expect(opening.locator('.opening-story')).toBeVisible();
  await expect(opening.locator('.quiz-question > h3')).toBeVisible();
  await expect(opening.locator('.quiz-answered')).toBeHidden();
});

test('progress can be cleared, and only after a second word', async ({ page }) => {
  await open(page, `${pages.course}#course-section-${sections[2].id}`);
  await expect(openSection(page)).toHaveText([sections[2].title]);
  await page.locator('.training-panel').getByRole('link', { name: 'All sections' }).click();
  await expect(page.getByRole('link', { name: 'Go on with section 3' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await button(page, 'Clear my progress').click();
  await button(page, 'Keep it').click();
  await expect(page.getByRole('link', { name: 'Go on with section 3' })).toBeVisible();
  await button(page, 'Clear my progress').click();
  await button(page, 'Clear everything').click();
  await expect(page.getByRole('link', { name: 'Begin with section 1' })).toBeVisible();
  expect(JSON.parse((await kept(page))['handbook-training']).place).toBe('');
});

test('what is done in another tab, or before the browser brings a page back, is not written over', async ({ page, context }) => {
  await open(page, pages.course);
  const other = await context.newPage();
  await open(other, `${pages.course}#course-section-${sections[0].id}`);
  const answer = async (where, section) => {
    for (const { id } of questionsOf(section)) {
      await tick(where, id);
      await where.locator(`[data-place-for="question"][data-id="${id}"]`).getByRole('button', { name: 'Check my answer' }).click();
    }
    await expect(where.locator(`[id="end-of-${sections[section].id}"]`)).toHaveText('You have finished this section.');
  };
  await answer(other, 0);
  await expect(page.locator('.training-progress')).toContainText('1 of');
  await page.getByRole('link', { name: 'Go on with section 2' }).click();
  await answer(page, 1);
  const done = async () => JSON.parse((await kept(page))['handbook-training']).done.length;
  expect(await done()).toBe(2);
  // As a browser says it that kept the page in memory, where no other tab told it anything.
  await other.evaluate(() => { localStorage.setItem('handbook-training/', localStorage.getItem('handbook-training/').replace('"done":[', '"done":["gone",')); });
  await other.evaluate(() => { dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })); });
  await other.getByRole('link', { name: `Next: ${sections[1].title}` }).click();
  expect(await done()).toBe(3);
});

test('progress from another edition is carried over and said, and what cannot be read is said too', async ({ page }) => {
  const before = { edition: 'another', place: 'gone', done: [sections[0].id, 'gone'], answers: { x: [1] }, attempts: 2, best: null };
  const stored = (text) => page.evaluate((progress) => localStorage.setItem('handbook-training/', progress), text);
  await page.goto(pages.course);
  await stored(JSON.stringify(before));
  await open(page, pages.course);
  await expect(page.getByRole('status').filter({ hasText: 'has changed' })).toHaveText(
    'The course has changed since you were here. You keep 1 section that you finished. The course no longer has 1 section that you finished.',
  );
  await expect(page.locator('.training-progress')).toContainText('1 of');
  await stored('{"edition":');
  await open(page, pages.course);
  await expect(page.getByText('What was stored of your progress cannot be read, so the course starts from the beginning.')).toBeVisible();
});

test('where the browser keeps nothing the course goes on and says so', async ({ page }) => {
  await page.addInitScript(() => { Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied'); } }); });
  await open(page, pages.course);
  await expect(page.getByText('This browser does not let the page keep your progress.')).toBeVisible();
  await page.getByRole('link', { name: 'Begin with section 1' }).click();
  const [first] = questionsOf(0);
  await tick(page, first.id);
  await button(page, 'Check my answer').first().click();
  await expect(page.locator('.mark').first()).toHaveText('Right. ');
});

test('a knowledge check taken badly explains every question, and the next one is drawn anew', async ({ page }) => {
  test.slow();
  await open(page, pages.check);
  const of = 2 * course.training.outcomes.length;
  await expect(page.locator('.training-panel')).toContainText(`There are ${of} questions, 2 on each thing that you learn. You pass with ${Math.ceil(of * 0.8)} right answers (80 per cent).`);
  await expect(page.locator('.knowledge-check-pool')).toBeHidden();
  await button(page, 'Begin the knowledge check').click();
  await button(page, 'Continue').click();
  await expect(page.locator('.error-message')).toHaveText('Error: Choose an answer first');
  const first = await asked(page);
  await tick(page, first, false);
  await button(page, 'Continue').click();
  // Interrupted here, it goes on here; the answer before can still be changed.
  const second = await asked(page);
  await open(page, pages.check);
  await button(page, 'Go on where you stopped').click();
  expect(await asked(page)).toBe(second);
  await button(page, 'Back').click();
  expect(await asked(page)).toBe(first);
  await button(page, 'Continue').click();
  const ids = [first, ...await take(page, 3)];
  expect(new Set(ids).size).toBe(of);
  const drawn = course.training.questions.filter(({ id }) => ids.includes(id));
  for (const [outcome] of course.training.outcomes.entries()) expect(drawn.filter(({ teaches }) => teaches === outcome)).toHaveLength(2);
  await expect(heading(page)).toHaveText('You have answered every question');
  // The list of answers is drawn as that of the decision aid.
  await expect(page.locator('.answer-list > .answer-row')).toHaveCount(of);
  await expect(page.locator('.answer-row > .change').getByRole('button')).toHaveCount(of);
  expect(await violations(page)).toEqual([]);
  await button(page, 'Mark my answers').click();
  await expect(heading(page)).toHaveText(`Not passed yet: 3 of ${of} right (15 per cent)`);
  await expect(heading(page)).toBeFocused();
  await expect(page.locator('.quiz-answered')).toHaveCount(of);
  await expect(page.locator('.mark')).toHaveText(ids.map((id) => (ids.slice(1, 4).includes(id) ? 'Right. ' : 'Not right. ')));
  for (const { choices } of drawn) for (const { feedback } of choices) await expect(page.getByText(feedback, { exact: true }).first()).toBeVisible();
  await expect(page.getByRole('heading', { name: 'What to look at again' })).toBeVisible();
  await expect(button(page, 'Make the completion record')).toHaveCount(0);
  expect(await violations(page)).toEqual([]);
  // Whoever follows a link from here finds the explanations again.
  await open(page, pages.check);
  await button(page, 'See the last result').click();
  await expect(page.locator('.quiz-answered')).toHaveCount(of);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.quiz-answered').last()).toBeVisible();
  await expect(page.locator('.knowledge-check-pool')).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await button(page, 'Back to the beginning').click();
  await expect(page.locator('.training-panel')).toContainText('You have taken it once.');
  await button(page, 'Take it again').click();
  const again = await take(page, 0);
  expect(again).not.toEqual(ids);
});

test('the browser’s way back leads from question to question, and a reload stays at one', async ({ page }) => {
  await page.goto(pages.course);
  await open(page, pages.check);
  await button(page, 'Begin the knowledge check').click();
  const ids = [];
  for (let number = 1; number <= 3; number += 1) {
    const id = await asked(page);
    ids.push(id);
    await tick(page, id);
    await button(page, 'Continue').click();
    await expect(heading(page)).toContainText(`Question ${number + 1} of`);
  }
  ids.push(await asked(page));
  await page.reload();
  await expect(heading(page)).toContainText('Question 4 of');
  await page.goBack();
  await expect(heading(page)).toContainText('Question 3 of');
  expect(await asked(page)).toBe(ids[2]);
  await expect(page.locator(`[id="ask-${ids[2]}"]`)).toBeFocused();
  await expect(page.locator('.quiz input:checked').first()).toBeVisible();
  await page.goForward();
  expect(await asked(page)).toBe(ids[3]);
  // A question that is not reached yet is not to be had by its address.
  await page.evaluate(() => { location.hash = '#question-9'; });
  await expect(heading(page)).toContainText('Question 4 of');
  // In practice too; what nobody practises any more leads to the start.
  await open(page, pages.check);
  await button(page, 'Practise').click();
  await tick(page, await asked(page));
  await button(page, 'Check my answer').click();
  await button(page, 'Next question').click();
  await page.goBack();
  await expect(page.locator('.training-panel .mark')).toHaveText('Right. ');
  await page.reload();
  await expect(heading(page)).toHaveText('Take the knowledge check');
});

test('practice explains each answer at once, and however well it goes it is not a check taken', async ({ page }) => {
  test.slow();
  await open(page, pages.check);
  for (const name of ['Practise: see after each answer', 'Check: see at the end']) await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
  const before = await kept(page);
  await button(page, 'Practise').click();
  await button(page, 'Check my answer').click();
  await expect(page.locator('.error-message')).toHaveText('Error: Choose an answer first');
  const of = 2 * course.training.outcomes.length;
  for (let number = 1; number <= of; number += 1) {
    await expect(heading(page)).toHaveText(`Practice question ${number} of ${of}`);
    const id = await asked(page);
    // The second is answered wrongly, and says so.
    await tick(page, id, number !== 2);
    await button(page, 'Check my answer').click();
    const answered = page.locator('.training-panel .quiz-answered');
    await expect(answered.locator('.mark')).toHaveText(number === 2 ? 'Not right. ' : 'Right. ');
    await expect(answered.locator('h3')).toBeFocused();
    const { choices } = course.training.questions.find((question) => question.id === id);
    for (const { feedback } of choices) await expect(answered.getByText(feedback, { exact: true })).toBeVisible();
    await expect(answered.locator('.clause-link').first()).toBeVisible();
    if (number === 2) expect(await violations(page)).toEqual([]);
    if (number === 1) {
      // On paper are all questions, and not the one that is practised.
      await page.emulateMedia({ media: 'print' });
      await expect(answered).toBeHidden();
      await expect(page.locator('.knowledge-check-pool')).toBeVisible();
      await page.emulateMedia({ media: 'screen' });
    }
    await button(page, number < of ? 'Next question' : 'See how it went').click();
  }
  await expect(heading(page)).toHaveText(`Practice: ${of - 1} of ${of} right`);
  await expect(page.locator('.answer-list > .answer-row > dd')).toHaveText(Array.from({ length: of }, (_, at) => (at === 1 ? 'Not right' : 'Right')));
  expect(await violations(page)).toEqual([]);
  await button(page, 'Back to the beginning').click();
  await expect(button(page, 'Begin the knowledge check')).toBeVisible();
  await expect(button(page, 'Make the completion record')).toHaveCount(0);
  expect(await kept(page)).toEqual(before);
});

test('on a phone the heading of a question is seen whole after moving on, with the number of the question', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  const isWhole = async (locator) => {
    const { y, height } = await locator.boundingBox();
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y + height).toBeLessThanOrEqual(640);
  };
  await open(page, pages.check);
  for (const [begin, on] of [['Practise', 'Next question'], ['Begin the knowledge check', null]]) {
    await open(page, pages.check);
    await button(page, begin).click();
    for (let number = 1; number <= 4; number += 1) {
      await expect(heading(page)).toContainText(`uestion ${number} of`);
      const question = page.locator('.training-panel h3');
      await expect(question).toBeFocused();
      for (const part of [heading(page), question]) await isWhole(part);
      await tick(page, await asked(page));
      await button(page, on ? 'Check my answer' : 'Continue').click();
      if (on) {
        await expect(page.locator('.quiz-answered h3')).toBeFocused();
        for (const part of [heading(page), question]) await isWhole(part);
        await button(page, on).click();
      }
    }
  }
  await open(page, `${pages.course}#course-section-${sections[0].id}`);
  for (const { id } of questionsOf(0)) {
    await tick(page, id);
    const question = page.locator(`[data-place-for="question"][data-id="${id}"]`);
    await question.getByRole('button', { name: 'Check my answer' }).click();
    await expect(question.locator('h3')).toBeFocused();
    await isWhole(question.locator('h3'));
  }
});

test('a knowledge check passed gives a record that names whom the learner wants, prints on one page and is a Word file', async ({ page }) => {
  test.slow();
  await open(page, pages.check);
  await button(page, 'Begin the knowledge check').click();
  const of = (await take(page, Infinity)).length;
  await button(page, 'Mark my answers').click();
  await expect(heading(page)).toHaveText(`Passed: ${of} of ${of} right (100 per cent)`);
  await button(page, 'Make the completion record').click();
  await page.getByLabel('Your name').fill('A. <b>Learner</b>');
  expect(Object.keys(await kept(page))).toEqual(['handbook-training']);
  const paper = page.locator('.paper');
  for (const says of ['A. <b>Learner</b>', course.title, `${of} of ${of} right (100 per cent). 80 per cent are needed to pass. Passed.`, '1 in all; this was number 1', 'the learner’s own statement']) {
    await expect(paper).toContainText(says);
  }
  await page.getByLabel('Keep my name on this device').check();
  expect((await kept(page))['handbook-training-name']).toBe('A. <b>Learner</b>');
  expect(await violations(page)).toEqual([]);
  const [file] = await Promise.all([page.waitForEvent('download'), button(page, 'Save as Word').click()]);
  expect(file.suggestedFilename()).toBe('completion-record.docx');
  expect(readFileSync(await file.path()).subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
  const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ format: 'A4' })));
  expect(pdf.numPages).toBe(1);
  expect((await extractText(pdf, { mergePages: true })).text).toContain('It is not proof of identity, attendance or skill.');
  // Next time the name is there; without the tick it is forgotten.
  await open(page, pages.check);
  await button(page, 'Make the completion record').click();
  await expect(page.getByLabel('Your name')).toHaveValue('A. <b>Learner</b>');
  await page.getByLabel('Keep my name on this device').uncheck();
  expect(Object.keys(await kept(page))).toEqual(['handbook-training']);
});

test('a case is decided beside its story, compared line by line, and changed', async ({ page }) => {
  const id = 'polite-but-heavy';
  const scene = page.locator(`#scenario-${id}`);
  const place = (name) => scene.locator(`[id="${name}"]`);
  await page.setViewportSize({ width: 1280, height: 900 });
  await open(page, pages.practice);
  await expect(page.locator('.training-progress')).toContainText(`0 of ${course.cases.length} cases decided`);
  await scene.getByRole('button', { name: 'Decide this case' }).click();
  await expect(place(`decide-${id}`)).toBeFocused();
  await expect(scene.locator('details')).toBeHidden();
  await button(scene, 'Compare with the policy').click();
  await expect(scene.getByRole('alert')).toHaveText('Before you compare, choose what happens next, and answer for each step below it.');
  // The mistake that most people make can be made.
  await expect(scene.getByLabel('Carry on in the ordinary way')).toBeVisible();
  await expect(scene.locator('.practice-outcome input')).toHaveCount(1 + course.cases.find((scenario) => scenario.id === id).practice.mistakes.length);
  await scene.getByLabel('Deal with it under the Feedback Policy').check();
  for (const yes of await scene.locator('.practice-option input[value=yes]').all()) await yes.check();
  // The last field is far down, and the story is still there, at its side.
  const last = place(`open-points-${id}`);
  await last.fill('Whether the head injury explains it');
  await last.scrollIntoViewIfNeeded();
  const [story, field] = [await scene.locator('.scenario-story').boundingBox(), await last.boundingBox()];
  expect(story.x + story.width).toBeLessThan(field.x);
  expect(story.y + story.height).toBeGreaterThan(field.y);
  expect(await violations(page)).toEqual([]);
  await button(scene, 'Compare with the policy').click();
  const lines = scene.locator('.compared');
  const { options: expected, practice: { mistakes } } = course.cases.find((scenario) => scenario.id === id);
  const options = Object.keys(expected).length;
  const asRequired = Object.values(expected).filter((status) => ['required', 'warranted'].includes(status)).length;
  await expect(lines).toHaveCount(1 + options);
  await expect(place(`decide-${id}`)).toHaveText(`${asRequired} of ${1 + options} as the policy has it, 1 close`);
  await expect(lines.first()).toContainText('Deal with it under the Feedback Policy');
  // It is near: the fact that would make it right is named.
  await expect(lines.first()).toContainText('Close');
  // It is a mistake that the case names, with why it is tempting and wrong.
  await expect(lines.first().locator('.compared-mistake')).toHaveText(mistakes.find(({ because }) => because.startsWith('Each call')).because);
  await expect(lines.first()).toContainText('It would be right with “New complaint or issue: Yes”.');
  await expect(lines.first()).toContainText('Review the contact, then write');
  await expect(lines.first().locator('.clause-link').first()).toHaveAttribute('href', /^\.\.\/policy\/.+\.html#notification\./);
  await expect(scene.locator('.practice-own')).toHaveText('Whether the head injury explains it');
  await scene.getByLabel('Whether the calls are unreasonable').check();
  await expect(scene.getByText('You saw 1 of 2, by your own count.')).toBeVisible();
  await expect(scene.locator('.practice-note')).toContainText('If you set a weekly limit');
  await expect(page.locator('.training-progress')).toContainText('1 of');
  expect(await violations(page)).toEqual([]);
  // What if somebody were in danger?
  await scene.getByLabel('Change a fact').selectOption({ label: 'People at risk' });
  await scene.locator('.what-if').getByLabel('Yes', { exact: true }).check();
  const changes = scene.locator('.what-if [role=status]');
  await expect(changes).toContainText('People at risk: No, now Yes');
  await expect(changes).toContainText('What to do now: Review the contact, then write, now Act on the risk.');
  await button(scene, 'Back to the facts of the case').click();
  await expect(changes).toHaveText('These are the facts of the case.');
  await button(scene, 'Decide it again').click();
  await expect(scene.locator('input:checked')).toHaveCount(0);
  // Which case was decided is kept, and nothing else of it.
  const { 'handbook-training': progress } = await kept(page);
  expect(JSON.parse(progress).cases).toEqual([id]);
  expect(progress).not.toContain('injury');
});

test('one case stands on the page at a time, and the list leads to the others and says which are decided', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const [first, second] = course.cases;
  const shown = page.locator('.scenario:visible > h2');
  await page.goto(pages.practice);
  await page.evaluate((decided) => localStorage.setItem('handbook-training/', JSON.stringify(decided)), { edition: course.edition, place: '', done: [], answers: {}, cases: [first.id], attempts: 0, best: null });
  await open(page, pages.practice);
  // It begins with the first that was not decided.
  await expect(shown).toHaveText([second.title]);
  const entries = page.locator('.case-list li');
  await page.locator('.case-list summary').click();
  await expect(entries).toHaveCount(course.cases.length);
  await expect(entries.first()).toContainText('Decided');
  await expect(entries.nth(1)).not.toContainText('Decided');
  expect(await violations(page)).toEqual([]);
  await entries.first().getByRole('link').click();
  await expect(shown).toHaveText([first.title]);
  await expect(shown.locator('span')).toBeFocused();
  await expect(page.locator('.case-list [aria-current]')).toHaveText(first.title);
  await page.locator('.scenario:visible').getByRole('button', { name: 'Decide this case again' }).click();
  const outcomes = await page.locator('.practice-outcome input').count();
  expect(outcomes).toBeGreaterThanOrEqual(3);
  expect(outcomes).toBeLessThanOrEqual(5);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.goto(`${pages.practice}#scenario-${course.cases.at(-1).id}`);
  await expect(shown).toHaveText([course.cases.at(-1).title]);
});

test('the browser’s way back leads to the case that the page began with, and what is done by hand stands where the app does not run', async ({ page }) => {
  const [first, second] = course.cases;
  const shown = page.locator('.scenario:visible > h2');
  await open(page, pages.practice);
  await expect(shown).toHaveText([first.title]);
  await expect(page).toHaveURL(new RegExp(`#scenario-${first.id}$`));
  const byHand = page.getByText('Which outcome does the policy lead to?');
  await expect(byHand).toBeHidden();
  await expect(page.getByText('The people and events are made up.')).toBeVisible();
  await page.locator('.case-list summary').click();
  await page.locator('.case-list').getByRole('link', { name: second.title, exact: true }).click();
  await expect(shown).toHaveText([second.title]);
  await page.goBack();
  await expect(shown).toHaveText([first.title]);
  await page.emulateMedia({ media: 'print' });
  await expect(byHand).toBeVisible();
});

test('a section on the screen prints alone, and from the list of sections all of them do', async ({ page }) => {
  const shown = page.locator('.course-text:visible');
  await open(page, `${pages.course}#course-section-${sections[1].id}`);
  await expect(openSection(page)).toHaveText([sections[1].title]);
  await page.emulateMedia({ media: 'print' });
  await expect(shown.locator('h2')).toHaveText([sections[1].title]);
  await expect(page.locator('main > p').first()).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await page.locator('.training-panel').getByRole('link', { name: 'All sections' }).click();
  await expect(openSection(page)).toHaveCount(0);
  await page.emulateMedia({ media: 'print' });
  await expect(shown).toHaveCount(sections.length);
});

test('by keyboard alone, in a window 320 pixels wide, a case is decided as the policy does', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const scenario = course.cases.find(({ id }) => id === 'chair-in-reception');
  await open(page, `${pages.practice}#scenario-${scenario.id}`);
  const scene = page.locator(`#scenario-${scenario.id}`);
  const to = async (locator) => {
    for (let presses = 0; presses < 60; presses += 1) {
      if (await locator.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error('the keyboard does not get there');
  };
  await scene.locator('h2').evaluate((element) => { element.tabIndex = -1; element.focus(); });
  await to(scene.getByRole('button', { name: 'Decide this case' }));
  await page.keyboard.press('Enter');
  await to(scene.locator('[name^="outcome-"]').first());
  await page.keyboard.press('Space');
  await expect(scene.getByLabel('Act on the risk')).toBeChecked();
  // The options stand in the order of the policy, which is that of the page.
  for (const question of await scene.locator('.practice-option').all()) {
    const status = scenario.options[(await question.getAttribute('id')).replace(`option-${scenario.id}-`, '')];
    await to(question.locator('input').first());
    await page.keyboard.press('Space');
    if (status === 'not-offered') await page.keyboard.press('ArrowDown');
    await expect(question.locator('input:checked')).toHaveValue(status === 'not-offered' ? 'no' : 'yes');
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await to(button(scene, 'Compare with the policy'));
  await page.keyboard.press('Enter');
  const all = 1 + Object.keys(scenario.options).length;
  await expect(scene.locator('h3').first()).toHaveText(`${all} of ${all} as the policy has it`);
  await expect(scene.locator('.practice-note')).toContainText(scenario.practice.right);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test('opened from a folder, the training works and keeps progress', async ({ page }) => {
  const file = (name) => `file://${join(process.env.HANDBOOK_SITE, name)}`;
  await open(page, `${file(pages.course)}#course-section-${sections[0].id}`);
  for (const { id } of questionsOf(0)) {
    await tick(page, id);
    await page.locator(`[data-id="${id}"]`).getByRole('button', { name: 'Check my answer' }).click();
  }
  await expect(page.locator(`[id="end-of-${sections[0].id}"]`)).toHaveText('You have finished this section.');
  await open(page, file(pages.course));
  await expect(page.locator('.training-progress')).toContainText('1 of');
});

test('where the training cannot run, everything can be read', async ({ page }) => {
  await page.addInitScript(() => { delete globalThis.WebAssembly; });
  for (const [address, text] of [[pages.course, '.course-text > p'], [pages.check, '.knowledge-check-pool .quiz-question h3'], [pages.practice, '.scenario details summary']]) {
    await page.goto(address);
    await expect(page.locator('.aid-failed[role=alert]')).toContainText('All of it stands below to read.');
    for (const part of await page.locator(text).all()) await expect(part).toBeVisible();
    expect(await page.locator(text).count()).toBeGreaterThan(20);
  }
});

/** What a learner reads who decides a case and then changes facts, with something done to the page after each step. */
const decideAndChange = async (page, between) => {
  await open(page, pages.practice);
  const scene = page.locator('#scenario-polite-but-heavy');
  const read = [];
  const step = async (action, words) => {
    await between();
    await action();
    read.push(await words.innerText());
  };
  const compare = () => button(scene, 'Compare with the policy').click();
  await step(() => scene.getByRole('button', { name: 'Decide this case' }).click(), scene.locator('.practice'));
  await step(compare, scene.getByRole('alert'));
  await step(() => scene.locator('.practice-outcome input').first().check(), scene.locator('.practice'));
  for (const yes of await scene.locator('.practice-option input[value=yes]').all()) await yes.check();
  await step(compare, scene.locator('.practice'));
  await step(() => scene.getByLabel('Whether the calls are unreasonable').check(), scene.locator('[role=status]').first());
  for (const fact of ['People at risk', 'Our service']) {
    await step(() => scene.getByLabel('Change a fact').selectOption({ label: fact }), scene.locator('.what-if'));
    for (const answer of ['Yes', 'No', 'Not sure']) {
      await step(() => scene.locator('.what-if').getByLabel(answer, { exact: true }).check(), scene.locator('.what-if'));
    }
  }
  await step(() => button(scene, 'Back to the facts of the case').click(), scene.locator('.what-if'));
  await step(() => button(scene, 'Leave this case').click(), page.locator('.training-progress'));
  return read;
};

test('a practice case on a page that the browser has translated reads as on one that it has not', async ({ page }) => {
  test.slow();
  const plain = await decideAndChange(page, async () => {});
  expect(new Set(plain).size).toBeGreaterThan(12);
  await page.evaluate(() => localStorage.clear());
  expect(await decideAndChange(page, () => translate(page))).toEqual(plain);
});

test('a knowledge check on a page that the browser has translated leads through its screens', async ({ page }) => {
  await open(page, pages.check);
  const headings = [];
  const press = async (name) => {
    await translate(page);
    await button(page, name).click();
    headings.push(await heading(page).innerText());
  };
  await press('Begin the knowledge check');
  await press('Continue');
  await expect(page.locator('.error-message')).toHaveText('Error: Choose an answer first');
  await tick(page, await asked(page));
  await press('Continue');
  await expect(page.locator('.error-message')).toHaveCount(0);
  await press('Back');
  const total = headings[0].split(' ').pop();
  expect(headings).toEqual([1, 1, 2, 1].map((number) => `Question ${number} of ${total}`));
  await expect(page.locator('.quiz h3')).toHaveCount(1);
});

test('practice for the knowledge check on a page that the browser has translated explains each answer and says how it went', async ({ page }) => {
  test.slow();
  await open(page, pages.check);
  const before = await kept(page);
  const press = async (name) => {
    await translate(page);
    await button(page, name).click();
  };
  await press('Practise');
  const of = 2 * course.training.outcomes.length;
  for (let number = 1; number <= of; number += 1) {
    await expect(heading(page)).toHaveText(`Practice question ${number} of ${of}`);
    const id = await asked(page);
    await press('Check my answer');
    await expect(page.locator('.error-message')).toHaveText('Error: Choose an answer first');
    await tick(page, id, number !== 2);
    await press('Check my answer');
    const answered = page.locator('.training-panel .quiz-answered');
    await expect(answered).toHaveCount(1);
    await expect(answered.locator('.mark')).toHaveText(number === 2 ? 'Not right. ' : 'Right. ');
    const { ask, choices } = course.training.questions.find((question) => question.id === id);
    await expect(answered.locator('h3')).toContainText(ask);
    await expect(answered.locator('.feedback-says')).toHaveText(choices.map(({ says }) => says));
    await press(number < of ? 'Next question' : 'See how it went');
    await expect(page.locator('.training-panel .quiz-answered')).toHaveCount(0);
  }
  await expect(heading(page)).toHaveText(`Practice: ${of - 1} of ${of} right`);
  await expect(page.locator('.answer-list > .answer-row > dd')).toHaveText(Array.from({ length: of }, (_, at) => (at === 1 ? 'Not right' : 'Right')));
  await press('Back to the beginning');
  await expect(button(page, 'Begin the knowledge check')).toBeVisible();
  expect(await kept(page)).toEqual(before);
});

test('a course on a page that the browser has translated says what was done', async ({ page }) => {
  await open(page, `${pages.course}#course-section-${sections[0].id}`);
  const end = page.locator(`[id="end-of-${sections[0].id}"]`);
  await expect(end).toHaveText(`${left(questionsOf(0).length)}. This section is finished when its questions are answered.`);
  for (const { id } of questionsOf(0)) {
    await translate(page);
    const form = page.locator(`[data-place-for="question"][data-id="${id}"]`);
    for (const [name, mark] of [['Check my answer', 'Not right. '], ['Answer again', null], ['Check my answer', 'Right. ']]) {
      if (name === 'Check my answer') await tick(page, id, mark === 'Right. ');
      await translate(page);
      await button(form, name).click();
      await expect(form.locator('.mark')).toHaveText(mark ? [mark] : []);
    }
  }
  await expect(end).toHaveText('You have finished this section.');
  await translate(page);
  await page.locator('.training-panel').getByRole('link', { name: 'All sections' }).click();
  await expect(page.locator('.training-progress')).toHaveText(`1 of ${sections.length} sections finished`);
  await expect(page.locator('.training-state').first()).toContainText('Finished.');
});
