// What was measured, as tables in Markdown.

export const median = (numbers) => {
  const sorted = numbers.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
};

/** How numbers are written, with their unit. */
export const count = (number) => Math.round(number).toLocaleString('en-GB');
export const milliseconds = Object.assign((number) => count(number), { unit: 'ms' });
export const kilobytes = Object.assign((bytes) => (bytes / 1000).toFixed(1), { unit: 'KB' });
export const megabytes = Object.assign((bytes) => (bytes / 1e6).toFixed(1), { unit: 'MB' });

/** The median, with the least and the most. */
function cell(numbers, write) {
  const [least, most] = [write(Math.min(...numbers)), write(Math.max(...numbers))];
  return `${write(median(numbers))} ${write.unit ?? ''}`.trim() + (least === most ? '' : ` (${least}–${most})`);
}

/** How large the first is against the second: beside a nought there is no such number. */
const ratio = (first, second) => (median(second) === 0 ? '–' : (median(first) / median(second)).toFixed(2));

/** A row: what it is, what was measured of each, ours first, and how ours compares with each of the others. */
export function row(what, write, measured) {
  const [ours, ...others] = measured;
  return [what, ...measured.map((numbers) => cell(numbers, write)), ...others.map((theirs) => ratio(ours, theirs))];
}

/** A table of rows under its heads. */
export function markdown(what, names, rows) {
  const [ours, ...others] = names;
  const heads = [what, ...names, ...others.map((other) => (others.length > 1 ? `${ours} / ${other}` : 'Ratio'))];
  return [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
