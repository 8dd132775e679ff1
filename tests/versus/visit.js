// One visit of one contender: a first visit on a slow phone, with an empty cache.
import { memoryOf } from './memory.js';
import { recordNetwork } from './network.js';
import { answerAll } from './probe.js';

// What Lighthouse takes for a phone on a slow line: 1.6 Mbit/s down, 750 kbit/s up, 150 ms until the first byte.
const NETWORK = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 };
const PROCESSOR = { rate: 4 };
const PHONE = { viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true };

/** Opens a page in a window of its own, does something there, and closes the window. */
async function inNewWindow(browser, name, work) {
  const context = await browser.newContext({ ...PHONE, serviceWorkers: 'block' });
  try {
    const page = await context.newPage();
    return await work(page, await context.newCDPSession(page));
  } catch (error) {
    throw new Error(`${name} could not be measured: ${error.message}`, { cause: error });
  } finally {
    await context.close();
  }
}

/**
 * What a visit showed: `first` and `second`, when the first question could be ticked and the stage after the first Continue
 * was on screen; `next`, how long each later Continue took; the network until both; what was asked; and the memory at the end.
 */
export const visit = (browser, { name, page: url, ...selectors }, answers) => inNewWindow(browser, name, async (page, client) => {
  await client.send('Network.enable');
  await client.send('Network.emulateNetworkConditions', NETWORK);
  await client.send('Emulation.setCPUThrottlingRate', PROCESSOR);
  const network = recordNetwork(client);
  await page.addInitScript(answerAll, { selectors, answers });
  await page.goto(url, { waitUntil: 'commit' });
  const { first, second } = await page.evaluate(() => globalThis.versus.start);
  // What follows is measured after start-up: all that the page still loads by itself has arrived.
  await page.waitForLoadState('networkidle');
  const { next, asked } = await page.evaluate(() => globalThis.versus.walk());
  const origin = await page.evaluate(() => performance.timeOrigin);
  return {
    first, second, next, asked,
    untilFirst: network.until(origin + first),
    untilSecond: network.until(origin + second),
    memoryAtEnd: await memoryOf(client),
  };
});

/** The memory of the page with its first question on screen and all that it loads by itself. */
export const memoryAtFirst = (browser, { name, page: url, question }) => inNewWindow(browser, name, async (page, client) => {
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.locator(question).first().waitFor();
  return memoryOf(client);
});
