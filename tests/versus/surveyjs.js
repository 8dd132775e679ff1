// The same questions as a form of SurveyJS, and the page that carries it, as files for the server.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { NONE, NOT_SURE, several, valueOf, withConditions } from './conditions.js';

/** The condition under which a question is shown. */
function visibleIf({ leftOutIf }) {
  const conditions = leftOutIf.flatMap(({ id, several: many, value, sameStage }) => {
    const given = `{${id}} ${many ? 'contains' : '='} '${value}'`;
    return sameStage ? [`{${id}} empty`, given] : [given];
  });
  return conditions.length > 0 ? `!(${conditions.join(' or ')})` : undefined;
}

function element(question) {
  const boxes = question.boxes.filter((box) => box !== NONE);
  return {
    type: several(question) ? 'checkbox' : 'radiogroup',
    name: question.id,
    title: question.ask,
    description: question.hint,
    isRequired: true,
    visibleIf: visibleIf(question),
    showNoneItem: several(question) || undefined,
    noneText: several(question) ? NONE : undefined,
    choices: boxes.map((box) => ({ value: valueOf(box), text: box, isExclusive: (several(question) && box === NOT_SURE) || undefined })),
  };
}

/** The form: a page for each stage. Its last button, too, is called Continue: what follows is no part of the comparison. */
export const model = (stages) => ({
  pageNextText: 'Continue',
  completeText: 'Continue',
  requiredMark: '',
  pages: withConditions(stages).map(({ title, questions }) => ({ title, elements: questions.map(element) })),
});

/** The page with its two files, as a function from a path to a body. */
export async function surveyjsPage(stages) {
  const { outputFiles: [script] } = await build({
    entryPoints: [join(import.meta.dirname, 'form.js')],
    define: { MODEL: JSON.stringify(model(stages)) },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    write: false,
  });
  const style = await readFile(join(import.meta.dirname, 'node_modules/survey-core/survey-core.fontless.min.css'));
  const files = new Map([['/index.html', PAGE], ['/form-00000000.js', script.contents], ['/form-00000000.css', style]]);
  return async (path) => files.get(path);
}

const PAGE = `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>Check a case</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<style>body { margin: 0; --sjs-font-family: system-ui, sans-serif; }</style>
<link rel="stylesheet" href="form-00000000.css">
<script type="module" src="form-00000000.js"></script>
</head>
<body>
<main id="form"></main>
</body>
</html>
`;
