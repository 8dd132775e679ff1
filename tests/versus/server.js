// A web server as one set up for the handbook is: files compressed beforehand, those with a hash in the name kept for a year.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const TYPES = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml', '.wasm': 'application/wasm', '.json': 'application/json' };

/** The files of a folder, as a function from a path to a body. */
export const folder = (root) => async (path) => {
  try {
    return await readFile(join(root, normalize(path)));
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'EISDIR') return undefined;
    throw error;
  }
};

const headersOf = (path) => ({
  'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
  'content-encoding': 'br',
  'cache-control': /-[0-9a-f]{8}\./.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
  'x-content-type-options': 'nosniff',
});

/** Serves what `read` gives for a path, and gives the address. Each file is compressed once, when it is first asked for. */
export async function serve(read) {
  const compressed = new Map();
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    if (!compressed.has(path)) {
      const body = await read(path);
      compressed.set(path, body && brotliCompressSync(body));
    }
    const body = compressed.get(path);
    if (!body) return response.writeHead(404).end();
    response.writeHead(200, { ...headersOf(path), 'content-length': body.length });
    return response.end(body);
  });
  await new Promise((ready) => { server.listen(0, 'localhost', ready); });
  // It serves for as long as there is anything else to do.
  server.unref();
  return `http://localhost:${server.address().port}/`;
}
