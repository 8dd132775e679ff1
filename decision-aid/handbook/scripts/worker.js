// Keeps one build of the handbook in the browser, so that it opens without a network. The build puts two constants in
// front: `build`, and `files`, which has the beginning of the SHA-256 of each file under its name from the root.
//
// Two builds are never mixed. A build is kept whole or not at all, and only when each file has the bytes of that build. It
// takes over at once, but only for pages opened from then on. Pages that are open load what they still need by names that
// hold a hash, from the build that they came from, which is kept until none of its pages can be open any more.
const { scope } = registration;
const ours = `handbook ${scope} `;
const name = ours + build;

const digest = async (bytes) => {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).slice(0, 8);
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
};

/** A file of this build from the server; while another build is being published, that is not what comes. */
const exact = async (file) => {
  const response = await fetch(new URL(file, scope), { cache: 'no-cache' });
  const bytes = await response.arrayBuffer();
  if (!response.ok || await digest(bytes) !== files[file]) throw new Error(`${file} is not that of build ${build}`);
  const headers = new Headers(response.headers);
  ['Content-Encoding', 'Content-Length'].forEach((header) => headers.delete(header));
  // A new response has no trace of a server's own redirect, which browsers refuse for a page.
  return new Response(bytes, { headers });
};

const install = async () => {
  const cache = await caches.open(name);
  try {
    await Promise.all(Object.keys(files).map(async (file) => cache.put(new URL(file, scope), await exact(file))));
  } catch (error) {
    await caches.delete(name);
    throw error;
  }
  await skipWaiting();
};

/** Removes older builds once none of their pages can be open; a build that is being installed is newer. */
const forgetOlder = async () => {
  const open = await clients.matchAll();
  if (open.length || registration.installing || registration.waiting) return;
  const older = (await caches.keys()).filter((key) => key.startsWith(ours) && key !== name);
  await Promise.all(older.map((key) => caches.delete(key)));
};

/** The name of the file that an address asks for. Some servers leave out `.html`, all of them `index.html`. */
const fileAt = (url) => {
  const [path] = url.slice(scope.length).split(/[?#]/);
  return [path, `${path}.html`, `${path}index.html`].find((file) => Object.hasOwn(files, file));
};

const answer = async (request) => {
  const file = fileAt(request.url);
  const kept = file
    ? await (await caches.open(name)).match(new URL(file, scope), { ignoreVary: true })
    : await caches.match(request.url, { ignoreVary: true });
  if (kept) return kept;
  const missing = () => Response.redirect(new URL('404.html', scope));
  return request.mode === 'navigate' ? fetch(request).catch(missing) : fetch(request);
};

addEventListener('install', (event) => event.waitUntil(install()));
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(scope)) return;
  if (request.mode === 'navigate') event.waitUntil(forgetOlder());
  event.respondWith(answer(request));
});
