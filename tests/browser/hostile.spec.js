// Texts that are written to run: in a case, in the names of files, in case files for the register and the report, in the search and
// in addresses. Each is shown as it was written. The content policy would stop a script, so it is the elements that are looked for.
import { expect, test } from './strict.js';
import { caseFile, decision } from './case-history.js';
import { decided } from './cases.js';
import { atScreen, button, choose, download, goTo, openAid, openCase } from './officer.js';
import { textOf } from './office-file.js';

const hostile = '"><img src=x onerror="globalThis.owned=1"><svg/onload=globalThis.owned=1></textarea><script>globalThis.owned=1</script> [x](javascript:alert(1)) {{7*7}} \u202e';

/** Elements that no page has unless a text became one, and whether any of them ran. */
const escaped = (page) => page.evaluate(() => {
  const found = [...document.querySelectorAll('img[src="x"], [onerror], [onload], [onclick], svg[onload], a[href^="javascript:" i], script:not([src]), iframe, object, embed, base')];
  return [...found.map(({ outerHTML }) => outerHTML), ...(globalThis.owned ? ['it ran'] : [])];
});

/** Every text of the case that is words, and no choice, number or date. */
const hostileTexts = Object.fromEntries(Object.entries(decided.texts).map(([key, words]) => [key, /\s/.test(words) ? `${words} ${hostile}` : words]));

test('what an officer writes stays text on every screen, in the letter, on paper and in files', async ({ page }) => {
  test.slow();
  await openCase(page, { ...decided, texts: { ...hostileTexts, 'record/case-reference': `CH-1 ${hostile}` } });
  for (const stage of ['Safety', 'Our part', 'Result', 'Decision', 'Letter']) {
    await goTo(page, stage);
    expect(await escaped(page), stage).toEqual([]);
    expect(await page.title(), stage).not.toContain('onerror');
  }
  await goTo(page, 'What comes next');
  await atScreen(page, 'done');
  await expect(page.locator('.case-reference')).toContainText('onerror');
  const markdown = await download(page, 'Download as Markdown', 'the record');
  expect(markdown.text).toContain('onerror');
  expect(markdown.text.replaceAll('\\<', '')).not.toContain('<');
  expect(markdown.text).not.toContain('[x](javascript:');
  expect(markdown.name).not.toMatch(/[<>:"/\\|?*\p{Cc}\u202e]/u);
  const word = await download(page, 'Download for Word', 'the record');
  expect(textOf(word)).toContain('&lt;img src=x onerror=');
});

test('a case file and its name stay text, whatever they hold', async ({ page }) => {
  await openAid(page);
  for (const content of [
    hostile,
    JSON.stringify({ format: hostile, 'format-version': hostile }),
    `{"format":"customer-handling-case","format-version":2,"case-id":${JSON.stringify(hostile)},"calendar-sequence":0,"entries":[],"__proto__":{"owned":1},"constructor":{"prototype":{"owned":1}}}`,
    JSON.stringify({
      format: 'customer-handling-case', 'format-version': 2, 'case-id': hostile, 'calendar-sequence': 0,
      entries: [{ kind: hostile, 'policy-version': hostile, outcome: hostile, answers: { [hostile]: hostile }, texts: { [hostile]: hostile }, options: { [hostile]: hostile } }],
    }),
  ]) {
    await choose(page, content, `${hostile}.json`);
    await expect(page.getByRole('alert').filter({ visible: true }).first().or(page.locator('.result'))).toBeVisible();
    expect(await escaped(page), content).toEqual([]);
    expect(await page.evaluate(() => ({}).owned)).toBe(undefined);
  }
});

test('case files of others stay text in the register and the report, and in their tables', async ({ page }) => {
  const files = [
    caseFile(`${hostile}.json`, 'case-1', [decision(`CH-1 ${hostile}`, '2026-03-01', { says: hostile, review: '2026-09-01', told: [hostile, '=HYPERLINK("https://example.org")'] })]),
    { name: `broken ${hostile}.json`, mimeType: 'application/json', buffer: Buffer.from(hostile) },
  ];
  for (const address of ['officers/register.html', 'officers/report.html']) {
    await page.goto(address);
    await page.locator('#today').fill('2026-11-27');
    await page.locator('#case-files').setInputFiles(files);
    await expect(page.locator('.casebook-result')).toBeVisible();
    expect(await escaped(page), address).toEqual([]);
  }
});

test('what is searched for, and what stands in an address, stays text', async ({ page }) => {
  await page.goto(`index.html?${hostile}#${hostile}`);
  expect(await escaped(page)).toEqual([]);
  const field = page.getByRole('searchbox', { name: 'Search' });
  for (const words of [hostile, '<img src=x onerror=alert(1)> letter', '__proto__', 'constructor', 'letter <b>']) {
    await field.fill(words);
    await expect(page.getByRole('search').getByRole('status')).not.toBeEmpty();
    expect(await escaped(page), words).toEqual([]);
  }
  await page.goto(`officers/check.html?${hostile}#${hostile}`);
  await expect(button(page, 'Continue')).toBeVisible();
  expect(await escaped(page)).toEqual([]);
});
