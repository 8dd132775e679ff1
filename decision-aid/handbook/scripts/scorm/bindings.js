// How each version of SCORM names its calls and what they carry. Sources: SCORM 1.2 Run-Time Environment, sections 3.3 and
// 3.4; SCORM 2004 4th edition, Run-Time Environment, sections 3 and 4.

/** A length of time as SCORM 1.2 writes it: 0:01:02 is 00:01:02. */
function clockTime(milliseconds) {
  const seconds = Math.round(milliseconds / 1000);
  return [seconds / 3600, (seconds / 60) % 60, seconds % 60].map((part) => String(Math.floor(part)).padStart(2, '0')).join(':');
}

/** The same as SCORM 2004 writes it, which takes any number of seconds. */
const isoTime = (milliseconds) => `PT${Math.round(milliseconds / 1000)}S`;

/** A number with no more decimals than either version takes. */
const decimal = (number) => String(Math.round(number * 100) / 100);

/** The score out of 100. What a learning system may do without is in no `part`, so that it is not missed. */
const scored = (element, score) => (score === null ? [] : [
  { element: `${element}.raw`, value: decimal(score), part: 'result' },
  { element: `${element}.min`, value: '0' },
  { element: `${element}.max`, value: '100' },
]);

/** What is reported, element by element. `part` is what a learner knows it as. */
const bindings = {
  1.2: {
    api: 'API',
    calls: { initialize: 'LMSInitialize', get: 'LMSGetValue', set: 'LMSSetValue', commit: 'LMSCommit', finish: 'LMSFinish' },
    progress: 'cmi.suspend_data',
    longestProgress: 4096,
    place: 'cmi.core.lesson_location',
    longestPlace: 255,
    learner: 'cmi.core.student_name',
    verdict: 'cmi.core.lesson_status',
    score: 'cmi.core.score.raw',
    exit: 'cmi.core.exit',
    time: 'cmi.core.session_time',
    timeText: clockTime,
    // One status for both: how far the learner came, until there is a verdict.
    report: ({ score, passed }) => [
      { element: 'cmi.core.lesson_status', value: passed === null ? 'incomplete' : passed ? 'passed' : 'failed', part: 'result' },
      ...scored('cmi.core.score', score),
    ],
  },
  2004: {
    api: 'API_1484_11',
    calls: { initialize: 'Initialize', get: 'GetValue', set: 'SetValue', commit: 'Commit', finish: 'Terminate' },
    progress: 'cmi.suspend_data',
    longestProgress: 64000,
    place: 'cmi.location',
    longestPlace: 1000,
    learner: 'cmi.learner_name',
    verdict: 'cmi.success_status',
    score: 'cmi.score.raw',
    exit: 'cmi.exit',
    time: 'cmi.session_time',
    timeText: isoTime,
    // Whoever has not passed is not through with the course, since the check may be repeated.
    report: ({ share, score, passed }) => [
      { element: 'cmi.completion_status', value: passed ? 'completed' : 'incomplete', part: 'result' },
      ...(passed === null ? [] : [{ element: 'cmi.success_status', value: passed ? 'passed' : 'failed', part: 'result' }]),
      ...(score === null ? [] : [{ element: 'cmi.score.scaled', value: String(Math.round(score * 100) / 10000), part: 'result' }]),
      ...scored('cmi.score', score),
      ...(share === null ? [] : [{ element: 'cmi.progress_measure', value: decimal(share), part: 'progress' }]),
    ],
  },
};
