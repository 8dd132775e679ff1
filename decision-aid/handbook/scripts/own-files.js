// Stands on every page. Lets the site's scripts load scripts of this handbook and no others, which browsers that know
// Trusted Types insist on. The build puts `files` in front: their names from the root of the site, a star for
// the hash of those that hold texts only.
const root = new URL('.', document.currentScript.src);
const own = new Set(files.map((name) => new URL(name, root).href));
const createScriptURL = (address) => {
  const { href } = new URL(address, document.baseURI);
  // Another try for a file that came damaged has a number behind the name: see browser-app.js.
  const file = href.replace(/\?\d+$/, '');
  if (!own.has(file) && !own.has(file.replace(/-[0-9a-f]{8}\.js$/, '-*.js'))) throw new TypeError(`${href} is not a script of this handbook`);
  return href;
};
const policy = globalThis.trustedTypes?.createPolicy('handbook', { createScriptURL }) ?? { createScriptURL };
globalThis.ownScript = (address) => policy.createScriptURL(address);
globalThis.loadScript = (address) => new Promise((resolve, reject) => {
  const script = document.createElement('script');
  script.src = ownScript(address);
  script.onload = resolve;
  script.onerror = () => reject(new Error(`${address} did not load`));
  document.head.append(script);
});
