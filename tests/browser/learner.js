// What a learner does with the training, for journeys: the right answers come from the course that the site was built with.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from '@playwright/test';

const files = join(process.env.HANDBOOK_SITE, 'aid');
const script = readdirSync(files).find((file) => /^course-[0-9a-f]{8}\.js$/.test(file));
await import(pathToFileURL(join(files, script)).href);

/** The course as the browser gets it. */
export const course = JSON.parse(globalThis.trainingCourse);

export const pages = { course: 'training/course.html', practice: 'training/cases.html', check: 'training/knowledge-check.html' };

const question = (id) => course.training.questions.find((question) => question.id === id);

/** The questions that follow the section at a place. */
export const questionsOf = (section) => course.training.questions.filter((question) => question.section === section);

/** Opens a page of the training and waits until it is at work. */
export async function open(page, address) {
  await page.goto(address);
  await expect(page.locator('.training-panel')).toBeVisible();
}

/** Ticks the choices of the question on screen that are right, or the first that is wrong. */
export async function tick(page, id, rightly = true) {
  const { choices } = question(id);
  const wrong = choices.findIndex(({ right }) => !right);
  for (const [place, { right }] of choices.entries()) {
    if (rightly ? right : place === wrong) await page.locator(`[id="choice-${id}-${place}"]`).check();
  }
}

/** The id of the question of the knowledge check on screen. */
export const asked = async (page) => (await page.locator('.training-panel .quiz h3').getAttribute('id')).replace('ask-', '');

/** Takes the knowledge check that is on screen, with so many right answers, up to the screen before it is marked. Gives the ids. */
export async function take(page, rightOnes) {
  const ids = [];
  while (await page.locator('.training-panel .quiz').count()) {
    const id = await asked(page);
    await tick(page, id, ids.length < rightOnes);
    await page.getByRole('button', { name: 'Continue' }).click();
    ids.push(id);
    await expect(page.locator(`[id="ask-${id}"]`)).toHaveCount(0);
  }
  return ids;
}

/** What this device keeps. */
export const kept = (page) => page.evaluate(() => Object.fromEntries(Object.entries(localStorage).map(([key, text]) => [key.split('/')[0], text])));
