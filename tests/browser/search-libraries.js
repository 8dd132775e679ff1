// Makes the file of libraries that the search ships: MiniSearch and Porter's stemmer as npm has them, minified by terser.
// `npm run search-libraries` writes it anew after a change of version; search.spec.js compares it with what stands there.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { minify } from 'terser';

export const file = join(import.meta.dirname, '../../decision-aid/handbook/scripts/search/libraries.js');

/** The text of a package's file, and its version. */
function part(name, path) {
  const folder = join(import.meta.dirname, 'node_modules', name);
  const { version } = createRequire(import.meta.url)(join(folder, 'package.json'));
  return { version, text: readFileSync(join(folder, path), 'utf8') };
}

/** Both libraries, each as a global of its own. A module cannot be loaded from a folder, so the stemmer is put in a function. */
export async function libraries() {
  const search = part('minisearch', 'dist/umd/index.js');
  const stemmer = part('stemmer', 'index.js');
  const inside = stemmer.text.replace('export function stemmer(', 'function stemmer(');
  if (inside.includes('export ')) throw new Error('stemmer exports something else now');
  const options = { format: { comments: false, ascii_only: true } };
  const { code: first } = await minify(search.text, options);
  const { code: second } = await minify(`globalThis.stemmer = (() => { ${inside}; return stemmer; })();`, options);
  return `// MiniSearch ${search.version}, MIT, (c) Luca Ongaro\n${first}\n// stemmer ${stemmer.version}, MIT, (c) Titus Wormer\n${second}\n`;
}

if (process.argv[1] === import.meta.filename) writeFileSync(file, await libraries());
