// The same questions as a form of SurveyJS, and the page that carries it, as files for the server.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

const NONE = 'None of these';
const NOT_SURE = 'Not sure';

/** The value that SurveyJS keeps for a box, and by which conditions name it. */
const valueOf = (box) => box.toLowerCase().replace(/[^a-z]+/g, '-');

/** How a question is answered: with one of its boxes, or with several. */
const several = ({ boxes }) => boxes.includes(NONE);

/**
 * The condition under which a question is shown: the form on paper says when to leave it out. One that depends on an answer
 * of its own stage waits for that answer.
 */
function visibleIf({ number, stage, leaveOut }, byNumber) {
  if (!leaveOut) return undefined;
  const conditions = leaveOut.replace(/^Leave it out if |\.$/g, '').split(/ or (?=Q\d)/).flatMap((condition) => {
    const [, of, words] = condition.match(/^(Q\d+) is “(.+)”$/) ?? [];
    const question = byNumber.get(of);
    const box = question?.boxes.find((label) => label.toLowerCase() === words.toLowerCase());
    if (!box) throw new Error(`${number} is left out under a condition that is not understood: “${condition}”`);
    const given = `{${question.id}} ${several(question) ? 'contains' : '='} '${valueOf(box)}'`;
    return question.stage === stage ? [`{${question.id}} empty`, given] : [given];
  });
  return `!(${conditions.join(' or ')})`;
}

function element(question, byNumber) {
  const boxes = question.boxes.filter((box) => box !== NONE);
  return {
    type: several(question) ? 'checkbox' : 'radiogroup',
    name: question.id,
    title: question.ask,
    description: question.hint,
    isRequired: true,
    visibleIf: visibleIf(question, byNumber),
    showNoneItem: several(question) || undefined,
    noneText: several(question) ? NONE : undefined,
    choices: boxes.map((box) => ({ value: valueOf(box), text: box, isExclusive: (several(question) && box === NOT_SURE) || undefined })),
  };
}

/** The form: a page for each stage. Its last button, too, is called Continue: what follows is no part of the comparison. */
export function model(stages) {
  const byNumber = new Map(stages.flatMap(({ title, questions }) => questions.map((question) => [question.number, { ...question, stage: title }])));
  return {
    pageNextText: 'Continue',
    completeText: 'Continue',
    requiredMark: '',
    pages: stages.map(({ title, questions }) => ({ title, elements: questions.map(({ number }) => element(byNumber.get(number), byNumber)) })),
  };
}

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
