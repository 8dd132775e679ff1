// Takes the place of a worker that is no longer wanted: removes what it kept, and itself. Open pages stay as they are.
addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil((async () => {
  const ours = (await caches.keys()).filter((key) => key.startsWith(`handbook ${registration.scope} `));
  await Promise.all(ours.map((key) => caches.delete(key)));
  await registration.unregister();
})()));
