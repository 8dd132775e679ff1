// Starts the decision aid in the page that holds it. Over http the app is fetched; a page opened from a folder
// may not fetch, so there the same bytes come as a script. Where it cannot run, does not arrive or takes long, the
// checklist below it is shown.
(() => {
  'use strict';
  const aid = document.getElementById('decision-aid');
  const state = (name) => aid.querySelector(`[data-aid="${name}"]`);
  const checklist = document.getElementById('decision-aid-checklist');
  const { root, glue, wasm, wasmScript, policy, deferred } = aid.dataset;

  const show = (element, visible) => { element.hidden = !visible; };

  // See browser-app.js.
  const { load, bytes, bytesOf, tried, writeWord } = browserApp(aid);

  // What the page does for the aid: its JSON for case files, and the writer of Word files, loaded when one is asked for.
  let rules;
  globalThis.decisionAidPage = {
    // The id of a new case, by chance. A page that did not come safely has no `randomUUID`.
    newId: () => crypto.randomUUID?.() ?? Array.from(crypto.getRandomValues(new Uint8Array(16)), (n) => n.toString(16).padStart(2, '0')).join(''),
    parse: (text) => tried(() => JSON.parse(text, (name, value) => {
      for (const words of [name, value]) {
        if (typeof words === 'string' && /\p{Surrogate}/u.test(words)) throw new SyntaxError('half of a surrogate pair');
      }
      return value;
    })),
    stringify: (value) => tried(() => JSON.stringify(value, (_, held) => (held instanceof Map ? Object.fromEntries(held) : held), 2)),
    word: (content, name) => {
      writeWord(content.slice(), name).then(() => app().wordMade(true), (error) => {
        console.error(error);
        app().wordMade(false);
      });
    },
  };

  const app = () => globalThis.wasm_bindgen ?? wasm_bindgen;

  // What has arrived, or is on its way, by its name. What failed is asked for again by the next attempt.
  const arriving = new Map();
  const once = (name, get) => {
    if (!arriving.has(name)) arriving.set(name, get().catch((error) => { arriving.delete(name); throw error; }));
    return arriving.get(name);
  };

  // The first stage stands in the page: whoever presses Continue before the program is there goes on when it is.
  let wentOn = false;
  aid.addEventListener('submit', (event) => {
    event.preventDefault();
    wentOn ||= !started;
  });

  let started = false;
  const start = async () => {
    // All at once: the browser compiles the app while the rest is on its way.
    const [code] = await Promise.all([
      once(wasm, () => bytes(wasm, wasmScript, 'decisionAidBytes')),
      once(glue, () => load(glue)),
      once(policy, () => load(policy)),
    ]);
    // Two attempts may be on their way at once.
    if (started) return;
    started = true;
    try {
      await app()({ module_or_path: code });
      rules = bytesOf(globalThis.decisionAidPolicy);
      app().start(state('app'), rules, root, wentOn);
    } catch (error) {
      started = false;
      arriving.clear();
      throw error;
    }
    for (const name of ['loading', 'late', 'failed']) show(state(name), false);
    bringDeferred();
  };

  // What the first stage does not need comes once the program runs; where it does not arrive, on the next thing that
  // somebody does.
  const bringDeferred = () => {
    load(deferred).then(() => app().deferred(rules, bytesOf(globalThis.decisionAidDeferred)), (error) => {
      console.error(error);
      for (const event of ['pointerdown', 'keydown']) aid.addEventListener(event, bringDeferred, { once: true });
    });
  };

  // How long the aid may take before the checklist stands in for it, in milliseconds.
  const patience = 10000;

  // The checklist stays once it is shown, whatever arrives later: somebody may be reading it.
  const standIn = (name) => {
    show(state('loading'), false);
    for (const other of ['late', 'failed', 'unsupported']) show(state(other), other === name);
    show(checklist, true);
  };

  const attempt = () => {
    const late = setTimeout(() => standIn('late'), patience);
    start().catch((error) => {
      console.error(error);
      if (!started) standIn('failed');
    }).finally(() => clearTimeout(late));
  };

  const retry = () => {
    // What has not arrived is asked for anew; if it arrives after all, it starts.
    arriving.clear();
    for (const name of ['late', 'failed']) show(state(name), false);
    show(state('loading'), true);
    attempt();
  };
  for (const button of aid.querySelectorAll('[data-aid="retry"]')) button.addEventListener('click', retry);

  if (typeof WebAssembly !== 'object') {
    standIn('unsupported');
  } else {
    show(state('loading'), true);
    show(checklist, false);
    attempt();
  }
})();
