// What an officer does with the aid, for journeys: open it, answer by question id, read the result.
import { expect } from '@playwright/test';

export const aidPage = 'officers/check.html';

/** Opens the aid and waits for its first question. */
export async function openAid(page, url = aidPage) {
  await page.goto(url);
  await expect(page.locator('.question-heading')).toBeVisible();
}

/** The id of the question on screen, or null on another screen. A danger interrupts once, and is passed. */
export async function questionOnScreen(page) {
  await expect(page.locator('#aid-heading')).toHaveCount(1);
  const goOn = page.getByRole('button', { name: 'Go on with the questions' });
  if (await goOn.count()) {
    await goOn.click();
    await expect(goOn).toHaveCount(0);
  }
  const form = page.locator('form.question');
  return (await form.count()) ? form.getAttribute('data-question') : null;
}

/** Ticks an answer (a value, or a list for boxes) without continuing. */
export async function tick(page, answer) {
  for (const value of [answer].flat()) await page.locator(`.answer input[value="${value}"]`).check();
}

/** Answers the question on screen and goes on. */
export async function answer(page, value) {
  const before = await questionOnScreen(page);
  await tick(page, value);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.locator(`form.question[data-question="${before}"]`)).toHaveCount(0);
}

/** Goes to the screen that a button leads to. */
export async function go(page, name) {
  await page.getByRole('button', { name, exact: true }).first().click();
}

/** Answers whatever is asked from `answers`, goes to the result, and gives the ids in the order asked. */
export async function walk(page, answers) {
  const asked = await answerAll(page, answers);
  await go(page, 'Show the result');
  await expect(page.locator('.result')).toBeVisible();
  return asked;
}

/** Answers whatever is asked from `answers`, up to the screen of all answers. */
export async function answerAll(page, answers) {
  const asked = [];
  for (let id = await questionOnScreen(page); id; id = await questionOnScreen(page)) {
    if (!(id in answers)) throw new Error(`no answer for “${id}”, asked after ${asked.join(', ')}`);
    asked.push(id);
    await answer(page, answers[id]);
  }
  return asked;
}

const none = 'none of these';

/** Nobody is at risk, and the checks are met. */
const ground = {
  criminal: 'no', 'people-at-risk': 'no', 'immediate-risk': 'no', 'vulnerable-at-risk': 'no',
  'our-service': 'yes', 'restriction-in-force': 'no', 'short-term-in-force': 'no', 'new-issue': 'no', 'other-route': none,
  investigated: 'yes', 'preferred-contact': 'yes', 'deadlines-given': 'yes', 'new-information': 'no',
};

/** The customer writes far too often. */
const conduct = {
  behaviour: ['excessive-demands'], contacts: ['too-frequent'], hinders: 'yes', 'only-criticism': 'no',
  'only-challenge': 'no', 'thoroughly-dealt': 'no', 'threatens-staff': 'no', 'possible-disability': 'no', where: ['email'],
};

/** Cases with the outcome that the policy gives, each with the answers that are asked for and no others. */
export const cases = {
  mayDecide: {
    outcome: 'may-decide',
    answers: {
      ...ground, ...conduct, regular: 'yes', 'contact-review': 'found-unreasonable', 'written-notice': 'yes', modified: 'no',
      'named-officer': 'yes', 'assessment-done': 'yes', factors: 'yes', health: 'yes',
    },
  },
  writeFirst: {
    outcome: 'write-first',
    answers: { ...ground, ...conduct, regular: 'yes', 'contact-review': 'not-done', health: 'yes' },
  },
  notReady: {
    outcome: 'not-ready',
    answers: { ...ground, investigated: 'no', departed: 'no' },
  },
  actOnRisk: {
    outcome: 'act-on-risk',
    answers: {
      ...ground, ...conduct, 'people-at-risk': 'yes', 'immediate-risk': 'yes', behaviour: ['inappropriate-acts'],
      'threatens-staff': 'yes', 'named-officer': 'no', health: 'no', 'contact-review': 'not-done',
    },
  },
};

/** A case as the tab keeps it: its answers, and the texts that were written in it. */
export const kept = ({ answers, texts = {} }) => ({
  answers: Object.fromEntries(Object.entries(answers).map(([id, value]) => [id, value === none ? [] : value])),
  texts,
});

/** What the tab keeps of the case on screen: its answers and texts, of all that a case file has. */
export const keptInTab = (page) => page.evaluate(() => {
  const { answers, texts } = JSON.parse(sessionStorage.getItem('decision-aid')).entries.at(-1);
  return { answers, texts };
});

/** A case file with something else in its last entry, which is the case on screen. */
export const withEntry = (file, change) => ({
  ...file, entries: [...file.entries.slice(0, -1), { ...file.entries.at(-1), ...change }],
});

/**
 * Opens the aid with a case that this tab kept, as after a reload: all its answers where there are all, else the next
 * question. The journeys that click through compare what the aid keeps with what is put here.
 */
export async function openCase(page, theCase) {
  // Another page first: the storage is the tab's, and the aid is not there yet to write in it.
  await page.goto('index.html');
  await page.evaluate((text) => sessionStorage.setItem('decision-aid', text), JSON.stringify(kept(theCase)));
  await page.goto(aidPage);
  await expect(page.locator('#aid-heading')).toBeVisible();
}

/** Opens the aid with a case that this tab kept, at its result. */
export async function openResult(page, theCase) {
  await openCase(page, theCase);
  await go(page, 'Show the result');
  await expect(page.locator('.result')).toBeVisible();
}
