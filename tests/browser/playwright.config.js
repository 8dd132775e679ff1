// The built site in a real browser. `cargo handbook test` names the site (HANDBOOK_SITE) and the browser (CHROMIUM).
import { defineConfig } from '@playwright/test';
import { createServer } from 'node:net';

const site = process.env.HANDBOOK_SITE;
if (!site) throw new Error('HANDBOOK_SITE names no site: run these tests with `cargo handbook test`');

// Each server takes a port that is free and says which; Playwright gives it to the tests in the variable named here.
const server = (headers, port) => ({
  command: `node server.js "${site}" ${headers}`,
  wait: { stdout: new RegExp(`Serving at port (?<${port}>\\d+)`) },
});
const address = (port) => `http://localhost:${port}/`;

/** A port that is free now. */
const freePort = () => new Promise((resolve) => {
  const probe = createServer().listen(0, 'localhost', () => {
    const { port } = probe.address();
    probe.close(() => resolve(port));
  });
});
// The test of the preview takes the port after this one. Set here once, it is the same for every worker.
process.env.HANDBOOK_PORT ??= String(await freePort() - 1);

// Tested with the headers for web servers, Trusted Types among them.
const withHeaders = ['headers.spec.js', 'journey.spec.js', 'flow.spec.js', 'training.spec.js', 'slides.spec.js', 'casebook.spec.js'];

export default defineConfig({
  testDir: '.',
  fullyParallel: true,
  forbidOnly: true,
  // A test that passes only when it is tried again has found something.
  retries: 0,
  workers: 2,
  timeout: 120_000,
  // How long to look for what must come in the end, not how fast it must come: other work may run on the same cores.
  expect: { timeout: 20_000 },
  reporter: [['line'], ['json']],
  use: {
    launchOptions: {
      executablePath: process.env.CHROMIUM,
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    },
    // Each test begins as a first visit, and would fetch the whole site to keep it; offline.spec.js allows that.
    serviceWorkers: 'block',
  },
  projects: [
    { name: 'as files', use: { baseURL: address(process.env.PLAIN_PORT) }, testIgnore: withHeaders },
    // What the pages' own policy forbids stays forbidden here, so nothing is tested less than without headers.
    { name: 'with headers', use: { baseURL: address(process.env.HEADERS_PORT) }, testMatch: withHeaders },
  ],
  webServer: [server('plain', 'plain_port'), server('headers', 'headers_port')],
});
