// Starts the decision aid in the page that holds it. Over http the app is fetched; a page opened from a folder
// may not fetch, so there the same bytes come as a script. Where it cannot run, the checklist below it stays.
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

  const start = async () => {
    if (typeof WebAssembly !== 'object') throw new Error('no WebAssembly');
    // All at once: the browser compiles the app while the rest is on its way.
    const [code] = await Promise.all([bytes(wasm, wasmScript, 'decisionAidBytes'), load(glue), load(policy)]);
    await app()({ module_or_path: code });
    rules = bytesOf(globalThis.decisionAidPolicy);
    app().start(state('app'), rules, root);
    show(state('loading'), false);
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

  show(state('loading'), true);
  show(checklist, false);
  start().catch((error) => {
    console.error(error);
    show(state('loading'), false);
    show(state('failed'), true);
    show(checklist, true);
  });
})();
