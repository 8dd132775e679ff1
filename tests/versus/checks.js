// That what was measured is what should have been.

/** With fewer screens than these there is no next screen to speak of. */
const FEWEST_NEXT = 3;

/** Throws where the case answers a question that the policy does not have. */
export function checkCase(answers, stages) {
  const ids = new Set(stages.flatMap(({ questions }) => questions).map(({ id }) => id));
  const unknown = Object.keys(answers).filter((id) => !ids.has(id));
  if (unknown.length > 0) throw new Error(`the case in case.js answers what the policy does not ask: ${unknown.join(', ')}`);
}

/** Throws unless the visit went through several stages and asked nothing but questions of the policy, in its words. */
export function checkVisit(name, { next, asked }, stages) {
  const asks = new Map(stages.flatMap(({ questions }) => questions).map(({ id, ask }) => [id, ask]));
  if (next.length < FEWEST_NEXT) throw new Error(`${name} came to its end after ${next.length} more screens: nothing to compare`);
  for (const [id, text] of asked) {
    if (!asks.has(id)) throw new Error(`${name} asks “${id}”, which the policy does not have`);
    if (!text.replace(/\s+/g, ' ').includes(asks.get(id))) throw new Error(`${name} asks “${id}” in other words: “${text}”`);
  }
}

/** Throws unless every visit went through the same screens: else they could not be compared one by one. */
export function checkAlike(name, visits) {
  const ways = new Set(visits.map(({ next, asked }) => `${next.length} screens, ${asked.map(([id]) => id).sort()}`));
  if (ways.size > 1) throw new Error(`${name} went another way in another visit: ${[...ways].join(' / ')}`);
}
