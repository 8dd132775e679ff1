// Starts the training in the page that holds it. Where it cannot run, what there is to read stays as the page has it.
(() => {
  'use strict';
  const training = document.getElementById('training');
  const state = (name) => training.querySelector(`[data-training="${name}"]`);
  const { root, page, glue, wasm, wasmScript, policy, deferred, course } = training.dataset;
  // See browser-app.js.
  const { load, bytes, bytesOf, tried, writeWord } = browserApp(training);
  const { classList } = document.querySelector('main');

  // A page in a learning system's frame finds there what keeps its progress and reports it.
  const system = tried(() => (parent === window ? undefined : parent.learningSystem));
  const told = (name, ...values) => tried(() => system?.[name](...values));
  const alone = () => !system || Boolean(told('problem'));

  // Progress stays on this device. Below a learning system the device may be another learner's next: there it stays in this
  // tab, and only while the system cannot be reached.
  const device = tried(() => (system ? sessionStorage : localStorage));
  // Another handbook on the same server has names of its own.
  const { pathname } = new URL(root, location.href);
  const kept = (key) => tried(() => device.getItem(key + pathname)) ?? '';
  const keepAs = (key, text) => tried(() => {
    if (text) device.setItem(key + pathname, text);
    else device.removeItem(key + pathname);
    return true;
  }, false);

  globalThis.trainingPage = {
    // What a system that cannot be reached gives back is what this page told it just now.
    stored: () => (alone() && kept('handbook-training')) || (told('stored') ?? ''),
    keep: (progress) => {
      told('keep', progress);
      if (alone()) return keepAs('handbook-training', progress);
      // What the system has need not stay here, where somebody else may come next. While it is looked for, nothing changes.
      if (told('connected')) keepAs('handbook-training', '');
      return true;
    },
    report: (share, score, passed, place) => {
      told('report', { share, score: score < 0 ? null : score, passed: score < 0 ? null : passed, place });
    },
    problem: () => told('problem') ?? '',
    // A learning system knows the name, and whose it is.
    inSystem: () => Boolean(system),
    learnerName: () => (system ? told('learner') ?? '' : kept('handbook-training-name')),
    keepsName: () => !system && kept('handbook-training-name') !== '',
    keepName: (name) => { if (!system) keepAs('handbook-training-name', name); },
    today: () => {
      const now = new Date();
      return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => `${n}`.padStart(2, '0')).join('-');
    },
    seed: () => crypto.getRandomValues(new Uint32Array(1))[0],
    focus: (id) => {
      const element = document.getElementById(id);
      element?.focus({ preventScroll: true });
      element?.scrollIntoView();
    },
    print: () => window.print(),
    word: (content, name) => { writeWord(content.slice(), name).catch((error) => console.error(error)); },
  };

  const start = async () => {
    if (typeof WebAssembly !== 'object') throw new Error('no WebAssembly');
    const [code] = await Promise.all([bytes(wasm, wasmScript, 'trainingBytes'), ...[glue, policy, deferred, course].map(load)]);
    await trainingBindgen({ module_or_path: code });
    const [rules, texts] = [decisionAidPolicy, decisionAidDeferred].map(bytesOf);
    trainingBindgen.start(state('app'), page, rules, texts, trainingCourse, root);
    told('onChange', () => trainingBindgen.systemChanged());
    state('loading').hidden = true;
    classList.remove('training-begins');
  };

  // A page that the browser brings back, or that stands in another tab, would write over what was done since.
  addEventListener('pageshow', ({ persisted }) => { if (persisted) location.reload(); });
  addEventListener('storage', ({ key }) => { if (key === `handbook-training${pathname}`) location.reload(); });

  state('loading').hidden = false;
  classList.add('has-training', 'training-begins');
  start().catch((error) => {
    console.error(error);
    state('loading').hidden = true;
    state('failed').hidden = false;
    classList.remove('has-training', 'training-begins');
  });
})();
