// What a page says of itself to those who list it: allowed by the strict content policy, and read as data.
import { expect, test } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'";

test('with an address set, the data in the head is let be by a strict content policy', async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'handbook-'));
  try {
    cpSync(join(root, 'src'), join(folder, 'src'), { recursive: true });
    const settings = readFileSync(join(root, 'book.toml'), 'utf8');
    writeFileSync(join(folder, 'book.toml'), settings.replace('[output.handbook]\n', '[output.handbook]\nsite-url = "https://example.org/handbook/"\n'));
    const site = join(folder, 'site');
    execFileSync(process.env.HANDBOOK_COMMAND, ['build', '--book', folder, '--out', site], { cwd: root });

    const complaints = [];
    page.on('console', (message) => { if (message.type() === 'error') complaints.push(message.text()); });
    await page.route('https://example.org/handbook/**', (route) => {
      const file = join(site, new URL(route.request().url()).pathname.replace('/handbook/', ''));
      return route.fulfill({ path: file, headers: { 'content-security-policy': policy } });
    });
    await page.goto('https://example.org/handbook/policy/reports.html');
    await expect(page.getByRole('searchbox')).toBeVisible();
    const data = JSON.parse(await page.locator('script[type="application/ld+json"]').textContent());
    expect(data.url).toBe(page.url());
    expect(data.breadcrumb.itemListElement.map(({ name }) => name)).toEqual(['Customer Handling Handbook', 'Reports']);
    expect(await page.locator('link[rel="canonical"]').getAttribute('href')).toBe(page.url());
    expect(complaints).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
