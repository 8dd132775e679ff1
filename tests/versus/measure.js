// The handbook against what others have made, side by side: `npm ci && npm run measure -- SITE [PART …]`. SITE is the folder of a
// built site, and CHROMIUM names the browser. Prints tables in Markdown, those of all parts or of the named ones. Exit code 1
// where something could not be measured or does not come to the same result; no time is asserted.
import { readFile } from 'node:fs/promises';
import { availableParallelism, cpus } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { decisions } from './decisions.js';
import { forms } from './forms.js';
import { pages } from './pages.js';

/** What is measured, by the name of the part. */
const PARTS = { forms, decisions, pages };

/** With what it was measured, and on which machine. */
async function versions(browser) {
  const { devDependencies } = JSON.parse(await readFile(join(import.meta.dirname, 'package.json'), 'utf8'));
  const packages = Object.entries(devDependencies).map(([name, version]) => `${name} ${version}`);
  const machine = `${availableParallelism()} cores (${cpus()[0].model})`;
  return `${packages.join(', ')}; Chromium ${browser.version()}, Node ${process.versions.node}; ${machine}; ${new Date().toISOString().slice(0, 10)}.`;
}

const [site, ...named] = process.argv.slice(2);
const unknown = named.filter((name) => !(name in PARTS));
if (!site) throw new Error('name the folder of a built site: npm run measure -- SITE');
if (unknown.length > 0) throw new Error(`no part is called ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}`);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
try {
  for (const part of named.length > 0 ? named : Object.keys(PARTS)) {
    // npm runs this in its own folder, and says where it was called.
    console.log(`${await PARTS[part](browser, resolve(process.env.INIT_CWD ?? '.', site))}\n`);
  }
  console.log(await versions(browser));
} finally {
  await browser.close();
}
