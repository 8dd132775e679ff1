// What the course reports from inside a learning system: read back from a real runtime, and from systems that are absent,
// late or broken.
import { launch, leave, serveLearningSystem, test, withApi, withRuntime } from './learning-system.js';
import { expect } from './strict.js';

let system;
// The training in the pages reports too. Without it, what is reported and when is for each test to say.
test.beforeEach(({ context }) => context.route('**/aid/start-training-*.js', (route) => route.abort()));
test.beforeEach(async ({ packages }) => { system = await serveLearningSystem(packages); });
test.afterEach(() => system.close());

const ask = (course, what) => course.evaluate((name) => window.parent.learningSystem[name](), what);
const keep = (course, text) => course.evaluate((kept) => window.parent.learningSystem.keep(kept), text);
const report = (course, said) => course.evaluate((words) => window.parent.learningSystem.report(words), said);
const problem = (course) => expect.poll(() => ask(course, 'problem'), { timeout: 15_000 });

/** The frame of the course goes to a clause and shows it. */
async function followsALink(page) {
  const frame = page.frameLocator('iframe').frameLocator('iframe');
  await frame.locator('main a[href*="policy/prior-notification.html#"]').filter({ visible: true }).first().click();
  await expect(frame.locator('main h1')).toHaveText('Prior notification');
  return page.frames().find((found) => found.url().includes('prior-notification'));
}

/** What was stored, under the names that both versions share here. */
const read = {
  1.2: ({ core, suspend_data: progress }) => ({
    progress, location: core.lesson_location, status: core.lesson_status, raw: core.score.raw, exit: core.exit, time: core.session_time,
  }),
  2004: (cmi) => ({
    progress: cmi.suspend_data, location: cmi.location, status: `${cmi.completion_status} ${cmi.success_status}`, raw: cmi.score.raw,
    exit: cmi.exit, time: cmi.session_time, scaled: cmi.score.scaled, share: cmi.progress_measure,
  }),
};

for (const { standard, failed, passed, time } of [
  {
    standard: '1.2',
    failed: { status: 'failed', raw: '60', location: 'danger' },
    passed: { status: 'passed', raw: '90', location: 'review' },
    time: /^00:00:0[1-9]$/,
  },
  {
    standard: '2004',
    failed: { status: 'incomplete failed', raw: '60', scaled: '0.6', share: '0.4', location: 'danger' },
    passed: { status: 'completed passed', raw: '90', scaled: '0.9', share: '1', location: 'review' },
    time: /^PT[1-9]S$/,
  },
]) {
  test(`SCORM ${standard}: the runtime stores what is reported and gives it back at the next launch`, async ({ page }) => {
    const { commits } = system;
    const stored = () => read[standard](commits.at(-1).cmi);
    await page.clock.install();
    let course = await launch(page, system, standard, withRuntime(standard));
    expect(await ask(course, 'learner')).toBe('Officer, A');
    expect(await ask(course, 'stored')).toBe('');
    await expect.poll(() => commits.length).toBe(1);
    expect(stored()).toMatchObject({ status: standard === '1.2' ? 'incomplete' : 'incomplete unknown', exit: 'suspend' });

    // What changes at one moment is one commit, and the last of it counts.
    await keep(course, 'too early');
    await keep(course, '{"read":["danger"]}');
    await report(course, { share: 0.4, score: 60, passed: false, location: 'danger' });
    await expect.poll(() => commits.length).toBe(2);
    expect(stored()).toMatchObject({ progress: '{"read":["danger"]}', ...failed });
    expect(await ask(course, 'problem')).toBe('');
    // Sessions are counted in seconds, so that one has to pass.
    await page.clock.runFor(1000);
    await leave(page);
    await expect.poll(() => stored().time).toMatch(time);
    expect(stored()).toMatchObject({ progress: '{"read":["danger"]}', exit: 'suspend', ...failed });

    course = await launch(page, system, standard, withRuntime(standard, commits.at(-1)));
    expect(await ask(course, 'stored')).toBe('{"read":["danger"]}');
    // Not every page has a verdict to tell, and none is lost by that.
    await report(course, { share: 0.5, score: null, passed: null, location: 'danger' });
    await leave(page);
    await expect.poll(() => stored()).toMatchObject({ ...failed, ...(standard === '2004' && { share: '0.5' }) });

    course = await launch(page, system, standard, withRuntime(standard, commits.at(-1)));
    await report(course, { share: 1, score: 90, passed: true, location: 'review' });
    await report(course, { share: 1, score: 50, passed: false, location: 'review' });
    // Left at once: what was not yet sent is sent at the end.
    await leave(page);
    await expect.poll(() => stored()).toMatchObject(passed);

    course = await launch(page, system, standard, withRuntime(standard, commits.at(-1)));
    await report(course, { share: 1, score: 0, passed: false, location: 'review' });
    const before = commits.length;
    await leave(page);
    await expect.poll(() => commits.length).toBeGreaterThan(before);
    expect(stored()).toMatchObject({ progress: '{"read":["danger"]}', ...passed });
  });

  test(`SCORM ${standard}: a session is opened once and ended once, whatever pages are read in it`, async ({ page }) => {
    const course = await launch(page, system, standard, withApi(standard));
    await keep(course, 'kept on the first page');
    const clause = await followsALink(page);
    expect(await ask(clause, 'stored')).toBe('kept on the first page');
    await keep(clause, 'kept on the second page');
    await leave(page);
    const calls = await page.evaluate(() => window.calls);
    const [opens, ends] = standard === '1.2' ? ['LMSInitialize', 'LMSFinish'] : ['Initialize', 'Terminate'];
    expect(calls.filter(([call]) => call === opens)).toEqual([[opens, '']]);
    expect(calls.filter(([call]) => call === ends)).toEqual([[ends, '']]);
    expect([calls[0][0], calls.at(-1)[0]]).toEqual([opens, ends]);
    const progress = calls.filter(([call, element]) => call.endsWith('SetValue') && element === 'cmi.suspend_data');
    expect(progress.at(-1)[2]).toBe('kept on the second page');
  });

  test(`SCORM ${standard}: a learning system that fails keeps nobody from the course, and the course can say so`, async ({ page }) => {
    const notOpened = 'The learning system did not open your record, so your progress and your result are not reported yet; the course goes on.';
    const set = standard === '1.2' ? 'LMSSetValue' : 'SetValue';
    const verdict = standard === '1.2' ? 'cmi.core.lesson_status' : 'cmi.completion_status';
    const resent = 'which will be sent again with your next step; the course goes on.';
    for (const [wrong, says] of [
      [{ answers: { [standard === '1.2' ? 'LMSInitialize' : 'Initialize']: 'false' } }, notOpened],
      [{ throws: true }, notOpened],
      [{ answers: { [`${set} cmi.suspend_data`]: 'false' } }, `The learning system did not take your progress, ${resent}`],
      [{ answers: { [`${set} ${verdict}`]: 'false' } }, `The learning system did not take your result, ${resent}`],
      [{ answers: { [`${set} cmi.suspend_data`]: 'false', [`${set} ${verdict}`]: 'false' } }, `The learning system did not take your result and your progress, ${resent}`],
    ]) {
      const course = await launch(page, system, standard, withApi(standard, wrong));
      await keep(course, 'kept all the same');
      await report(course, { share: 0.1, score: null, passed: null, location: 'danger' });
      await problem(course).toBe(says);
      const clause = await followsALink(page);
      expect(await ask(clause, 'stored')).toBe('kept all the same');
      await leave(page);
    }
  });
}

test('without a learning system the course says so once it has looked for some seconds', async ({ page }) => {
  await page.clock.install();
  const course = await launch(page, system, '2004');
  await keep(course, 'kept');
  await page.clock.runFor(9000);
  expect(await ask(course, 'problem')).toBe('');
  await page.clock.runFor(2000);
  const says = 'No learning system was found, so your progress and your result are not reported; the course goes on.';
  expect(await ask(course, 'problem')).toBe(says);
  const clause = await followsALink(page);
  expect(await ask(clause, 'stored')).toBe('kept');
});

test('a learning system that turns up late gives back what it kept, and the course is told', async ({ page }) => {
  const { commits } = system;
  await page.clock.install();
  const course = await launch(page, system, '1.2');
  await course.evaluate(() => {
    const { learningSystem } = window.parent;
    window.heard = [];
    learningSystem.onChange(() => { throw new Error('A page may be broken too'); });
    learningSystem.onChange(() => {
      window.heard.push(learningSystem.stored());
      if (learningSystem.stored() === 'from the last time') learningSystem.keep('both together');
    });
    learningSystem.keep('from this time');
    learningSystem.report({ share: 0.2, score: 30, passed: false, location: 'danger' });
  });
  await page.clock.runFor(2000);
  expect(await ask(course, 'problem')).toBe('');
  await withRuntime('1.2', { cmi: { suspend_data: 'from the last time', core: { lesson_status: 'passed', score: { raw: '85' } } } })(page);
  await expect.poll(() => commits.length).toBe(1);
  // What had been kept came first, and only what the page made of it was stored. A pass outlasts an attempt that knew of none.
  expect(await course.evaluate(() => window.heard)).toEqual(['from the last time']);
  expect(read['1.2'](commits[0].cmi)).toMatchObject({ progress: 'both together', status: 'passed', raw: '85', location: 'danger' });
  expect(await ask(course, 'problem')).toBe('');
});

test('a commit that fails is made again with the next change, and the course hears of both', async ({ page }) => {
  const { commits } = system;
  const course = await launch(page, system, '1.2', withRuntime('1.2'));
  await expect.poll(() => commits.length).toBe(1);
  system.failNext();
  await course.evaluate(() => {
    window.heard = [];
    window.parent.learningSystem.onChange(() => window.heard.push(window.parent.learningSystem.problem()));
    window.parent.learningSystem.keep('one');
  });
  const says = 'The learning system did not save your last step, so it will be sent again with your next one; the course goes on.';
  await problem(course).toBe(says);
  expect(commits).toHaveLength(1);
  // Even a step that brings nothing new.
  await keep(course, 'one');
  await problem(course).toBe('');
  expect(await course.evaluate(() => window.heard)).toEqual([says, '']);
  expect(read['1.2'](commits.at(-1).cmi)).toMatchObject({ progress: 'one' });
});

for (const [standard, most] of [['1.2', 4096], ['2004', 64000]]) {
  test(`SCORM ${standard}: progress that is too long is not stored, and the rest is`, async ({ page }) => {
    const { commits } = system;
    const course = await launch(page, system, standard, withRuntime(standard));
    await keep(course, 'x'.repeat(most));
    await expect.poll(() => commits.at(-1)?.cmi.suspend_data.length).toBe(most);
    await keep(course, 'x'.repeat(most + 1));
    expect(await ask(course, 'problem')).toBe('Your progress is too long for the learning system, so only this browser keeps it; your result is reported, and the course goes on.');
    await report(course, { share: 1, score: 100, passed: true, location: 'review' });
    await expect.poll(() => read[standard](commits.at(-1).cmi)).toMatchObject({ raw: '100', location: 'review', progress: 'x'.repeat(most) });
    await keep(course, 'shorter');
    await problem(course).toBe('');
    await expect.poll(() => commits.at(-1).cmi.suspend_data).toBe('shorter');
  });
}

test('nothing that a page may say is too much for it', async ({ page }) => {
  const { commits } = system;
  const course = await launch(page, system, '2004', withRuntime('2004'));
  await course.evaluate(() => {
    const { learningSystem } = window.parent;
    learningSystem.report();
    learningSystem.report({ share: NaN, score: '80', passed: 'yes', location: 7 });
    learningSystem.report({ share: 7, score: -3, location: 'p'.repeat(2000) });
    learningSystem.onChange('no function');
  });
  await expect.poll(() => read['2004'](commits.at(-1)?.cmi ?? { score: {} }))
    .toMatchObject({ status: 'incomplete unknown', share: '1', raw: '0', scaled: '0', location: 'p'.repeat(1000) });
  expect(await ask(course, 'problem')).toBe('');
});

test('a link that leads out of the handbook opens beside the course', async ({ page, context }) => {
  await context.route('https://www.cambridgeshire.gov.uk/**', (route) => route.fulfill({ body: 'Elsewhere' }));
  await launch(page, system, '2004', withApi('2004'));
  const clause = await followsALink(page);
  const opened = context.waitForEvent('page');
  await clause.locator('a[href^="https://www.cambridgeshire.gov.uk/"]').first().click();
  await expect((await opened).locator('body')).toHaveText('Elsewhere');
  await expect(clause.locator('main h1')).toHaveText('Prior notification');
});
