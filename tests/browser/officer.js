// What an officer does with the aid, for journeys: open it, answer what a screen asks, go on, read where it has come to.
import { expect } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { kept } from './cases.js';

export const aidPage = 'officers/check.html';

/** The heading of the screen, which has the focus when the screen begins. */
export const heading = (page) => page.locator('#aid-heading');

/** The one main button of the screen. */
export const mainButton = (page) => page.locator('.screen .actions .button');

/** The row of a question. */
export const row = (page, question) => page.locator(`.rows > [data-question="${question}"]`);

/** The box or radio button of an answer. */
export const choice = (page, question, value) => page.locator(`[id="${question}-${value}"]`);

/** The field that a text is written in, by its key. */
export const text = (page, key) => page.locator(`[id="${key}"]`);

/** An option of the decision, and the box that takes it. */
export const option = (page, id) => page.locator(`[data-option="${id}"]`);
export const take = (page, id) => text(page, `taken/${id}`);

/** A stage of the list at the side, by its name. */
export const stage = (page, name) => page.locator('.stages li').filter({
  has: page.locator(':is(.link-button, .stage-name)').filter({ hasText: new RegExp(`^${name}$`) }),
});

/**
 * Waits until the whole program answers, or the first one, which `left` of two are still to follow. See `strict.js`; what the
 * title says is said by a program.
 */
export async function running(page, left = 0) {
  await page.waitForFunction((most) => globalThis.programsToCome <= most, left);
  await expect(page).toHaveTitle(/^(Error: )?.+ – .+ - .+/);
  await expect(heading(page)).toBeVisible();
}

/** Opens the aid and waits until the whole program answers. */
export async function openAid(page, url = aidPage) {
  await page.goto(url);
  await running(page);
}

/** The button with these words; where several have them, the one about something, which only its name says. */
export const button = (page, words, about) => page.getByRole('button', {
  name: about ? new RegExp(`^${words} ?: ${about}$`) : words, exact: true,
});

/** Presses the button with these words. */
export async function go(page, words, about) {
  await button(page, words, about).first().click();
}

/** Goes to the screen of a stage from the list at the side. */
export async function goTo(page, name) {
  await stage(page, name).getByRole('button', { name, exact: true }).click();
}

/** The screen, as the history of the browser keeps it, such as `questions safety 0`. */
export const screenOf = async (page) => (await stepOf(page)).replace(/^\d+ /, '');
const stepOf = (page) => page.evaluate(() => history.state);

/** Waits for a screen. */
export const atScreen = (page, screen) => expect.poll(() => screenOf(page)).toBe(screen);

/** Presses the main button, or another one, and waits for the screen that follows. */
export async function goOn(page, button = mainButton(page)) {
  const before = await stepOf(page);
  await button.click();
  await expect.poll(() => stepOf(page)).not.toBe(before);
  await expect(heading(page)).toBeVisible();
}

/** Answers a question on screen: with a value, or with several where it takes several. */
export async function answer(page, question, value) {
  for (const one of [value].flat()) await choice(page, question, one).check();
}

/** The questions on screen that nobody has answered yet, in order. */
export const unanswered = (page) => page.locator('.rows > fieldset').evaluateAll((rows) => rows
  .filter((row) => !row.querySelector('.answers input:checked')).map((row) => row.dataset.question));

/** Answers every question on screen, also those that the answers bring. Gives their ids in the order answered. */
export async function answerScreen(page, answers) {
  const asked = [];
  for (let [id] = await unanswered(page); id; [id] = await unanswered(page)) {
    if (!(id in answers)) throw new Error(`no answer for “${id}”, asked after ${asked.join(', ')}`);
    if (asked.includes(id)) throw new Error(`“${id}” does not keep its answer`);
    await answer(page, id, answers[id]);
    asked.push(id);
  }
  return asked;
}

/** Answers screen after screen up to the result, and gives the ids of the questions in the order answered. */
export async function walk(page, answers) {
  const asked = [];
  while ((await screenOf(page)).startsWith('questions')) {
    asked.push(...await answerScreen(page, answers));
    await goOn(page);
  }
  await expect(page.locator('.result')).toBeVisible();
  return asked;
}

/** What the tab keeps of the case on screen: its answers and texts, of all that a case file has. */
export const keptInTab = (page) => page.evaluate(() => {
  const kept = JSON.parse(sessionStorage.getItem('decision-aid'));
  // The first program keeps no more than these.
  const { answers, texts } = kept?.entries?.at(-1) ?? kept ?? {};
  return { answers, texts };
});

/** A case file with something else in its last entry, which is the case on screen. */
export const withEntry = (file, change) => ({
  ...file, entries: [...file.entries.slice(0, -1), { ...file.entries.at(-1), ...change }],
});

/**
 * Opens the aid with a case that this tab kept, as after a reload: at the first question without an answer, or at the result.
 * It is kept as an earlier build kept it. The journeys that click through compare what the aid keeps with what is put here.
 */
export async function openCase(page, theCase) {
  // Another page first: the storage is the tab's, and the aid is not there yet to write in it.
  await page.goto('index.html');
  await page.evaluate((kept) => sessionStorage.setItem('decision-aid', kept), JSON.stringify(kept(theCase)));
  await openAid(page);
}

/** A file that was downloaded: its name, and what is in it as bytes and as text. */
export async function contentOf(file) {
  const bytes = readFileSync(await file.path());
  return { name: file.suggestedFilename(), bytes, text: bytes.toString('utf8') };
}

/** Presses what a function presses and gives the file that comes of it. */
export async function downloadOf(page, press) {
  const [file] = await Promise.all([page.waitForEvent('download'), press()]);
  return contentOf(file);
}

/** Presses a button and gives the file that it downloads. */
export const download = (page, words, about) => downloadOf(page, () => go(page, words, about));

/** Saves the case from the case bar. */
export const saveCase = (page) => download(page, 'Save');

/** Chooses a case file on the first screen. */
export async function choose(page, content, name = 'case.json') {
  const box = page.locator('.open-case');
  if (!(await box.evaluate((details) => details.open))) await box.locator('summary').click();
  const buffer = Buffer.from(typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content));
  await page.locator('#case-file').setInputFiles({ name, mimeType: 'application/json', buffer });
}

/** Removes the case from the tab, and waits for the first screen. */
export async function clear(page, first = 'questions safety 0') {
  await go(page, 'Clear everything');
  await go(page, 'Remove everything');
  await atScreen(page, first);
}
