// Builds of the handbook for tests that need one of their own: with another setting, with a page changed, moved or gone.
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
  const out = join(folder, 'site');
  const options = { cwd: root, env: { ...process.env, ...environment }, stdio: 'pipe' };
  execFileSync(process.env.HANDBOOK_COMMAND, ['build', '--book', book, '--out', out], options);
  return { folder: out, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
