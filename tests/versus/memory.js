// How much memory a page keeps.

/**
 * The bytes that a page keeps, after everything that nothing uses has been collected: objects of JavaScript, the elements of the
 * page, buffers, and the memory of WebAssembly, which the browser counts with none of the others. Compiled WebAssembly and what
 * is painted are in no count.
 */
export async function memoryOf(client) {
  await client.send('HeapProfiler.collectGarbage');
  const { usedSize, embedderHeapUsedSize, backingStorageSize } = await client.send('Runtime.getHeapUsage');
  return usedSize + embedderHeapUsedSize + backingStorageSize + await webAssemblyOf(client);
}

/** The bytes of every memory of WebAssembly in the page. */
async function webAssemblyOf(client) {
  const { result: { objectId: prototypeObjectId } } = await client.send('Runtime.evaluate', { expression: 'WebAssembly.Memory.prototype' });
  const { objects: { objectId } } = await client.send('Runtime.queryObjects', { prototypeObjectId });
  const { result } = await client.send('Runtime.callFunctionOn', {
    objectId,
    functionDeclaration: 'function () { return this.reduce((sum, { buffer }) => sum + buffer.byteLength, 0); }',
    returnByValue: true,
  });
  return result.value;
}

/** Throws unless a memory of WebAssembly is counted, and once: browsers differ in what their own counts have in them. */
export async function checkMemory(browser) {
  const page = await browser.newPage();
  const client = await page.context().newCDPSession(page);
  const before = await memoryOf(client);
  const bytes = await page.evaluate(() => {
    globalThis.memory = new WebAssembly.Memory({ initial: 256 });
    return globalThis.memory.buffer.byteLength;
  });
  const more = await memoryOf(client) - before;
  await page.close();
  if (Math.abs(more - bytes) > bytes / 10) throw new Error(`a memory of WebAssembly of ${bytes} bytes is counted as ${more}`);
}
