// Lighthouse, as a phone, on the start page, a page of the policy and the decision aid: `npm ci && npm run measure -- SITE`.
// SITE is the folder of a built site. Exit code 1 where accessibility, best practices or SEO is below 100.
import { createServer } from 'node:http';
import { readFile, readdir } from 'node:fs/promises';
import { extname, join, relative, resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';

const PAGES = ['index.html', 'policy/deciding-to-restrict.html', 'officers/check.html'];
const MUST_BE_FULL = ['accessibility', 'best-practices', 'seo'];
const TYPES = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml', '.wasm': 'application/wasm', '.json': 'application/json', '.xml': 'application/xml', '.txt': 'text/plain' };

/** Serves a folder as a web server set up for the handbook does: compressed beforehand, hashed names kept for a year. */
async function serve(folder) {
  const names = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const files = new Map();
  for (const entry of names) {
    const file = join(entry.parentPath, entry.name);
    files.set(`/${relative(folder, file).replaceAll('\\', '/')}`, brotliCompressSync(await readFile(file)));
  }
  return createServer((request, response) => {
    const path = new URL(request.url, 'http://localhost').pathname.replace(/\/$/, '/index.html');
    if (!files.has(path)) return response.writeHead(404).end();
    const cache = /-[0-9a-f]{8}\./.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';
    response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream', 'content-encoding': 'br', 'cache-control': cache });
    return response.end(files.get(path));
  });
}

if (!process.argv[2]) throw new Error('name the folder of a built site: npm run measure -- SITE');
// npm runs this in its own folder, and says where it was called.
const server = await serve(resolve(process.env.INIT_CWD ?? '.', process.argv[2]));
await new Promise((ready) => { server.listen(0, 'localhost', ready); });
const chrome = await launch({ chromePath: process.env.CHROMIUM, chromeFlags: ['--headless', '--no-sandbox', '--disable-gpu'] });
try {
  for (const page of PAGES) {
    const url = `http://localhost:${server.address().port}/${page}`;
    const { lhr } = await lighthouse(url, { port: chrome.port, output: 'json', logLevel: 'error' });
    const scores = Object.values(lhr.categories).map(({ id, score }) => [id, Math.round(score * 100)]);
    console.log(`${page}: ${scores.map(([id, score]) => `${id} ${score}`).join(', ')} (Lighthouse ${lhr.lighthouseVersion})`);
    console.log(`  ${['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time', 'cumulative-layout-shift', 'speed-index'].map((id) => `${id} ${lhr.audits[id].displayValue}`).join(', ')}`);
    for (const [id, score] of scores.filter(([, score]) => score < 100)) {
      const failed = lhr.categories[id].auditRefs.map((ref) => lhr.audits[ref.id]).filter((audit) => audit.score !== null && audit.score < 1 && audit.scoreDisplayMode !== 'informative');
      console.log(`  ${id}: ${failed.map((audit) => `${audit.title}${audit.displayValue ? ` (${audit.displayValue})` : ''}`).join('; ')}`);
      if (MUST_BE_FULL.includes(id)) process.exitCode = 1;
    }
  }
} finally {
  await chrome.kill();
  server.close();
}
