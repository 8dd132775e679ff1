// The decision aid against forms that ask the questions of the compiled policy, on a slow phone: one of SurveyJS, and one
// written by hand. RUNS says how often each is visited, if more than nine times.
//
// SurveyJS has every advantage that a careful developer could give it: the smallest of its renderers (with the one for
// React, version 3.0.0, the bundle is a fifth larger), minified and without the code that nothing uses; its style sheet
// without the web font; no animation; its conditions for leaving questions out; and a page with nothing else on it. So has the
// form written by hand: every question stands in its HTML, and its script only shows and hides them. The aid has its whole
// page, with the contents of the handbook. All come from the same server, compressed beforehand, over connections that allow
// six requests at a time, which the aid with its many files feels and the forms do not. Neither form gives a result.
import { HEAVY_MAIL } from './case.js';
import { checkAlike, checkCase, checkVisit } from './checks.js';
import { differences, formTable } from './form-table.js';
import { handwrittenPage } from './handwritten.js';
import { checkMemory } from './memory.js';
import { questionsOf } from './questions.js';
import { folder, serve } from './server.js';
import { surveyjsPage } from './surveyjs.js';
import { memoryAtFirst, visit } from './visit.js';

const RUNS = Number(process.env.RUNS ?? 9);

/** What is compared: the page of each, and how its headings and questions are found there. */
const contenders = ({ aid, surveyjs, handwritten }) => [
  { name: 'Aid', page: `${aid}officers/check.html`, heading: '#aid-heading', question: 'fieldset[data-question]:not([id*="/"])', id: 'data-question' },
  { name: 'SurveyJS', page: `${surveyjs}index.html`, heading: '.sd-page__title, .sd-completedpage', question: '[data-name]', id: 'data-name' },
  { name: 'By hand', page: `${handwritten}index.html`, heading: 'h1', question: 'fieldset', id: 'id' },
];

/** Visits all in turn, so that what else the machine does falls on all. The first visit of each only warms the server up. */
async function compare(browser, all, stages) {
  const visits = new Map(all.map(({ name }) => [name, []]));
  for (let run = 0; run <= RUNS; run += 1) {
    for (const contender of all) {
      const measured = await visit(browser, contender, HEAVY_MAIL);
      checkVisit(contender.name, measured, stages);
      if (run > 0) visits.get(contender.name).push({ ...measured, memoryAtFirst: await memoryAtFirst(browser, contender) });
      console.error(`${contender.name}, ${run > 0 ? `visit ${run} of ${RUNS}` : 'warming up'}: ${Math.round(measured.first)} ms, ${Math.round(measured.second)} ms`);
    }
  }
  visits.forEach((measured, name) => checkAlike(name, measured));
  return visits;
}

/** Measures the aid of a built site against both forms. */
export async function forms(browser, site) {
  if (!Number.isInteger(RUNS) || RUNS < 9) throw new Error('RUNS is how often each is visited: a whole number, at least 9');
  await checkMemory(browser);
  const aid = await serve(folder(site));
  const stages = await questionsOf(browser, aid);
  checkCase(HEAVY_MAIL, stages);
  const [surveyjs, handwritten] = [await serve(await surveyjsPage(stages)), await serve(await handwrittenPage(stages))];
  const visits = await compare(browser, contenders({ aid, surveyjs, handwritten }), stages);
  return `${formTable(visits)}\n\n${differences(visits)}`;
}
