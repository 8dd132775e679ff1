// Somebody else's book: no clause, no block, every kind of Markdown that mdBook knows. The theme serves it as it serves ours.
import { expect, test } from '@playwright/test';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildFixture } from './books.js';
import { faultsOf } from './findings.js';

const address = 'http://foreign.test/';
let site;

test.beforeAll(() => { site = buildFixture('foreign'); });

test.afterAll(() => site.remove());

test('every page of a foreign book has no fault that axe finds, in light or dark, and fits a narrow screen', async ({ page }) => {
  const files = readdirSync(site.folder, { recursive: true }).map((file) => file.replaceAll('\\', '/'));
  const pages = files.filter((file) => file.endsWith('.html'));
  expect(pages.length).toBeGreaterThanOrEqual(7);
  const complaints = [];
  page.on('console', (message) => { if (message.type() === 'error') complaints.push(message.text()); });
  // Nothing outside the folder answers: what a page asks for beyond it is a complaint.
  await page.route('**', (route) => {
    const url = route.request().url();
    const file = url.startsWith(address) ? new URL(url).pathname.slice(1) : null;
    if (files.includes(file)) return route.fulfill({ path: join(site.folder, file) });
    complaints.push(`asks for ${url}`);
    return route.abort();
  });
  const found = [];
  for (const file of pages) {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(address + file);
    await page.evaluate(() => document.querySelectorAll('main details').forEach((details) => { details.open = true; }));
    // A page of text asks for nothing: boxes are those of task lists, which cannot be ticked.
    const fields = await page.locator('main :is(input:enabled, select, textarea, button)').count();
    if (fields > 0) found.push(`${file} has ${fields} fields to fill in`);
    found.push(...await faultsOf(page, file));
  }
  expect(found).toEqual([]);
  expect(complaints).toEqual([]);
  // It says nothing of a council, of an edition or of whom to ask, and has no pages about itself.
  await expect(page.locator('.site-footer')).toHaveText(/^\s*A foreign book\s*(This page last changed on [\w ]+)?\s*$/);
});
