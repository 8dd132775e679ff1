// Starts the decision aid in the page that holds it. Over http the app is fetched; a page opened from a folder
// may not fetch, so there the same bytes come as a script. Where it cannot run, does not arrive or takes long, the
// checklist below it is shown.
(() => {
  'use strict';
  const aid = document.getElementById('decision-aid');
  const state = (name) => aid.querySelector(`[data-aid="${name}"]`);
  const checklist = document.getElementById('decision-aid-checklist');
  const { root, policy, deferred, page, ...files } = aid.dataset;

  const show = (element, visible) => { element.hidden = !visible; };

  // See browser-app.js.
  const { load, bytes, bytesOf, tried, tryAgain, isFramed, refuseFrame } = browserApp(aid);

  // What has arrived, or is on its way, by its name. What failed is asked for again by the next attempt.
  const arriving = new Map();
  const once = (name, get) => {
    if (!arriving.has(name)) arriving.set(name, get().catch((error) => { arriving.delete(name); throw error; }));
    return arriving.get(name);
  };

  // Two programs run the aid, one after the other: the first asks the questions, and the whole one follows.
  const programs = {
    first: { glue: files.firstGlue, wasm: files.firstWasm, script: files.firstWasmScript, name: 'firstBytes' },
    whole: { glue: files.glue, wasm: files.wasm, script: files.wasmScript, name: 'wholeBytes' },
  };

  // All files of a program at once: the browser compiles it while the rest is on its way. Gives its code.
  const bring = async ({ glue, wasm, script, name }, ...scripts) => {
    const [code] = await Promise.all([
      once(wasm, () => bytes(wasm, script, name)),
      ...[glue, policy, ...scripts].map((file) => once(file, () => load(file))),
    ]);
    return code;
  };

  // The first stage stands in the page: whoever presses Continue before a program is there goes on when it is. See early.js.
  let running = '';
  const wentOn = () => !running && 'pressed' in aid.dataset;
  const sayLoading = () => show(state('loading'), wentOn());
  document.addEventListener('submit', sayLoading);
  sayLoading();

  // Nothing is drawn anew while a press is held: see early.js, which a browser may run after this.
  const isHeld = () => globalThis.isPressHeld?.() ?? false;
  const untilFree = async () => {
    do {
      while (isHeld()) await new Promise((resolve) => { setTimeout(resolve, 20); });
      if (running === 'first') await new Promise(firstProgram.whenDrawn);
    } while (isHeld());
  };

  const begun = (name) => {
    running = name;
    // Each screen begins at its top, also back in the history.
    history.scrollRestoration = 'manual';
    for (const other of ['loading', 'late', 'failed', 'unfinished']) show(state(other), false);
  };

  const startFirst = async () => {
    const code = await bring(programs.first);
    await firstProgram({ module_or_path: code });
    await untilFree();
    if (running) return;
    firstProgram.start(state('app'), bytesOf(globalThis.decisionAidPolicy), root, wentOn());
    begun('first');
  };

  const startWhole = async () => {
    const code = await bring(programs.whole, deferred, page);
    await wholeProgram({ module_or_path: code });
    wholeProgram.load(bytesOf(globalThis.decisionAidPolicy), bytesOf(globalThis.decisionAidDeferred));
    await untilFree();
    if (running === 'whole') return;
    // It goes on where the first one stands, and draws in the same moment.
    wholeProgram.read(state('app'), wentOn(), running === 'first');
    const kept = running ? firstProgram.end() : tried(() => sessionStorage.getItem('decision-aid')) ?? '';
    wholeProgram.start(state('app'), root, kept);
    begun('whole');
  };

  // A case that is under way, or a step of it in the history, is for the whole program.
  const isUnderWay = () => Boolean(tried(() => sessionStorage.getItem('decision-aid')) || history.state);

  const start = async () => {
    if (!isUnderWay()) await startFirst();
    await startWhole();
  };

  // How long the aid may take before the checklist stands in for it, in milliseconds.
  const patience = 10000;

  // The checklist stays once it is shown, whatever arrives later: somebody may be reading it.
  const standIn = (name) => {
    show(state('loading'), false);
    for (const other of ['late', 'failed', 'unsupported']) show(state(other), other === name);
    show(checklist, true);
    checklist.classList.add('stands-in');
  };

  const attempt = () => {
    const late = setTimeout(() => { if (!running) standIn('late'); }, patience);
    start().catch((error) => {
      console.error(error);
      // The questions can be answered; only what follows from them is not there.
      if (running) show(state('unfinished'), true);
      else standIn('failed');
    }).finally(() => clearTimeout(late));
  };

  const retry = () => {
    // What has not arrived is asked for anew; if it arrives after all, it starts.
    arriving.clear();
    tryAgain();
    for (const name of ['late', 'failed', 'unfinished']) show(state(name), false);
    attempt();
  };
  for (const button of aid.querySelectorAll('[data-aid="retry"]')) button.addEventListener('click', retry);

  if (isFramed) {
    refuseFrame(state('framed'), state('app'));
  } else if (typeof WebAssembly !== 'object') {
    standIn('unsupported');
  } else {
    show(checklist, false);
    attempt();
  }
})();
