// The course itself in a learning system: what a learner does in it is stored by a real runtime, and goes on at the next launch.
import { launch, leave, serveLearningSystem, test, withRuntime } from './learning-system.js';
import { course, questionsOf, take, tick } from './learner.js';
import { expect } from './strict.js';

let system;
test.beforeAll(async ({ packages }) => { system = await serveLearningSystem(packages); });
test.afterAll(() => system.close());

const [first, second] = course.training.sections;

for (const { standard, progress, place, verdict } of [
  { standard: '1.2', progress: (cmi) => cmi.suspend_data, place: (cmi) => cmi.core.lesson_location, verdict: (cmi) => [cmi.core.lesson_status, cmi.core.score.raw] },
  { standard: '2004', progress: (cmi) => cmi.suspend_data, place: (cmi) => cmi.location, verdict: (cmi) => [cmi.success_status, cmi.score.raw] },
]) {
  test(`SCORM ${standard}: a learner stops in the course, goes on at the next launch, and passes`, async ({ page }) => {
    test.slow();
    const stored = () => system.commits.at(-1).cmi;
    let frame = await launch(page, system, standard, withRuntime(standard));
    await frame.getByRole('link', { name: 'Begin with section 1' }).click();
    for (const { id } of questionsOf(0)) {
      await tick(frame, id);
      await frame.locator(`[data-place-for="question"][data-id="${id}"]`).getByRole('button', { name: 'Check my answer' }).click();
    }
    await frame.getByRole('link', { name: `Next: ${second.title}` }).click();
    await expect(frame.locator('.course-text:visible h2')).toHaveText(second.title);
    await leave(page);
    await expect.poll(() => place(stored())).toBe(second.id);
    expect(JSON.parse(progress(stored()))).toMatchObject({ done: [first.id], place: second.id });

    frame = await launch(page, system, standard, withRuntime(standard, system.commits.at(-1)));
    await expect(frame.locator('.training-progress')).toContainText('1 of');
    await frame.getByRole('link', { name: 'Go on with section 2' }).click();
    await frame.goto(frame.url().replace(/course\.html.*/, 'knowledge-check.html'));
    await frame.getByRole('button', { name: 'Begin the knowledge check' }).click();
    await take(frame, 18);
    await frame.getByRole('button', { name: 'Mark my answers' }).click();
    await expect(frame.locator('#knowledge-check-heading')).toHaveText('Passed: 18 of 20 right (90 per cent)');
    await frame.getByRole('button', { name: 'Make the completion record' }).click();
    // The system knows the name; the device is not asked to keep it, nor anything else.
    await expect(frame.getByLabel('Your name')).toHaveValue('Officer, A');
    expect(await frame.evaluate(() => [Object.keys(localStorage), Object.keys(sessionStorage)])).toEqual([[], []]);
    await leave(page);
    await expect.poll(() => verdict(stored())).toEqual(['passed', '90']);
    expect(JSON.parse(progress(stored()))).toMatchObject({ done: [first.id], attempts: 1, best: { right: 18, passed: true } });
  });
}

test('without a learning system the course goes on in this tab and says what is not reported', async ({ page }) => {
  await page.clock.install();
  let frame = await launch(page, system, '1.2', async () => {});
  // It looks for one for some seconds.
  await page.clock.runFor(11_000);
  await expect(frame.getByText('No learning system was found, so your progress and your result are not reported')).toBeVisible();
  await frame.getByRole('link', { name: 'Begin with section 1' }).click();
  const [{ id }] = questionsOf(0);
  await tick(frame, id);
  await frame.getByRole('button', { name: 'Check my answer' }).first().click();
  await expect(frame.locator(`[id="ask-${id}"] .mark`)).toHaveText('Right. ');
  expect(await frame.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 1]);
  frame = await launch(page, system, '1.2', async () => {});
  await page.clock.runFor(11_000);
  await expect(frame.getByRole('link', { name: 'Go on with section 1' })).toBeVisible();
});
