// A council's own name, title and logo: whatever their length and shape, the pages hold.
import { expect, test } from './strict.js';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './books.js';
import { serve } from './server.js';

const name = 'The Metropolitan Borough and County Council of Llanfairpwllgwyngyll-upon-Tyne';
const title = 'The Handbook on the Handling of Unreasonably Persistent Customers and of Unreasonable Behaviour';

/** The handbook with a long name, a long title and a logo so wide and so high. */
const dressed = ([width, height]) => build((book) => {
  writeFileSync(join(book, 'src', 'logo.svg'), `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><path d="M0 0h${width}v${height}H0z"/></svg>`);
  const settings = readFileSync(join(book, 'book.toml'), 'utf8');
  writeFileSync(join(book, 'book.toml'), settings
    .replace('title = "Customer Handling Handbook"', `title = "${title}"`)
    .replace('council = "Cambridgeshire County Council"', `council = "${name}"\nlogo = "logo.svg"`));
});

for (const [shape, size] of [['wide', [1200, 100]], ['tall', [60, 900]]]) {
  test(`a long name, a long title and a ${shape} logo fit every width`, async ({ page }) => {
    const built = dressed(size);
    const server = await serve(built, { under: '/a/', headers: true });
    try {
      for (const [width, file] of [[320, 'index.html'], [320, 'policy/reports.html'], [1024, 'policy/reports.html'], [1280, 'officers/check.html']]) {
        await page.setViewportSize({ width, height: 640 });
        await page.goto(server.address + file);
        await expect(page.locator('.site-header')).toContainText(name);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${file} at ${width}`).toBeLessThanOrEqual(0);
        const logo = await page.locator('.site-logo').boundingBox();
        expect(logo.height, 'no page begins with a picture alone').toBeLessThanOrEqual(48);
        expect(Math.abs(logo.width / logo.height - size[0] / size[1]), 'it keeps its shape').toBeLessThan(0.5);
        const header = await page.locator('.site-header').boundingBox();
        expect(header.x + header.width).toBeLessThanOrEqual(width);
      }
    } finally {
      await server.close();
      built.remove();
    }
  });
}
