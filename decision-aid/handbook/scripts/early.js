// Runs before the aid's page is painted, and so before its first stage can be pressed. See start.js for what follows.
(() => {
  'use strict';
  // A press on Continue counts from the moment at which it is on screen.
  document.addEventListener('submit', (event) => {
    const aid = event.target.closest('#decision-aid');
    if (!aid) return;
    event.preventDefault();
    aid.dataset.pressed = '';
  });

  // Between a press and its click nothing is drawn anew, or the browser would make no click of them. A release may never come,
  // as when the pointer leaves the window; the click comes shortly after it. In milliseconds.
  const longestPress = 5000;
  const untilClick = 100;
  let heldUntil = 0;
  const heldFor = (time) => () => { heldUntil = performance.now() + time; };
  for (const press of ['pointerdown', 'keydown']) document.addEventListener(press, heldFor(longestPress), true);
  for (const release of ['pointerup', 'pointercancel', 'keyup']) document.addEventListener(release, heldFor(untilClick), true);
  globalThis.isPressHeld = () => performance.now() < heldUntil;

  // In another site's page nothing of a case is shown, not for a moment. A learning system's page is the package's own: see
  // browser-app.js.
  const inPackage = () => { try { return Boolean(parent.learningSystem); } catch { return false; } };
  const framed = parent !== window && !inPackage();
  document.documentElement.classList.toggle('framed', framed);

  // The first program is the largest part of what the page waits for, so it is asked for before the script that starts it. A
  // page opened from a folder may not fetch, and a case that is under way is for the whole program.
  const { wasm } = document.currentScript.dataset;
  if (location.protocol !== 'file:' && !history.state && !framed) {
    const preload = { rel: 'preload', as: 'fetch', crossOrigin: 'anonymous', href: wasm };
    document.head.append(Object.assign(document.createElement('link'), preload));
  }
})();
