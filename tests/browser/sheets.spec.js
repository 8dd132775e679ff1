// What officers take to the day on paper: a card and a form. Where the address leads to one, it prints by itself.
import { expect, test } from '@playwright/test';
import { getDocumentProxy } from 'unpdf';

/** The words of each sheet of paper that a page prints. */
async function papers(page) {
  const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true })), { verbosity: 0 });
  const found = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    found.push(items.map(({ str, hasEOL }) => str + (hasEOL ? ' ' : '')).join('').replace(/\s+/g, ' '));
  }
  return found;
}

for (const { file, id, sides, says } of [
  { file: 'officers/ending-a-call.html', id: 'the-card', sides: 1, says: ['Do not end the call', 'Safeguarding', 'This card is guidance'] },
  { file: 'officers/incident-note.html', id: 'the-form', sides: 2, says: ['Case reference', 'in the customer’s own words', 'Entered in the case on', 'This form is guidance'] },
]) {
  test(`${file}: the sheet prints by itself from its own address, and begins a sheet where the whole page is printed`, async ({ page }) => {
    await page.goto(file);
    const title = await page.locator(`#${id}`).textContent();
    const heading = await page.locator('h1').textContent();
    const whole = await papers(page);
    expect(whole[0]).toContain(heading);
    expect(whole.filter((paper) => paper.includes(title)).length).toBe(1);
    expect(whole.length - whole.findIndex((paper) => paper.includes(title))).toBe(sides);
    // The text before it may end at the foot of a sheet by chance, so the PDF alone does not show it.
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.alone')).toHaveCSS('break-before', 'page');
    await page.emulateMedia({ media: null });
    await page.locator(`main a[href$="#${id}"]`).first().click();
    const alone = await papers(page);
    expect(alone.length).toBe(sides);
    expect(alone.join(' ')).not.toContain(heading);
    expect(says.filter((words) => !alone.join(' ').includes(words))).toEqual([]);
  });
}

test('the form has room to write on paper, and none on the screen', async ({ page }) => {
  await page.goto('officers/incident-note.html');
  await expect(page.locator('.handout').first()).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  const lines = await page.locator('.ruled').evaluateAll((all) => all.map((line) => line.getBoundingClientRect().height));
  expect(lines.length).toBeGreaterThan(20);
  expect(Math.min(...lines)).toBeGreaterThan(25);
});
