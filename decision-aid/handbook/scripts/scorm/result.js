// The result of the course: the share that is finished, from 0 to 1; the score out of 100; whether the knowledge check was
// passed; and the id of the section on screen. Each is null while it is not known.

const NO_RESULT = { share: null, score: null, passed: null, location: null };

/** A number limited to the range from 0 to `max`; null for anything else. */
const clamped = (max, number) => (Number.isFinite(number) ? Math.min(max, Math.max(0, number)) : null);

/** The result that a page reports, without values of the wrong type. */
const checkedResult = ({ share, score, passed, location } = {}) => ({
  share: clamped(1, share),
  score: clamped(100, score),
  passed: typeof passed === 'boolean' ? passed : null,
  location: typeof location === 'string' ? location.slice(0, binding.maxLocationLength) : null,
});

/** A result updated by a newer one. What the newer one leaves open stays as it was, and a pass stays a pass with its best score. */
function mergedResult(older, newer) {
  const takesScore = older.passed !== true || (newer.passed === true && newer.score > older.score);
  return {
    share: newer.share ?? older.share,
    score: (takesScore ? newer.score : null) ?? older.score,
    passed: older.passed === true || (newer.passed ?? older.passed),
    location: newer.location ?? older.location,
  };
}

/** The result that the learning system has from earlier sessions. */
function storedResult() {
  const status = call('get', binding.successStatus);
  const score = call('get', binding.score);
  return {
    ...NO_RESULT,
    score: score === '' ? null : clamped(100, Number(score)),
    passed: status === 'passed' ? true : status === 'failed' ? false : null,
  };
}
