// How each version of SCORM names its methods and its data elements, and how it writes their values. Sources: SCORM 1.2 Run-Time
// Environment, sections 3.3 and 3.4; SCORM 2004 4th edition, Run-Time Environment, sections 3 and 4.

/** A duration as SCORM 1.2 writes it, such as 00:01:02. */
function clockDuration(milliseconds) {
  const seconds = Math.round(milliseconds / 1000);
  return [seconds / 3600, (seconds / 60) % 60, seconds % 60].map((unit) => String(Math.floor(unit)).padStart(2, '0')).join(':');
}

/** A duration as SCORM 2004 writes it, such as PT62S; it takes any number of seconds. */
const isoDuration = (milliseconds) => `PT${Math.round(milliseconds / 1000)}S`;

/** A number with at most two decimals, which both versions accept. */
const decimal = (number) => String(Math.round(number * 100) / 100);

/** The score out of 100. A learning system need not support its range, so nobody is told where that is refused. */
const scoreElements = (element, score) => (score === null ? [] : [
  { element: `${element}.raw`, value: decimal(score), label: 'result' },
  { element: `${element}.min`, value: '0' },
  { element: `${element}.max`, value: '100' },
]);

/**
 * The versions of SCORM. `resultElements` gives the data elements that report a result; where one has a `label`, the learner is
 * told under that name that it was refused.
 */
const bindings = {
  1.2: {
    api: 'API',
    methods: { initialize: 'LMSInitialize', get: 'LMSGetValue', set: 'LMSSetValue', commit: 'LMSCommit', finish: 'LMSFinish' },
    progress: 'cmi.suspend_data',
    maxProgressLength: 4096,
    location: 'cmi.core.lesson_location',
    maxLocationLength: 255,
    learnerName: 'cmi.core.student_name',
    successStatus: 'cmi.core.lesson_status',
    score: 'cmi.core.score.raw',
    exit: 'cmi.core.exit',
    sessionTime: 'cmi.core.session_time',
    formatDuration: clockDuration,
    // SCORM 1.2 has one status for completion and success: it is incomplete until the learner has passed or failed.
    resultElements: ({ score, passed }) => [
      { element: 'cmi.core.lesson_status', value: passed === null ? 'incomplete' : passed ? 'passed' : 'failed', label: 'result' },
      ...scoreElements('cmi.core.score', score),
    ],
  },
  2004: {
    api: 'API_1484_11',
    methods: { initialize: 'Initialize', get: 'GetValue', set: 'SetValue', commit: 'Commit', finish: 'Terminate' },
    progress: 'cmi.suspend_data',
    maxProgressLength: 64000,
    location: 'cmi.location',
    maxLocationLength: 1000,
    learnerName: 'cmi.learner_name',
    successStatus: 'cmi.success_status',
    score: 'cmi.score.raw',
    exit: 'cmi.exit',
    sessionTime: 'cmi.session_time',
    formatDuration: isoDuration,
    // A learner who failed may take the check again, so that the course is completed only by a pass.
    resultElements: ({ share, score, passed }) => [
      { element: 'cmi.completion_status', value: passed ? 'completed' : 'incomplete', label: 'result' },
      ...(passed === null ? [] : [{ element: 'cmi.success_status', value: passed ? 'passed' : 'failed', label: 'result' }]),
      ...(score === null ? [] : [{ element: 'cmi.score.scaled', value: String(Math.round(score * 100) / 10000), label: 'result' }]),
      ...scoreElements('cmi.score', score),
      ...(share === null ? [] : [{ element: 'cmi.progress_measure', value: decimal(share), label: 'progress' }]),
    ],
  },
};
