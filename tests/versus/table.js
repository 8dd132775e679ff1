// What was measured, as a table in Markdown.

const median = (numbers) => {
  const sorted = numbers.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
};

const whole = (number) => Math.round(number).toLocaleString('en-GB');
const kilobytes = (bytes) => (bytes / 1000).toFixed(1);

/** The rows: what it is, how a number is written with its unit, and the number of one visit. */
const ROWS = [
  ['first question readable and tickable', whole, 'ms', ({ first }) => first],
  ['first Continue carried out', whole, 'ms', ({ second }) => second],
  ['next screen painted, median of a visit', whole, 'ms', ({ next }) => median(next)],
  ['next screen painted, slowest of a visit', whole, 'ms', ({ next }) => Math.max(...next)],
  ['questions asked in the case', whole, '', ({ asked }) => asked.length],
  ['times that Continue is pressed', whole, '', ({ next }) => next.length + 1],
  ['over the network until the first question', kilobytes, 'KB', ({ untilFirst }) => untilFirst.bytes],
  ['requests until the first question', whole, '', ({ untilFirst }) => untilFirst.requests],
  ['over the network until the first Continue is carried out', kilobytes, 'KB', ({ untilSecond }) => untilSecond.bytes],
  ['requests until the first Continue is carried out', whole, '', ({ untilSecond }) => untilSecond.requests],
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
    const [ours, theirs] = [aid.map(of), other.map(of)];
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
