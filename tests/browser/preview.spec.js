// The preview: a saved page is in the browser at once, and a broken one leaves the last good site.
import { expect, test } from '@playwright/test';
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Otherwise the configuration keeps workers out, and so would the test below.
test.use({ serviceWorkers: 'allow' });

const port = Number(process.env.HANDBOOK_PORT ?? 4173) + 1;
const address = `http://localhost:${port}/`;
const root = join(import.meta.dirname, '..', '..');

/** Saves a file the way editors do, in one step: emptied and filled would be two changes. */
function save(file, text) {
  const beside = join(file, '..', '..', 'being-saved');
  writeFileSync(beside, text);
  renameSync(beside, file);
}

test('a saved page reloads in the browser, and a broken one is reported and leaves the site', async ({ page }) => {
  const book = mkdtempSync(join(tmpdir(), 'handbook-'));
  for (const part of ['src', 'theme', 'book.toml']) cpSync(join(root, part), join(book, part), { recursive: true });
  const serve = spawn(process.env.HANDBOOK_COMMAND, ['serve', '--port', String(port), '--book', book], { cwd: root });
  let said = '';
  for (const stream of [serve.stdout, serve.stderr]) stream.on('data', (chunk) => { said += chunk; });
  try {
    await expect.poll(() => said, { timeout: 60_000 }).toContain(address);
    const file = join(book, 'src', 'index.md');
    const text = readFileSync(file, 'utf8');
    await page.goto(address);
    save(file, `${text}\n\nA sentence that was not there before.\n`);
    await expect(page.getByText('A sentence that was not there before.')).toBeVisible();

    save(file, `${text}\n\n\`\`\`finding\nid = "broken"\nname = "Broken"\nsays = "Broken."\nwhen = "invesigated"\n\`\`\`\n`);
    await expect.poll(() => said).toContain('did you mean `investigated`?');
    // Asked of the server: the page itself may be reloading at this moment.
    expect(await (await page.request.get(address)).text()).toContain('A sentence that was not there before.');
    // One build at the start and one for the save that was sound: a build that reads its files must not start another.
    expect(said.match(/^Built/gm)).toHaveLength(2);

    expect((await page.request.get(`${address}nowhere/at/all`)).status()).toBe(404);

    // The browser keeps nothing of a preview, and loses what it kept of a site at the same address.
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
    expect(await (await page.request.get(`${address}sw.js`)).text()).toContain('registration.unregister()');
  } finally {
    serve.kill();
    rmSync(book, { recursive: true, force: true });
  }
});
