// The session with the learning system. A learning system allows one session per launch, so the launch page opens it once and ends
// it once, while the learner goes from page to page in the frame. Those pages use it as `window.parent.learningSystem`. No call
// throws or blocks, and what could not be reported is kept and sent again with the next change.

/** For how long and how often the API is looked for, and how long changes are gathered into one commit, in milliseconds. */
const SEARCH_TIME = 10_000;
const SEARCH_INTERVAL = 250;
const COMMIT_DELAY = 400;

const NOT_FOUND = 'No learning system was found, so your progress and your result are not reported; the course goes on.';
const NOT_OPENED = 'The learning system did not open your record, so your progress and your result are not reported yet; the course goes on.';
const NOT_SAVED = 'The learning system did not save your last step, so it will be sent again with your next one; the course goes on.';
const TOO_LONG = 'Your progress is too long for the learning system, so only this browser keeps it; your result is reported, and the course goes on.';
const refusedMessage = (labels) => `The learning system did not take ${labels.map((label) => `your ${label}`).join(' and ')}, which will be sent again with your next step; the course goes on.`;

const startTime = Date.now();
const listeners = new Set();

let isOpen = false;
let hasEnded = false;
/** Why there is no connection, and why the last commit failed, for the learner; empty where all is well. */
let connectionProblem = '';
let commitProblem = '';
let isProgressTooLong = false;
/** The progress to store; null while there is none. */
let progress = null;
let result = NO_RESULT;
let learnerName = '';
/** The values that the learning system has accepted, by element, and whether it has yet to save any of them. */
const accepted = new Map();
let hasUncommitted = false;
/** The progress that the learning system had when the session was opened. */
let initialProgress = '';
let commitTimer = null;

const problem = () => (isOpen ? commitProblem || (isProgressTooLong ? TOO_LONG : '') : connectionProblem);

/** What listeners are told of: the problem, and the progress that came from the learning system. */
const currentState = () => `${problem()}\n${initialProgress}`;
let notifiedState = currentState();

/** Tells the listeners, where the state has changed since they were last told. */
function notify() {
  const state = currentState();
  if (state === notifiedState) return;
  notifiedState = state;
  for (const listener of [...listeners]) attempt(listener);
}

/** Opens the session. Progress that the learning system has takes precedence over what a page stored before it was found. */
function open() {
  api ??= findApi();
  if (!api) return;
  isOpen = succeeds('initialize', '');
  connectionProblem = isOpen ? '' : NOT_OPENED;
  if (!isOpen) return;
  initialProgress = call('get', binding.progress);
  if (initialProgress) {
    progress = initialProgress;
    accepted.set(binding.progress, initialProgress);
  }
  learnerName = call('get', binding.learnerName);
  result = mergedResult(storedResult(), result);
  notify();
}

/** The data elements that the learning system should have. */
function elementsToStore() {
  const text = (element, value) => (value === null ? [] : [{ element, value, label: 'progress' }]);
  return [
    // Any other exit ends the attempt, and the next launch would start without progress and result.
    { element: binding.exit, value: 'suspend', label: 'progress' },
    ...binding.resultElements(result),
    ...text(binding.location, result.location),
    ...text(binding.progress, progress),
  ];
}

/** Sends the elements that the learning system does not have yet. Returns the labels of those that it refused. */
function sendElements() {
  const refused = new Set();
  for (const { element, value, label } of elementsToStore()) {
    if (accepted.get(element) === value) continue;
    if (succeeds('set', element, value)) {
      accepted.set(element, value);
      hasUncommitted = true;
    } else if (label) {
      refused.add(label);
    }
  }
  return [...refused];
}

function commit() {
  clearTimeout(commitTimer);
  commitTimer = null;
  if (!isOpen) open();
  if (isOpen) {
    const refused = sendElements();
    if (hasUncommitted) hasUncommitted = !succeeds('commit', '');
    commitProblem = refused.length > 0 ? refusedMessage(refused) : hasUncommitted ? NOT_SAVED : '';
  }
  notify();
}

/** Commits after a short delay, so that the page shows first what the learner did, and changes of one moment are sent together. */
function scheduleCommit() {
  if (commitTimer === null && !hasEnded) commitTimer = setTimeout(commit, COMMIT_DELAY);
}

/** Looks for the API until it is found or the deadline has passed. */
function connect(deadline) {
  if (hasEnded || isOpen) return;
  open();
  if (api) {
    scheduleCommit();
  } else if (Date.now() < deadline) {
    setTimeout(() => connect(deadline), SEARCH_INTERVAL);
  } else {
    connectionProblem = NOT_FOUND;
  }
  notify();
}

function end() {
  if (hasEnded) return;
  hasEnded = true;
  if (!isOpen) open();
  if (!isOpen) return;
  const duration = binding.formatDuration(Date.now() - startTime);
  hasUncommitted = succeeds('set', binding.sessionTime, duration) || hasUncommitted;
  commit();
  call('finish', '');
}

window.learningSystem = Object.freeze({
  stored: () => progress ?? '',
  keep(text) {
    isProgressTooLong = String(text).length > binding.maxProgressLength;
    if (!isProgressTooLong) progress = String(text);
    scheduleCommit();
    notify();
  },
  report(newer) {
    result = mergedResult(result, checkedResult(newer));
    scheduleCommit();
  },
  connected: () => isOpen,
  learner: () => learnerName,
  problem,
  onChange: (listener) => { listeners.add(listener); },
});

addEventListener('pagehide', end);
// A phone may end the page while it is hidden, without a `pagehide`.
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden' && commitTimer !== null) commit();
});
// A page from the back-forward cache is shown as it was, but its session has ended, so that it is loaded anew.
addEventListener('pageshow', ({ persisted }) => { if (persisted) location.reload(); });

connect(startTime + SEARCH_TIME);
