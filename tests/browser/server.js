// A web server for tests: serves a built site, below a path if asked, with the headers that its own `_headers` names or
// with none at all. `node server.js SITE headers` (or `plain`) serves until it is stopped,
// and says at which port.
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';

/** The rules of a `_headers` file: a path, which may end in `*`, and its headers. */
function rulesOf(text) {
  const rules = [];
  for (const line of text.split('\n').filter((line) => line.trim())) {
    if (!line.startsWith(' ')) rules.push({ path: line.trim(), headers: [] });
    else rules.at(-1).headers.push(line.trim().split(/:\s+/, 2));
  }
  return rules;
}

const applies = ({ path }, url) => (path.endsWith('*') ? url.startsWith(path.slice(0, -1)) : url === path);

/** Serves the folder that `site.folder` names at the time of each request. */
export async function serve(site, { under = '/', headers = false, port = 0 } = {}) {
  const requests = [];
  const server = createServer((request, response) => {
    const [url] = request.url.split('?');
    const missing = () => {
      const page = join(site.folder, '404.html');
      response.statusCode = 404;
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(existsSync(page) ? readFileSync(page) : 'Not found');
    };
    requests.push(url);
    if (headers) {
      const rules = rulesOf(readFileSync(join(site.folder, '_headers'), 'utf8')).filter((rule) => applies(rule, url));
      for (const [name, value] of rules.flatMap((rule) => rule.headers)) response.setHeader(name, value);
    }
    if (!url.startsWith(under)) return missing();
    request.url = `/${request.url.slice(under.length)}`;
    return sirv(site.folder, { dev: true, etag: true })(request, response, missing);
  });
  await new Promise((resolve) => { server.listen(port, 'localhost', resolve); });
  return {
    address: `http://localhost:${server.address().port}${under}`,
    requests,
    close: () => new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    }),
  };
}

const [, script, folder, headers] = process.argv;
if (script === import.meta.filename) {
  const { address } = await serve({ folder }, { headers: headers === 'headers' });
  console.log(`Serving at port ${new URL(address).port}`);
}
