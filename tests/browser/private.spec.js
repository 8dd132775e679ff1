// A whole case leaves nothing outside the tab: no request but for the aid's own files, nothing in addresses, titles, the history
// or any storage but this tab's.
import { expect, test } from './strict.js';
import { decided, kept, sheets } from './cases.js';
import { atScreen, download, go, goTo, keptInTab, openAid } from './officer.js';
import { Tally } from './tally.js';

test('a whole journey asks for files of the aid only, and stores nothing but the case in this tab', async ({ page }) => {
  test.slow();
  await page.addInitScript(() => {
    globalThis.written = [];
    const set = Storage.prototype.setItem;
    Storage.prototype.setItem = function setItem(key, value) {
      globalThis.written.push([this === sessionStorage ? 'session' : 'local', key]);
      return set.call(this, key, value);
    };
  });
  const arrived = page.waitForResponse(/\/aid\/deferred-/);
  await openAid(page);
  await arrived;
  const requests = [];
  page.on('request', (request) => { if (!request.url().startsWith('blob:')) requests.push(request.url()); });
  const address = page.url();
  const told = [];
  const note = async () => {
    told.push(await page.title(), await page.evaluate(() => JSON.stringify(history.state)));
    expect(page.url()).toBe(address);
  };
  const tally = new Tally(page, sheets.heavyMail);
  await tally.walkToLetter(note);
  // What every other test begins with, as the journey itself leaves it; days of today are not the same tomorrow.
  const today = await page.evaluate(() => new Intl.DateTimeFormat('sv-SE').format());
  const texts = Object.fromEntries(Object.entries(decided.texts).map(([key, words]) => [key, words === '2026-12-01' ? today : words]));
  await expect.poll(() => keptInTab(page)).toEqual(kept({ ...decided, texts }));
  await go(page, 'Save');
  expect(requests).toEqual([]);
  await goTo(page, 'What comes next');
  await atScreen(page, 'done');
  await note();
  await download(page, 'Download for Word', 'the record');
  expect(requests.map((url) => new URL(url).pathname.replace(/-[0-9a-f]{8}/, ''))).toEqual(['/aid/word.js', '/aid/word.wasm']);
  for (const url of requests) expect(new URL(url).search).toBe('');
  const contents = [...Object.values(sheets.heavyMail.texts).flat(), 'excessive', 'police', 'may-decide', 'restrict'];
  for (const words of contents.filter((text) => text.length > 4)) expect(told.join('\n')).not.toContain(words);
  expect(new Set((await page.evaluate(() => globalThis.written)).map(String))).toEqual(new Set(['session,decision-aid']));
  expect(await page.evaluate(() => [localStorage.length, document.cookie])).toEqual([0, '']);
  expect(await page.evaluate(async () => [(await indexedDB.databases()).length, (await caches.keys()).length])).toEqual([0, 0]);
});
