// Finds the API of the learning system, and calls it so that nothing here throws.

/** How many windows are searched, from this one outwards. Learning systems nest only a few. */
const MAX_WINDOWS = 20;

const binding = bindings[document.currentScript.dataset.standard];

/** The API of the learning system; null until it is found. */
let api = null;

/** The result of a function; null where it throws, as windows of other sites and broken learning systems do. */
function attempt(callback) {
  try {
    return callback() ?? null;
  } catch {
    return null;
  }
}

/** The API of a window or of its nearest ancestor that has one. */
function findApiFrom(start) {
  let candidate = start;
  for (let count = 0; candidate && count < MAX_WINDOWS; count += 1) {
    const current = candidate;
    const found = attempt(() => current[binding.api]);
    if (found) return found;
    const parent = attempt(() => current.parent);
    candidate = parent === current ? null : parent;
  }
  return null;
}

/** The API around this window, or around the window that opened the one in which the course is. */
const findApi = () => findApiFrom(window) ?? findApiFrom(attempt(() => window.top.opener));

/** What a method of the API returns, as text. */
const call = (method, ...values) => String(attempt(() => api[binding.methods[method]](...values)) ?? '');

/** Whether a method of the API reports success. */
const succeeds = (method, ...values) => ['true', '1'].includes(call(method, ...values));
