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
  const { load, bytes, bytesOf, save, tried, writeWord } = browserApp(aid);

  const key = 'decision-aid';
  const { title } = document;

  // What the page does for the aid: this tab's storage and history, the day of today, the title and the focus, files,
  // the clipboard, paper, and the writer of Word files, loaded when asked for.
  let rules;
  globalThis.decisionAidPage = {
    stored: () => tried(() => sessionStorage.getItem(key), '') ?? '',
    keep: (text) => tried(() => {
      if (text) sessionStorage.setItem(key, text);
      else sessionStorage.removeItem(key);
      return true;
    }, false),
    today: () => {
      const now = new Date();
      return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => `${n}`.padStart(2, '0')).join('-');
    },
    // The id of a new case, by chance. A page that did not come safely has no `randomUUID`.
    newId: () => crypto.randomUUID?.() ?? Array.from(crypto.getRandomValues(new Uint8Array(16)), (n) => n.toString(16).padStart(2, '0')).join(''),
    parse: (text) => tried(() => JSON.parse(text, (name, value) => {
      for (const words of [name, value]) {
        if (typeof words === 'string' && /\p{Surrogate}/u.test(words)) throw new SyntaxError('half of a surrogate pair');
      }
      return value;
    })),
    stringify: (value) => tried(() => JSON.stringify(value, (_, held) => (held instanceof Map ? Object.fromEntries(held) : held), 2)),
    step: () => (typeof history.state === 'string' ? history.state : ''),
    note: (step, fresh) => tried(() => history[fresh ? 'pushState' : 'replaceState'](step, '')),
    back: () => history.back(),
    title: (step) => { document.title = `${step} – ${title}`; },
    focus: (id) => {
      const element = document.getElementById(id);
      if (!element) return;
      element.closest('details')?.setAttribute('open', '');
      element.focus();
      // A new screen begins at the top; a field stays where the focus brought it.
      if (id.startsWith('aid-')) aid.scrollIntoView();
    },
    lower: (text) => text.toLowerCase(),
    save,
    copy: (id) => {
      const chosen = getSelection();
      chosen.selectAllChildren(document.getElementById(id));
      const copied = document.execCommand('copy');
      chosen.removeAllRanges();
      return copied;
    },
    print: () => window.print(),
    read: (file, number) => { file.text().then((text) => app().read(number, text), () => app().read(number)); },
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
      app().start(state('app'), rules, root);
    } catch (error) {
      started = false;
      arriving.clear();
      throw error;
    }
    for (const name of ['loading', 'late', 'failed']) show(state(name), false);
    for (const event of ['pointerover', 'focusin', 'keydown']) aid.addEventListener(event, bringDeferred, { passive: true });
    if (decisionAidPage.stored()) bringDeferred();
  };

  // What nobody reads before a case has a result, and the words explained, come once somebody works with the aid.
  let brought = false;
  const bringDeferred = () => {
    if (brought) return;
    brought = true;
    load(deferred).then(() => app().deferred(rules, bytesOf(globalThis.decisionAidDeferred)), (error) => {
      console.error(error);
      brought = false;
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
