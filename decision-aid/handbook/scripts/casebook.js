// Starts the register or the report in the page that holds it, and does for it what only the page can: lets somebody choose a
// folder, and gives the browser time between two pieces of work.
(() => {
  'use strict';
  const casebook = document.getElementById('casebook');
  const state = (name) => casebook.querySelector(`[data-casebook="${name}"]`);
  const { page, glue, wasm, wasmScript, policy, deferred } = casebook.dataset;
  // See browser-app.js.
  const { load, bytes, bytesOf, writeWord, isFramed, refuseFrame } = browserApp(casebook);

  if (isFramed) {
    refuseFrame(state('framed'), state('app'));
    return;
  }

  // A timer waits longer the more often it is asked, and a second in a tab that is not looked at. A message does neither.
  const { port1, port2 } = new MessageChannel();
  const waiting = [];
  port1.onmessage = () => waiting.shift()();

  /** The files of a folder and of those below it, each with its path from there. */
  const filesIn = async (folder, path = '') => {
    const found = [];
    for await (const entry of folder.values()) {
      const name = path + entry.name;
      if (entry.kind === 'directory') found.push(...await filesIn(entry, `${name}/`));
      else found.push([name, await entry.getFile()]);
    }
    return found;
  };

  globalThis.casebookPage = {
    hasFolderPicker: () => 'showDirectoryPicker' in globalThis,
    takesFolders: () => 'webkitdirectory' in HTMLInputElement.prototype,
    // None where nobody chose a folder. It throws where the browser lets this page choose none.
    chooseFolder: async () => {
      try {
        return await filesIn(await showDirectoryPicker({ id: 'case-files', mode: 'read' }));
      } catch (error) {
        if (error.name === 'AbortError') return undefined;
        throw error;
      }
    },
    nextTask: () => new Promise((resolve) => {
      waiting.push(resolve);
      port2.postMessage(null);
    }),
    word: (content, name) => writeWord(content.slice(), name),
  };

  const start = async () => {
    if (typeof WebAssembly !== 'object') throw new Error('no WebAssembly');
    const [code] = await Promise.all([bytes(wasm, wasmScript, 'casebookBytes'), ...[glue, policy, deferred].map(load)]);
    await casebookBindgen({ module_or_path: code });
    const [rules, texts] = [decisionAidPolicy, decisionAidDeferred].map(bytesOf);
    casebookBindgen.start(state('app'), page, rules, texts);
    state('loading').hidden = true;
  };

  state('loading').hidden = false;
  start().catch((error) => {
    console.error(error);
    state('loading').hidden = true;
    state('failed').hidden = false;
  });
})();
