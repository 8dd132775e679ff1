// The decision aid against SurveyJS, both asking the questions of the compiled policy, on a slow phone:
// `npm ci && npm run measure -- SITE`. SITE is the folder of a built site; CHROMIUM names the browser, and RUNS how often
// each is visited, if more than nine times. Prints a Markdown table. Exit code 1 where something could not be measured; no
// time is asserted.
//
// SurveyJS has every advantage that a careful developer could give it: the smallest of its renderers (with the one for
// React, version 3.0.0, the bundle is a fifth larger), minified and without the code that nothing uses; its style sheet
// without the web font; no animation; its conditions for leaving questions out; and a page with nothing else on it. The aid
// has its whole page, with the contents of the handbook. Both come from the same server, compressed beforehand, over
// connections that allow six requests at a time, which the aid with its many files feels and SurveyJS does not.
import { readFile } from 'node:fs/promises';
import { availableParallelism, cpus } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { HEAVY_MAIL } from './case.js';
import { checkAlike, checkCase, checkVisit } from './checks.js';
import { questionsOf } from './questions.js';
import { folder, serve } from './server.js';
import { surveyjsPage } from './surveyjs.js';
import { extraQuestions, table } from './table.js';
import { visit } from './visit.js';

const RUNS = Number(process.env.RUNS ?? 9);

/** What was compared, with what, and on which machine. */
async function versions(browser) {
  const { devDependencies } = JSON.parse(await readFile(join(import.meta.dirname, 'package.json'), 'utf8'));
  const packages = Object.entries(devDependencies).map(([name, version]) => `${name} ${version}`);
  const machine = `${availableParallelism()} cores (${cpus()[0].model})`;
  return `${packages.join(', ')}; Chromium ${browser.version()}, Node ${process.versions.node}; ${machine}; ${new Date().toISOString().slice(0, 10)}.`;
}

/** What is compared: the page of each, and how its headings and questions are found there. */
const contenders = (aid, surveyjs) => [
  { name: 'aid', page: `${aid}officers/check.html`, heading: '#aid-heading', question: 'fieldset[data-question]:not([id*="/"])', id: 'data-question' },
  { name: 'SurveyJS', page: `${surveyjs}index.html`, heading: '.sd-page__title, .sd-completedpage', question: '[data-name]', id: 'data-name' },
];

/** Visits both in turn, so that what else the machine does falls on both. The first visit of each only warms the server up. */
async function compare(browser, both, stages) {
  const visits = new Map(both.map(({ name }) => [name, []]));
  for (let run = 0; run <= RUNS; run += 1) {
    for (const contender of both) {
      const measured = await visit(browser, contender, HEAVY_MAIL);
      checkVisit(contender.name, measured, stages);
      if (run > 0) visits.get(contender.name).push(measured);
      console.error(`${contender.name}, ${run > 0 ? `visit ${run} of ${RUNS}` : 'warming up'}: ${Math.round(measured.first)} ms, ${Math.round(measured.second)} ms`);
    }
  }
  visits.forEach((measured, name) => checkAlike(name, measured));
  return visits;
}

if (!process.argv[2]) throw new Error('name the folder of a built site: npm run measure -- SITE');
if (!Number.isInteger(RUNS) || RUNS < 9) throw new Error('RUNS is how often each is visited: a whole number, at least 9');
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
try {
  // npm runs this in its own folder, and says where it was called.
  const aid = await serve(folder(resolve(process.env.INIT_CWD ?? '.', process.argv[2])));
  const stages = await questionsOf(browser, aid);
  checkCase(HEAVY_MAIL, stages);
  const surveyjs = await serve(await surveyjsPage(stages));
  const visits = await compare(browser, contenders(aid, surveyjs), stages);
  console.log(`${table(visits)}\n\n${extraQuestions(visits)}${await versions(browser)}`);
} finally {
  await browser.close();
}
