// What the visits to the forms showed, as a table.
import { count, kilobytes, markdown, median, megabytes, milliseconds, row } from './table.js';

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

/** The rows: what it is, how a number is written, and the numbers of the visits. */
const ROWS = [
  ['First question there to read and to tick', milliseconds, each(({ first }) => first)],
  ['First Continue carried out', milliseconds, each(({ second }) => second)],
  ['Next screen painted, median screen', milliseconds, each(({ next }) => median(next))],
  ['Next screen painted, slowest screen', milliseconds, slowestScreen],
  ['Questions asked in the case', count, each(({ asked }) => asked.length)],
  ['Times that Continue is pressed', count, each(({ next }) => next.length + 1)],
  ['Over the network until the first question', kilobytes, each(({ untilFirst }) => untilFirst.bytes)],
  ['Requests until the first question', count, each(({ untilFirst }) => untilFirst.requests)],
  ['Over the network until the first Continue is carried out', kilobytes, each(({ untilSecond }) => untilSecond.bytes)],
  ['Requests until the first Continue is carried out', count, each(({ untilSecond }) => untilSecond.requests)],
  ['Memory with the first question on screen', megabytes, each(({ memoryAtFirst }) => memoryAtFirst)],
  ['Memory at the end of the case', megabytes, each(({ memoryAtEnd }) => memoryAtEnd)],
];

/** The table of all visits, a column for each contender. */
export function formTable(visits) {
  const all = [...visits.values()];
  const rows = ROWS.map(([what, write, of]) => row(what, write, all.map(of)));
  return markdown(`Median of ${all[0].length} visits (least–most)`, [...visits.keys()], rows);
}

/** Says which questions only the aid or only another asked in the case. */
export function differences(visits) {
  const [[aid, ours], ...others] = [...visits].map(([name, [{ asked }]]) => [name, asked.map(([id]) => id)]);
  const only = (name, ids, against, than) => {
    const more = ids.filter((id) => !than.includes(id));
    return more.length > 0 ? [`${name} asks ${more.join(', ')}, but ${against} does not.`] : [];
  };
  return others.flatMap(([name, theirs]) => [...only(aid, ours, name, theirs), ...only(name, theirs, aid, ours)]).join('\n');
}
