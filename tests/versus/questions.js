// The questions of the compiled policy, as the built site shows them: the form on paper has the stages, the questions with
// every box, and when one can be left out; the list of questions has their ids; the policy's pages have the hints.

/** The pages that are read, by the name of what is read from each. */
const PAGES = { paper: 'officers/checklist.html', list: 'officers/questions.html' };

/** Reads the questions from the site at `address`: stages with a title and questions, in the order asked. */
export async function questionsOf(browser, address) {
  const page = await browser.newPage({ serviceWorkers: 'block' });
  await page.goto(address + PAGES.paper);
  const stages = await page.evaluate(readPaper);
  await page.goto(address + PAGES.list);
  const listed = await page.evaluate(readList);
  const questions = stages.flatMap((stage) => stage.questions);
  if (questions.length === 0 || questions.length !== listed.length) {
    throw new Error(`${PAGES.paper} has ${questions.length} questions and ${PAGES.list} has ${listed.length}: they must be the same`);
  }
  for (const [index, question] of questions.entries()) {
    const { id, ask } = listed[index];
    if (question.ask !== ask) throw new Error(`${PAGES.paper} asks “${question.ask}” where ${PAGES.list} has “${ask}”`);
    Object.assign(question, { id });
  }
  await addHints(page, questions, listed);
  await page.close();
  return stages;
}

async function addHints(page, questions, listed) {
  for (const [index, { link, id }] of listed.entries()) {
    if (page.url().split('#')[0] !== link.split('#')[0]) await page.goto(link);
    questions[index].hint = await page.evaluate(readHint, id);
  }
}

/** In the page of the form: its stages. A question's number is how the other questions name it. */
function readPaper() {
  const textOf = (element) => element.textContent.trim().replace(/\s+/g, ' ');
  const readAsk = (item) => {
    const copy = item.cloneNode(true);
    copy.querySelectorAll('strong, .source, p, ul').forEach((part) => part.remove());
    return textOf(copy);
  };
  const readQuestion = (item) => ({
    number: textOf(item.querySelector(':scope > strong')),
    ask: readAsk(item),
    // Where several boxes may be ticked, those that can be named elsewhere have a letter.
    boxes: [...item.querySelectorAll(':scope > .paper-answers > li')].map((box) => textOf(box).replace(/^[a-z]\. /, '')),
    leaveOut: [...item.querySelectorAll(':scope > p')].map(textOf).find((line) => line.startsWith('Leave it out if ')),
  });
  return [...document.querySelectorAll('.checklist > h2')].map((heading) => ({
    title: textOf(heading).replace(/^\d+\. /, ''),
    questions: [...heading.nextElementSibling.children]
      .filter((item) => /^Q\d+$/.test(item.querySelector(':scope > strong')?.textContent ?? ''))
      .map(readQuestion),
  })).filter(({ questions }) => questions.length > 0);
}

/** In the page of the list: the questions with their ids, which their links end with. */
function readList() {
  return [...document.querySelectorAll('.question-group > ol > li > a')].map((link) => ({
    id: link.hash.replace('#question-', ''),
    ask: link.textContent.trim().replace(/\s+/g, ' '),
    link: link.href,
  }));
}

/** In a page of the policy: what stands between a question and its answers, where anything does. */
function readHint(id) {
  const [first] = document.querySelector(`[id="question-${id}"] .rule-body`).children;
  const isAnswers = /^(Answers: |One of these, |Any of these, )/.test(first.textContent);
  return isAnswers ? undefined : first.textContent.trim().replace(/\s+/g, ' ');
}
