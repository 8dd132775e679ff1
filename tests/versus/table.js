// What was measured, as a table in Markdown.

const median = (numbers) => {
  const sorted = numbers.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
};

const whole = (number) => Math.round(number).toLocaleString('en-GB');
const kilobytes = (bytes) => (bytes / 1000).toFixed(1);

/** A row's numbers, one for each visit. */
const each = (of) => (visits) => visits.map(of);

/**
 * What each visit took for the screen that is the slowest of all in the median. The slowest of each visit would be whichever
 * screen something else on the machine fell upon.
 */
function slowestScreen(visits) {
  const screens = visits[0].next.map((_, index) => visits.map(({ next }) => next[index]));
  return screens.reduce((slowest, screen) => (median(screen) > median(slowest) ? screen : slowest));
}

/** The rows: what it is, how a number is written, its unit, and the numbers of the visits. */
const ROWS = [
  ['first question readable and tickable', whole, 'ms', each(({ first }) => first)],
  ['first Continue carried out', whole, 'ms', each(({ second }) => second)],
  ['next screen painted, median screen', whole, 'ms', each(({ next }) => median(next))],
  ['next screen painted, slowest screen', whole, 'ms', slowestScreen],
  ['questions asked in the case', whole, '', each(({ asked }) => asked.length)],
  ['times that Continue is pressed', whole, '', each(({ next }) => next.length + 1)],
  ['over the network until the first question', kilobytes, 'KB', each(({ untilFirst }) => untilFirst.bytes)],
  ['requests until the first question', whole, '', each(({ untilFirst }) => untilFirst.requests)],
  ['over the network until the first Continue is carried out', kilobytes, 'KB', each(({ untilSecond }) => untilSecond.bytes)],
  ['requests until the first Continue is carried out', whole, '', each(({ untilSecond }) => untilSecond.requests)],
];

/** The median of the visits, with the least and the most. */
function cell(numbers, write, unit) {
  const [least, most] = [write(Math.min(...numbers)), write(Math.max(...numbers))];
  return `${write(median(numbers))} ${unit}`.trim() + (least === most ? '' : ` (${least}–${most})`);
}

/** The table of all visits, a column for each contender, and the first column's share of the second. */
export function table(visits) {
  const [[, aid], [, other]] = visits;
  const lines = ROWS.map(([what, write, unit, of]) => {
    const [ours, theirs] = [of(aid), of(other)];
    return [what, cell(ours, write, unit), cell(theirs, write, unit), (median(ours) / median(theirs)).toFixed(2)];
  });
  const heads = [`median of ${aid.length} visits (least–most)`, ...visits.keys(), 'ratio'];
  return [heads, heads.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Names the questions that only one of the two asked in the case, for whoever reads the table. */
export function extraQuestions(visits) {
  const asked = [...visits].map(([name, [{ asked: questions }]]) => [name, questions.map(([id]) => id)]);
  return asked.map(([name, ids], index) => {
    const [, others] = asked[1 - index];
    const extra = ids.filter((id) => !others.includes(id));
    return extra.length > 0 ? `Only ${name} asks ${extra.join(', ')}.\n` : '';
  }).join('');
}
