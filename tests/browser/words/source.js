// Where words of a built page stand in the pages that a person edits.
import { readFileSync, readdirSync } from 'node:fs';

const folder = new URL('../../../src/', import.meta.url);
const files = readdirSync(folder, { recursive: true })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.md'))
  .map((file) => ({ file: `src/${file}`, text: readFileSync(new URL(file, folder), 'utf8') }));

/** File and line of the first place where these words follow one another, whatever marks stand between them, if any. */
export function place(words) {
  const pattern = new RegExp(words.map((word) => word.replace(/[^\p{L}]/gu, '.')).join('[^\\p{L}]+'), 'u');
  for (const { file, text } of files) {
    const found = text.search(pattern);
    if (found >= 0) return `${file}:${text.slice(0, found).split('\n').length}`;
  }
  return null;
}
