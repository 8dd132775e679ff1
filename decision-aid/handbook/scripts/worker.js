// Keeps one build of the handbook in the browser, so that it opens without a network. The build puts three constants in
// front: `build`; `files`, which has the beginning of the SHA-256 of each file under its name from the root; and `later`, which
// has under the name of a page those of the files that only who opens it needs, such as the program of the training.
//
// Two builds are never mixed. A build is kept whole or not at all, and only when each file has the bytes of that build. What
// only some pages need is fetched when one of them is first opened; a later build has it from the beginning where this one did. It
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

const put = async (cache, file) => {
  const response = await exact(file);
  await cache.put(new URL(file, scope), response.clone());
  return response;
};

const isLater = new Set(Object.values(later).flat());

/** A file's name without its hash, under which each build has other bytes. */
const stem = (address) => address.replace(/-[0-9a-f]{8}(?=\.[a-z]+$)/, '');

/** What was kept of older builds, without hashes. */
const keptBefore = async () => {
  const older = (await caches.keys()).filter((key) => key.startsWith(ours) && key !== name);
  const requests = await Promise.all(older.map(async (key) => (await caches.open(key)).keys()));
  return new Set(requests.flat().map(({ url }) => stem(url)));
};

const install = async () => {
  const before = await keptBefore();
  const cache = await caches.open(name);
  const wanted = (file) => !isLater.has(file) || before.has(stem(new URL(file, scope).href));
  try {
    await Promise.all(Object.keys(files).filter(wanted).map((file) => put(cache, file)));
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

const keptIn = (cache, file) => cache.match(new URL(file, scope), { ignoreVary: true });

/** Keeps what pages need that were opened before there was a worker to ask. What does not arrive is asked for by the page again. */
const keepForOpen = async () => {
  const open = await clients.matchAll({ includeUncontrolled: true, type: 'window' });
  const wanted = new Set(open.filter(({ url }) => url.startsWith(scope)).flatMap(({ url }) => later[fileAt(url)] ?? []));
  const cache = await caches.open(name);
  await Promise.all([...wanted].map(async (file) => await keptIn(cache, file) ?? put(cache, file).catch(() => {})));
};

const answer = async (request) => {
  const file = fileAt(request.url);
  const cache = await caches.open(name);
  const kept = await (file ? keptIn(cache, file) : caches.match(request.url, { ignoreVary: true }));
  if (kept) return kept;
  if (isLater.has(file)) return put(cache, file).catch(() => fetch(request));
  const missing = () => Response.redirect(new URL('404.html', scope));
  return request.mode === 'navigate' ? fetch(request).catch(missing) : fetch(request);
};

addEventListener('install', (event) => event.waitUntil(install()));
addEventListener('activate', (event) => event.waitUntil(clients.claim().then(keepForOpen)));
addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(scope)) return;
  if (request.mode === 'navigate') event.waitUntil(forgetOlder());
  event.respondWith(answer(request));
});
