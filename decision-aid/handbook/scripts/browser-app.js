// What an app in a page needs of the browser: its files, storage that may be refused, downloads, and the writer of Word
// files, loaded when asked for. Over http files are fetched; a page opened from a folder may not fetch, so there the same
// bytes come as a script.
const browserApp = (element) => {
  const { root, wordGlue, wordWasm, wordWasmScript } = element.dataset;

  // What came damaged may be kept by the browser under its address: another try asks under one of its own.
  let tries = 0;
  const tryAgain = () => { tries += 1; };
  const address = (file) => root + file + (tries ? `?${tries}` : '');

  // Declared in own-files.js.
  const load = (file) => loadScript(address(file));

  const bytesOf = (characters) => Uint8Array.from(characters, (character) => character.charCodeAt(0));

  const bytes = async (file, script, name) => {
    if (location.protocol !== 'file:') return fetch(address(file));
    await load(script);
    return bytesOf(atob(globalThis[name]));
  };

  const save = (name, type, content) => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([content], { type }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  };

  // What a browser may refuse: then nothing came of it.
  const tried = (action, otherwise) => {
    try { return action(); } catch { return otherwise; }
  };

  // A page in a learning system's frame finds there what keeps its progress and reports it. No other site's page can say so.
  const system = tried(() => (parent === window ? undefined : parent.learningSystem));

  // Where a page can be shown in a frame of another site, that site could have somebody press what they do not see. Servers
  // that send the headers of this site show it in none; others cannot be told.
  const isFramed = parent !== window && !system;

  /** Puts in the place of the app, and of its fields, a link that opens the page by itself. */
  const refuseFrame = (notice, app) => {
    app.replaceChildren();
    notice.querySelector('a').href = location.href;
    notice.hidden = false;
  };

  let word;
  const writeWord = async (content, name) => {
    word ??= (async () => {
      await load(wordGlue);
      await wordBindgen({ module_or_path: await bytes(wordWasm, wordWasmScript, 'wordBytes') });
    })().catch((error) => { word = undefined; throw error; });
    await word;
    if (name.endsWith('.md')) save(name, 'text/markdown', wordBindgen.markdown(content));
    else save(name, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', wordBindgen.docx(content));
  };

  return { load, bytes, bytesOf, save, tried, tryAgain, writeWord, system, isFramed, refuseFrame };
};
