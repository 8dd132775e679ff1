// The questions as a form needs them: how each is answered, the value of a box, and under which answers a question is left out.

export const NONE = 'None of these';
export const NOT_SURE = 'Not sure';

/** The value that a form keeps for a box, and by which conditions name it. */
export const valueOf = (box) => box.toLowerCase().replace(/[^a-z]+/g, '-');

/** How a question is answered: with one of its boxes, or with several. */
export const several = ({ boxes }) => boxes.includes(NONE);

/**
 * Under which answers a question is left out, as the form on paper says it: the id of another question, the value of a box of
 * it, and whether it is one of the same stage. A question that depends on an answer of its own stage waits for that answer.
 */
function leftOutIf({ number, leaveOut }, stage, stages) {
  if (!leaveOut) return [];
  return leaveOut.replace(/^Leave it out if |\.$/g, '').split(/ or (?=Q\d)/).map((condition) => {
    const [, of, words] = condition.match(/^(Q\d+) is “(.+)”$/) ?? [];
    const home = stages.find(({ questions }) => questions.some((question) => question.number === of));
    const question = home?.questions.find((candidate) => candidate.number === of);
    const box = question?.boxes.find((label) => label.toLowerCase() === words.toLowerCase());
    if (!box) throw new Error(`${number} is left out under a condition that is not understood: “${condition}”`);
    return { id: question.id, several: several(question), value: valueOf(box), sameStage: home === stage };
  });
}

/** The stages, each question with the answers that leave it out. */
export const withConditions = (stages) => stages.map((stage) => ({
  ...stage,
  questions: stage.questions.map((question) => ({ ...question, leftOutIf: leftOutIf(question, stage, stages) })),
}));
