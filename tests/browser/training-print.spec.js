// Training on paper: stories to hand out without their answers, and the facilitator’s sheets. The PDF is what a trainer prints.
import { expect, test } from '@playwright/test';
import { getDocumentProxy } from 'unpdf';

/** What a page prints: the words of each sheet of paper, and the sheet that each heading of the first rank below the title stands on. */
async function printed(page) {
  const bytes = await page.pdf({ preferCSSPageSize: true, outline: true, tagged: true });
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  const papers = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    papers.push(items.map(({ str, hasEOL }) => str + (hasEOL ? ' ' : '')).join('').replace(/\s+/g, ' '));
  }
  const [title] = await pdf.getOutline();
  const starts = [];
  for (const { title: words, dest } of title.items) {
    const [where] = typeof dest === 'string' ? await pdf.getDestination(dest) : dest;
    starts.push({ title: words.trim(), paper: await pdf.getPageIndex(where) });
  }
  const ends = starts.slice(1).map(({ paper }) => paper).concat(pdf.numPages);
  return { papers, headings: starts.map((start, at) => ({ ...start, papers: papers.slice(start.paper, ends[at]) })) };
}

/** The words of some elements. */
const words = async (locator) => (await locator.allTextContents()).map((text) => text.replace(/\s+/g, ' ').trim());

test('printed practice cases are a sheet each, with the story and room to write, and no answer even if one was open', async ({ page }) => {
  await page.goto('training/cases.html');
  const titles = await words(page.locator('.scenario > h2'));
  const endings = await words(page.locator('.scenario > .scenario-story > p:last-child'));
  const answers = await words(page.locator('.scenario > details :is(p, li, dd)'));
  expect(titles.length).toBeGreaterThanOrEqual(24);
  expect(answers.length).toBeGreaterThan(10 * titles.length);
  // Nobody can write on a screen.
  await expect(page.locator('.handout').first()).toBeHidden();
  await page.evaluate(() => document.querySelectorAll('details').forEach((details) => { details.open = true; }));
  const { papers, headings } = await printed(page);
  expect(headings.map(({ title }) => title)).toEqual(titles);
  expect(headings.filter(({ papers }) => papers.length !== 1).map(({ title }) => title)).toEqual([]);
  for (const [at, { title, papers: [paper] }] of headings.entries()) {
    expect(paper, title).toContain(endings[at]);
    expect(paper, title).toContain('Where does the policy lead, and why?');
  }
  const all = papers.join(' ');
  // Short answers such as “No” are words of any story.
  expect(answers.filter((answer) => answer.length > 40 && all.includes(answer))).toEqual([]);
  expect(all).not.toContain('What the policy says of this case');
  const lines = await page.emulateMedia({ media: 'print' }).then(() => page.locator('.scenario').first().locator('.ruled').evaluateAll((all) => all.map((line) => line.getBoundingClientRect().height)));
  expect(lines.length).toBeGreaterThanOrEqual(10);
  expect(Math.min(...lines)).toBeGreaterThan(25);
});

test('worked examples and the cases on the screen keep their answers', async ({ page }) => {
  await page.goto('training/cases.html');
  const first = page.locator('.scenario').first();
  await first.locator('summary').click();
  await expect(first.getByText('This needs a person:')).toBeVisible();
  await page.goto('training/worked-examples.html');
  await page.locator('.scenario summary').first().click();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.scenario .facts').first()).toBeVisible();
});

test('each facilitator’s sheet begins a page and takes two at most, with every part of it and nothing of the site', async ({ page }) => {
  await page.goto('training/cases.html');
  const cases = await words(page.locator('.scenario > h2'));
  await page.goto('training/facilitators-view.html');
  const { papers, headings } = await printed(page);
  const intro = await words(page.locator('main > h2'));
  const all = headings.filter(({ title }) => !intro.includes(title));
  // The last sheet has the stories of the course.
  expect(all.map(({ title }) => title)).toEqual([...cases, 'Stories to begin with']);
  const sheets = all.slice(0, -1);
  expect(sheets.filter(({ papers }) => papers.length > 2).map(({ title }) => title)).toEqual([]);
  expect(new Set(all.map(({ paper }) => paper)).size).toBe(cases.length + 1);
  for (const { title, papers } of sheets) {
    const text = papers.join(' ');
    const parts = ['Where the policy leads', 'Facts to draw out', 'Change a fact', 'Options', 'Notes', 'To those who decided otherwise'];
    expect(parts.filter((part) => !text.includes(part)), title).toEqual([]);
  }
  expect(papers.join(' ')).not.toContain('Report a problem');
  // A heading is never the last line of a page: what follows it stands on the same.
  const subheadings = new Set(await words(page.locator('.sheet > :is(h3, h4)')));
  const lastLines = papers.map((paper) => paper.replace(/Customer Handling Handbook, edition.*$/, '').trim());
  expect(lastLines.filter((paper) => [...subheadings].some((heading) => paper.endsWith(` ${heading}`)))).toEqual([]);
});

test('the list at the top leads to each sheet, and the trainers’ list to the sheet and to the case', async ({ page }) => {
  await page.goto('training/facilitators-view.html');
  const here = await page.locator('.sheet-list a').evaluateAll((links) => links.map((link) => link.hash));
  const sheets = await page.locator('.sheet > h2').evaluateAll((all) => all.map((heading) => `#${heading.id}`));
  expect(here).toEqual(sheets);
  await page.goto('training/for-trainers.html');
  const entry = page.locator('#cases-for-danger-first ~ ul > li').first();
  await expect(entry).toContainText(/\d+ facts?; (nothing|\d+ points?) open/);
  await expect(entry.getByRole('link', { name: 'its slides' })).toHaveAttribute('href', /^slides\.html#slides-|^\.\.\/training\/slides\.html#slides-/);
  await entry.getByRole('link', { name: 'its sheet' }).click();
  await expect(page.locator('.sheet > h2:target')).toHaveText('The chair in reception');
});
