// The PDFs that `build --pdf` prints: tagged, in a language, with bookmarks, and with nothing of the machine in them.
import { expect, test } from '@playwright/test';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocumentProxy } from 'unpdf';

const root = join(import.meta.dirname, '..', '..');
const out = mkdtempSync(join(tmpdir(), 'handbook-pdf-'));
const site = join(out, 'site');

test.describe.configure({ mode: 'serial' });

test.beforeAll(({ browserName: _ }, testInfo) => {
  testInfo.setTimeout(180_000);
  const CHROMIUM = process.env.CHROMIUM || testInfo.project.use.launchOptions?.executablePath;
  execFileSync(process.env.HANDBOOK_COMMAND, ['build', '--pdf', '--book', root, '--out', site], { cwd: root, env: { ...process.env, ...(CHROMIUM && { CHROMIUM }) } });
});

test.afterAll(() => rmSync(out, { recursive: true, force: true }));

/** A PDF as its readers see it: what it says of itself, its bookmarks, its tags, its links and its words. */
async function read(name) {
  const pdf = await getDocumentProxy(new Uint8Array(readFileSync(join(site, name))), { verbosity: 0 });
  const [{ info }, marks, outline] = [await pdf.getMetadata(), await pdf.getMarkInfo(), await pdf.getOutline()];
  const [roles, links] = [new Set(), []];
  let text = '';
  const visit = (node) => { if (node?.role) roles.add(node.role); node?.children?.forEach(visit); };
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    visit(await page.getStructTree());
    text += (await page.getTextContent()).items.map(({ str, hasEOL }) => str + (hasEOL ? ' ' : '')).join('');
    links.push(...(await page.getAnnotations()).map(({ url, dest }) => url ?? dest));
  }
  return { info, marked: marks?.Marked, outline, roles: [...roles], links, text: text.replace(/\s+/g, ' '), pages: pdf.numPages };
}

const kept = ['policy/whole-policy', 'officers/checklist', 'letters/on-the-spot-notice', 'letters/warning-letter', 'letters/decision-letter', 'letters/review-letter'];

for (const name of kept) {
  test(`${name}.pdf is tagged, in English, with bookmarks and no way into a folder`, async ({ page }) => {
    const pdf = await read(`${name}.pdf`);
    await page.goto(`${name}.html`);
    const title = await page.locator('h1').textContent();
    const headings = (await page.locator('main h2').allTextContents()).map((words) => words.trim());
    expect(pdf.info).toMatchObject({ Language: 'en-GB' });
    expect(pdf.info.Title).toContain('Customer Handling Handbook');
    expect(pdf.marked).toBe(true);
    expect(pdf.roles).toEqual(expect.arrayContaining(['H1', 'H2', 'P', 'LI']));
    const [first, ...more] = pdf.outline;
    expect([first.title, more.length]).toEqual([title, 0]);
    expect(first.items.map((item) => item.title.trim())).toEqual(headings);
    expect(pdf.links.filter((link) => typeof link === 'string' && link.startsWith('file:'))).toEqual([]);
    expect(readFileSync(join(site, `${name}.pdf`), 'latin1')).not.toContain(out);
    expect(pdf.text).toContain(`1 of ${pdf.pages}`);
    expect(readFileSync(join(site, `${name}.html`), 'utf8')).toContain(`href="${name.split('/')[1]}.pdf"`);
  });
}

test('the whole policy as a PDF has every clause and the links between them', async ({ page }) => {
  const pdf = await read('policy/whole-policy.pdf');
  await page.goto('policy/whole-policy.html');
  const numbers = await page.locator('.whole-policy .clause-number').evaluateAll((all) => all.map((link) => link.lastChild.textContent));
  expect(numbers).toHaveLength(89);
  expect(numbers.filter((number) => !pdf.text.includes(number))).toEqual([]);
  expect(pdf.links.length).toBeGreaterThan(89);
});

test('without a Chromium the build says what to do, and makes no site', () => {
  const nowhere = join(out, 'nowhere');
  const { status, stderr } = spawnSync(process.env.HANDBOOK_COMMAND, ['build', '--pdf', '--book', root, '--out', nowhere], { cwd: root, env: { ...process.env, CHROMIUM: join(out, 'no-such-browser') }, encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stderr).toContain('no-such-browser cannot be started');
  expect(() => readFileSync(join(nowhere, 'index.html'))).toThrow();
});
