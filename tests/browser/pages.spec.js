// Every page: axe finds nothing in light or dark, nothing is loaded from elsewhere, nothing scrolls sideways.
import { expect, test } from './strict.js';
import AxeBuilder from '@axe-core/playwright';
import { readdirSync } from 'node:fs';

const pages = readdirSync(process.env.HANDBOOK_SITE, { recursive: true })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.html'));

/** What axe finds on the page as it is, and where. */
async function faults(page, rules) {
  const axe = new AxeBuilder({ page });
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
  return violations.map(({ id, nodes }) => ({ id, targets: nodes.map((node) => node.target) }));
}

for (const file of pages) {
  test(`${file} has no fault that axe finds, in light or dark, and fits a narrow screen`, async ({ page }) => {
    const complaints = [];
    page.on('console', (message) => { if (message.type() === 'error') complaints.push(message.text()); });
    page.on('request', (request) => {
      if (!request.url().startsWith('http://localhost:')) complaints.push(`loads ${request.url()}`);
    });
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await page.goto(file);
    if (await page.locator('#decision-aid').count()) await expect(page.locator('.question-heading')).toBeVisible();
    await page.evaluate(() => document.querySelectorAll('main details').forEach((details) => { details.open = true; }));
    expect(await faults(page)).toEqual([]);
    // Only colours differ in the dark.
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await faults(page, ['color-contrast', 'color-contrast-enhanced'])).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect(complaints).toEqual([]);
  });
}

test('every page was found', () => {
  expect(pages.length).toBeGreaterThan(25);
});

test('the contents are reached by keyboard, beside the page on a wide screen and behind “Contents” on a narrow one', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto('policy/reports.html');
  const current = page.locator('nav[aria-label="Contents"] a[aria-current="page"]');
  await expect(current).toHaveText('Reports');
  await expect(current).toBeVisible();
  const reached = [];
  for (let presses = 0; presses < 6; presses += 1) {
    await page.keyboard.press('Tab');
    reached.push(await page.evaluate(() => document.activeElement.textContent.trim()));
  }
  expect(reached[0]).toBe('Skip to the page');
  expect(reached).toContain('Customer Service Charter');
  await page.setViewportSize({ width: 360, height: 640 });
  await expect(current).toBeHidden();
  await page.getByText('Contents', { exact: true }).click();
  await expect(current).toBeVisible();
});
