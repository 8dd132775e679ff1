// The session with the learning system: opened once and ended once, while the learner goes from page to page in the frame.
// Those pages know it as `window.parent.learningSystem`. Nothing here throws, nothing keeps a learner waiting, and what could
// not be reported is kept and tried again.

/** How far away the API may be, in windows; for how long it is looked for, how often, and how long changes are gathered, in milliseconds. */
const FARTHEST = 20;
const LOOK_FOR = 10_000;
const LOOK_EVERY = 250;
const GATHER = 400;

const NOT_FOUND = 'No learning system was found, so your progress and your result are not reported; the course goes on.';
const NOT_OPENED = 'The learning system did not open your record, so your progress and your result are not reported yet; the course goes on.';
const NOT_SAVED = 'The learning system did not save your last step, so it will be sent again with your next one; the course goes on.';
const TOO_LONG = 'Your progress is too long for the learning system, so only this browser keeps it; your result is reported, and the course goes on.';
const notTaken = (parts) => `The learning system did not take ${parts.map((part) => `your ${part}`).join(' and ')}, which will be sent again with your next step; the course goes on.`;

const binding = bindings[document.currentScript.dataset.standard];
const began = Date.now();
const listeners = new Set();

let api = null;
/** Whether the session is open, and whether it is over. */
let [opened, ended] = [false, false];
/** What there is to say of the API, of the last report, and of the progress. */
let [connection, trouble, tooLong] = ['', '', false];
/** What is to be kept and reported; null where nobody knows. */
let progress = null;
let result = { share: null, score: null, passed: null, place: null };
let learner = '';
/** What the learning system has taken, element by element, and whether it has yet to save that. */
const taken = new Map();
let unsaved = false;
/** What the learning system had kept when the session was opened, and what listeners were last told. */
let [found, told] = ['', '\n'];
let timer = 0;

/** What `ask` gives; nothing where it throws, as windows of other sites and broken systems do. */
function attempt(ask) {
  try {
    return ask() ?? null;
  } catch {
    return null;
  }
}

/** The API of a window or of the nearest one around it. */
function apiAround(start) {
  let place = start;
  for (let step = 0; place && step < FARTHEST; step += 1) {
    const here = place;
    const held = attempt(() => here[binding.api]);
    if (held) return held;
    const around = attempt(() => here.parent);
    place = around === here ? null : around;
  }
  return null;
}

/** The API around the course, or around the window that opened the one in which it is. */
const findApi = () => apiAround(window) ?? apiAround(attempt(() => window.top.opener));

const call = (name, ...given) => String(attempt(() => api[binding.calls[name]](...given)) ?? '');
const succeeds = (name, ...given) => ['true', '1'].includes(call(name, ...given));

/** A number between 0 and `most`; null for anything else. */
const within = (most, number) => (Number.isFinite(number) ? Math.min(most, Math.max(0, number)) : null);

/** What is known once `said` is. What is left open stays as it was, and a pass stays a pass, with its best score. */
function after(before, said) {
  const passed = before.passed === true || (said.passed ?? before.passed);
  const counts = before.passed !== true || (said.passed === true && said.score > before.score);
  return {
    share: said.share ?? before.share,
    score: (counts ? said.score : null) ?? before.score,
    passed,
    place: said.place ?? before.place,
  };
}

/** What the learning system knows from earlier sessions. */
function standing() {
  const verdict = call('get', binding.verdict);
  const score = call('get', binding.score);
  const passed = verdict === 'passed' ? true : verdict === 'failed' ? false : null;
  return { share: null, score: score === '' ? null : within(100, Number(score)), passed, place: null };
}

/** Opens the session. What was kept before counts for more than what was kept while nobody knew of it. */
function open() {
  api ??= findApi();
  if (!api) return;
  opened = succeeds('initialize', '');
  connection = opened ? '' : NOT_OPENED;
  if (!opened) return;
  found = call('get', binding.progress);
  if (found) {
    progress = found;
    taken.set(binding.progress, found);
  }
  learner = call('get', binding.learner);
  result = after(standing(), result);
  tell();
}

/** All that the learning system should hold. */
function wanted() {
  const text = (element, value) => (value === null ? [] : [{ element, value, part: 'progress' }]);
  return [
    // Always: any other exit ends the attempt, and the next launch would know of no progress and no pass.
    { element: binding.exit, value: 'suspend', part: 'progress' },
    ...binding.report(result),
    ...text(binding.place, result.place),
    ...text(binding.progress, progress),
  ];
}

/** Hands over what the learning system does not have yet, and has it saved. */
function write() {
  const refused = new Set();
  for (const { element, value, part } of wanted()) {
    if (taken.get(element) === value) continue;
    if (succeeds('set', element, value)) {
      taken.set(element, value);
      unsaved = true;
    } else if (part) {
      refused.add(part);
    }
  }
  if (unsaved) unsaved = !succeeds('commit', '');
  trouble = refused.size > 0 ? notTaken([...refused]) : unsaved ? NOT_SAVED : '';
}

function send() {
  clearTimeout(timer);
  timer = 0;
  if (!opened) open();
  if (opened) write();
  tell();
}

/** Sends soon: after the page has shown what the learner did, and all changes of that moment at once. */
function soon() {
  if (timer === 0 && !ended) timer = setTimeout(send, GATHER);
}

/** Looks for the API until it is there or the time is up. */
function look(until) {
  if (ended || opened) return;
  open();
  if (api) {
    soon();
  } else if (Date.now() < until) {
    setTimeout(() => look(until), LOOK_EVERY);
  } else {
    connection = NOT_FOUND;
  }
  tell();
}

function end() {
  if (ended) return;
  ended = true;
  if (!opened) open();
  if (!opened) return;
  unsaved = succeeds('set', binding.time, binding.timeText(Date.now() - began)) || unsaved;
  send();
  call('finish', '');
}

const problem = () => (opened ? trouble || (tooLong ? TOO_LONG : '') : connection);

/** Tells the listeners, where what they ask for has changed by itself. */
function tell() {
  const now = `${problem()}\n${found}`;
  if (now === told) return;
  told = now;
  for (const listener of [...listeners]) attempt(listener);
}

window.learningSystem = Object.freeze({
  stored: () => progress ?? '',
  keep(text) {
    tooLong = String(text).length > binding.longestProgress;
    if (!tooLong) progress = String(text);
    soon();
    tell();
  },
  report({ share, score, passed, place } = {}) {
    result = after(result, {
      share: within(1, share),
      score: within(100, score),
      passed: typeof passed === 'boolean' ? passed : null,
      place: typeof place === 'string' ? place.slice(0, binding.longestPlace) : null,
    });
    soon();
  },
  connected: () => opened,
  learner: () => learner,
  problem,
  onChange: (listener) => { listeners.add(listener); },
});

// The frame may show the site only, so a link that leads elsewhere opens beside it.
function openBeside({ target }) {
  const link = target.closest?.('a[href]');
  if (!link || link.origin === location.origin) return;
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
}

// Loads are not told to the windows around, but on their way down they can be heard.
document.addEventListener('load', ({ target }) => {
  const page = attempt(() => target.contentWindow?.document);
  if (!page) return;
  page.addEventListener('click', openBeside, true);
  // A page that is left no longer listens.
  page.defaultView.addEventListener('pagehide', () => listeners.clear());
}, true);

addEventListener('pagehide', end);
// A phone may take the page away without another word.
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden' && timer !== 0) send();
});
// A browser that kept the page shows it again as it was, with a session that is over.
addEventListener('pageshow', ({ persisted }) => { if (persisted) location.reload(); });

look(began + LOOK_FOR);
