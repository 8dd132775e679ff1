// The site with the headers that it comes with: what they forbid stays forbidden, and how long files may be kept.
import { expect, test } from './strict.js';
import { aidPage, openAid } from './officer.js';

test('a script of this very build is loaded, and no other is', async ({ page, reports }) => {
  await openAid(page);
  const refused = await page.evaluate(() => {
    const { glue } = document.getElementById('decision-aid').dataset;
    const refusal = (action) => { try { action(); return null; } catch (error) { return error.name; } };
    return {
      own: refusal(() => ownScript(`../${glue}`)),
      elsewhere: refusal(() => ownScript('https://example.org/decision-aid.js')),
      noScript: refusal(() => ownScript('../index.html')),
      past: refusal(() => ownScript('../aid/decision-aid-00000000.js')),
      text: refusal(() => { document.createElement('script').src = `../${glue}`; }),
      markup: refusal(() => { document.createElement('p').innerHTML = 'hello'; }),
      policy: refusal(() => trustedTypes.createPolicy('another', {})),
    };
  });
  const [own, ...others] = Object.entries(refused);
  expect(own).toEqual(['own', null]);
  for (const [what, error] of others) expect(error, what).toBe('TypeError');
  await expect.poll(() => new Set(reports.map(({ effectiveDirective }) => effectiveDirective)))
    .toEqual(new Set(['require-trusted-types-for', 'trusted-types']));
  // These were asked for; the test of every journey is that there are none.
  reports.length = 0;
});

test('a page is asked for each time, and a file that is named after its bytes may be kept', async ({ page }) => {
  const answers = [];
  page.on('response', (response) => answers.push(response));
  await openAid(page);
  const named = answers.filter((answer) => /-[0-9a-f]{8}\.[a-z]+$/.test(answer.url()));
  expect(named.length).toBeGreaterThan(8);
  for (const answer of named) expect(answer.headers()['cache-control'], answer.url()).toContain('immutable');
  const { 'cache-control': kept = '', ...others } = (await page.request.get(aidPage)).headers();
  expect(kept).not.toMatch(/immutable|max-age=[1-9]/);
  expect(others['content-security-policy']).toContain("frame-ancestors 'none'");
  expect(others).toMatchObject({ 'referrer-policy': 'no-referrer', 'x-content-type-options': 'nosniff', 'cross-origin-opener-policy': 'same-origin' });
  expect(others['permissions-policy']).toContain('camera=()');
});

test('the browser has no complaint about the headers', async ({ page }) => {
  const complaints = [];
  page.on('console', (message) => { if (['error', 'warning'].includes(message.type())) complaints.push(message.text()); });
  await openAid(page);
  // Playwright itself says that it keeps service workers out.
  expect(complaints.filter((text) => !text.includes('blocked by Playwright'))).toEqual([]);
});
