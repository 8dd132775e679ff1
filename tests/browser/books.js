// Builds for tests that need a site of their own: of the handbook with another setting, with a page changed, moved or gone,
// and of another book.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** Builds the handbook, changed by `change` in a copy, with further environment variables. Gives the folder of the site. */
export function build(change = () => {}, environment = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'handbook-built-'));
  const book = join(folder, 'book');
  for (const part of ['src', 'theme', 'book.toml', 'published.txt']) cpSync(join(root, part), join(book, part), { recursive: true });
  change(book);
  return { folder: siteOf(book, folder, environment), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Builds the book of that name in `tests/books/good`, and gives the folder of its site. */
export function buildFixture(name) {
  const folder = mkdtempSync(join(tmpdir(), `${name}-`));
  const book = join(root, 'tests', 'books', 'good', name);
  return { folder: siteOf(book, folder), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function siteOf(book, folder, environment = {}) {
  const out = join(folder, 'site');
  const options = { cwd: root, env: { ...process.env, ...environment }, stdio: 'pipe' };
  execFileSync(process.env.HANDBOOK_COMMAND, ['build', '--book', book, '--out', out], options);
  return out;
}
