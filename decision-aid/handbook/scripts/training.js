// Starts the training in the page that holds it. Where it cannot run, what there is to read stays as the page has it.
(() => {
  'use strict';
  const training = document.getElementById('training');
  const state = (name) => training.querySelector(`[data-training="${name}"]`);
  const { root, page, glue, wasm, wasmScript, policy, deferred, course } = training.dataset;
  // See browser-app.js.
  const { load, bytes, bytesOf, tried, writeWord, system } = browserApp(training);
  const { classList } = document.querySelector('main');

  const told = (name, ...values) => tried(() => system?.[name](...values));
  const alone = () => !system || Boolean(told('problem'));

  // Progress stays on this device. Below a learning system the device may be another learner's next: there it stays in this
  // tab, and only while the system cannot be reached.
  const device = tried(() => (system ? sessionStorage : localStorage));
  // Another handbook on the same server keeps its own, and so does another learner of a learning system.
  const { pathname } = new URL(root, location.href);
  const progressKey = () => `handbook-training${pathname}${told('learner') ?? ''}`;
  const nameKey = `handbook-training-name${pathname}`;
  const kept = (key) => tried(() => device.getItem(key)) ?? '';
  const keepAs = (key, text) => tried(() => {
    if (text) device.setItem(key, text);
    else device.removeItem(key);
    return true;
  }, false);

  globalThis.trainingPage = {
    // What a system that cannot be reached gives back is what this page told it just now.
    stored: () => (alone() && kept(progressKey())) || (told('stored') ?? ''),
    keep: (progress) => {
      told('keep', progress);
      if (alone()) return keepAs(progressKey(), progress);
      // What the system has need not stay here, where somebody else may come next. While it is looked for, nothing changes.
      if (told('connected')) for (const key of [progressKey(), `handbook-training${pathname}`]) keepAs(key, '');
      return true;
    },
    report: (share, score, passed, location) => {
      told('report', { share, score: score < 0 ? null : score, passed: score < 0 ? null : passed, location });
    },
    problem: () => told('problem') ?? '',
    // A learning system knows the name, and whose it is.
    inSystem: () => Boolean(system),
    learnerName: () => (system ? told('learner') ?? '' : kept(nameKey)),
    keepsName: () => !system && kept(nameKey) !== '',
    keepName: (name) => { if (!system) keepAs(nameKey, name); },
    seed: () => crypto.getRandomValues(new Uint32Array(1))[0],
    word: (content, name) => { writeWord(content.slice(), name).catch((error) => console.error(error)); },
  };

  const start = async () => {
    if (typeof WebAssembly !== 'object') throw new Error('no WebAssembly');
    const [code] = await Promise.all([bytes(wasm, wasmScript, 'trainingBytes'), ...[glue, policy, deferred, course].map(load)]);
    await trainingBindgen({ module_or_path: code });
    const [rules, texts] = [decisionAidPolicy, decisionAidDeferred].map(bytesOf);
    trainingBindgen.start(state('app'), page, rules, texts, trainingCourse, root);
    told('onChange', () => trainingBindgen.systemChanged());
    // A page that the browser brings back, or that stands in another tab, would write over what was done since.
    addEventListener('pageshow', ({ persisted }) => { if (persisted) trainingBindgen.deviceChanged(); });
    addEventListener('storage', ({ key }) => { if (key === progressKey()) trainingBindgen.deviceChanged(); });
    state('loading').hidden = true;
    classList.remove('training-begins');
  };

  state('loading').hidden = false;
  classList.add('has-training', 'training-begins');
  start().catch((error) => {
    console.error(error);
    state('loading').hidden = true;
    state('failed').hidden = false;
    classList.remove('has-training', 'training-begins');
  });
})();
