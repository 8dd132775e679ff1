// The same questions as a page written by hand, without a library: HTML with every question in it, a style sheet, and a script
// that shows one stage at a time.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, transform } from 'esbuild';
import { NONE, NOT_SURE, several, valueOf, withConditions } from './conditions.js';

const escaped = (text) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

function box(question, label) {
  const type = several(question) ? 'checkbox' : 'radio';
  const alone = several(question) && [NONE, NOT_SURE].includes(label) ? ' data-alone' : '';
  return `<label><input type="${type}" name="${question.id}" value="${valueOf(label)}"${alone}> ${escaped(label)}</label>`;
}

function fieldset(question) {
  const { id, ask, hint, boxes, leftOutIf } = question;
  const conditions = leftOutIf.map(({ id: of, value, sameStage }) => ({ of, value, sameStage }));
  const data = conditions.length > 0 ? ` data-left-out-if="${escaped(JSON.stringify(conditions))}"` : '';
  const waits = conditions.some(({ sameStage }) => sameStage) ? ' hidden disabled' : '';
  return `<fieldset id="${id}" aria-describedby="${id}-error"${data}${waits}>
<legend>${escaped(ask)}</legend>
${hint ? `<p>${escaped(hint)}</p>` : ''}
<p class="error" id="${id}-error" hidden>Answer this question</p>
${boxes.map((label) => box(question, label)).join('\n')}
</fieldset>`;
}

const section = ({ title, questions }, index) => `<section${index > 0 ? ' hidden' : ''}>
<h1 tabindex="-1">${escaped(title)}</h1>
${questions.map(fieldset).join('\n')}
</section>`;

const page = (stages) => `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>Check a case</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="form-00000000.css">
<script type="module" src="form-00000000.js"></script>
</head>
<body>
<main>
<form novalidate autocomplete="off">
${withConditions(stages).map(section).join('\n')}
<p class="buttons"><button type="button" id="back" hidden>Back</button> <button disabled>Continue</button></p>
</form>
<section id="end" hidden><h1 tabindex="-1">Every question is answered</h1></section>
</main>
</body>
</html>
`;

/** The page with its two files, as a function from a path to a body. */
export async function handwrittenPage(stages) {
  const at = (name) => join(import.meta.dirname, name);
  const { outputFiles: [script] } = await build({ entryPoints: [at('handwritten-form.js')], minify: true, format: 'esm', target: 'es2022', write: false });
  const { code: style } = await transform(await readFile(at('handwritten-form.css'), 'utf8'), { loader: 'css', minify: true });
  const files = new Map([['/index.html', page(stages)], ['/form-00000000.js', script.contents], ['/form-00000000.css', style]]);
  return async (path) => files.get(path);
}
