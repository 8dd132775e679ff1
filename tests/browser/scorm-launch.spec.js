// Where learning systems open a course, and how browsers take its page away and bring it back.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch, serveLearningSystem, test, withApi } from './learning-system.js';
import { expect } from './strict.js';

let system;
test.beforeAll(async ({ packages }) => { system = await serveLearningSystem(packages); });
// The training in the pages reports too. Without it, what is reported and when is for each test to say.
test.beforeEach(({ context }) => context.route('**/aid/start-training-*.js', (route) => route.abort()));
test.afterAll(() => system.close());

const calls = (page) => page.evaluate(() => window.calls.map(([call]) => call));

test('the API is found in the window that opened the course in one of its own', async ({ page, context }) => {
  await page.goto(system.address);
  await withApi('2004')(page);
  const opened = context.waitForEvent('page');
  await page.evaluate(() => { window.open('/2004/learning-system.html'); });
  const course = (await opened).frameLocator('iframe');
  await expect(course.locator('main h1')).toHaveText('The course');
  await expect.poll(() => calls(page)).toContain('Commit');
  await (await opened).close({ runBeforeUnload: true });
  await expect.poll(() => calls(page)).toContain('Terminate');
});

test('the API is found past a window of another site, which may not be asked', async ({ page, packages }) => {
  // The same server by another name, which browsers take for another site.
  const elsewhere = `${system.address.replace('localhost', 'learning.localhost')}between.html`;
  const between = `<!doctype html><title>Between</title><iframe src="${system.address}2004/learning-system.html"></iframe>`;
  writeFileSync(join(packages, 'between.html'), between);
  await page.goto(system.address);
  await withApi('2004')(page);
  await page.evaluate((source) => {
    const frame = document.createElement('iframe');
    frame.src = source;
    document.body.append(frame);
  }, elsewhere);
  await expect.poll(() => calls(page)).toContain('Commit');
});

test('a page that may be gone the next moment sends what it has, and one that comes back opens a session of its own', async ({ page }) => {
  const course = await launch(page, system, '1.2', withApi('1.2'));
  await expect.poll(() => calls(page)).toContain('LMSCommit');
  const atOnce = await course.parentFrame().evaluate(() => {
    window.learningSystem.keep('the last word');
    const before = window.top.calls.length;
    Object.defineProperty(document, 'visibilityState', { value: 'hidden' });
    document.dispatchEvent(new Event('visibilitychange'));
    return window.top.calls.slice(before);
  });
  expect(atOnce).toEqual([['LMSSetValue', 'cmi.suspend_data', 'the last word'], ['LMSCommit', '']]);

  // As browsers say it that kept the page in memory.
  await course.parentFrame().evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
  const sessions = async () => (await calls(page)).filter((call) => ['LMSInitialize', 'LMSFinish'].includes(call));
  await expect.poll(sessions).toEqual(['LMSInitialize', 'LMSFinish', 'LMSInitialize']);
});
