// Starts the decision aid in the page that holds it. Over http the app is fetched; a page opened from a folder
// may not fetch, so there the same bytes come as a script. Where it cannot run, the checklist below it stays.
(() => {
  'use strict';
  const aid = document.getElementById('decision-aid');
  const state = (name) => aid.querySelector(`[data-aid="${name}"]`);
  const checklist = document.getElementById('decision-aid-checklist');
  const { root, glue, wasm, wasmScript, policy } = aid.dataset;

  const show = (element, visible) => { element.hidden = !visible; };

  const load = (file) => new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = root + file;
    script.onload = resolve;
    script.onerror = () => reject(new Error(`${file} did not load`));
    document.head.append(script);
  });

  const bytesOf = (characters) => Uint8Array.from(characters, (character) => character.charCodeAt(0));

  const bytes = async () => {
    if (location.protocol !== 'file:') return root + wasm;
    await load(wasmScript);
    return bytesOf(atob(globalThis.decisionAidBytes));
  };

  const start = async () => {
    if (typeof WebAssembly !== 'object') throw new Error('no WebAssembly');
    await Promise.all([load(glue), load(policy)]);
    const app = globalThis.wasm_bindgen ?? wasm_bindgen;
    await app({ module_or_path: await bytes() });
    const mount = state('app');
    app.start(mount, bytesOf(globalThis.decisionAidPolicy), root);
    show(state('loading'), false);
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
