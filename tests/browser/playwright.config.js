// The built site in a real browser. `cargo handbook test` names the site (HANDBOOK_SITE) and the browser (CHROMIUM).
import { defineConfig } from '@playwright/test';

// Two checkouts may be tested at once: each takes the port it is given, the next for its preview, and the one after for
// the site with the headers that it comes with.
const port = Number(process.env.HANDBOOK_PORT ?? 4173);
const site = process.env.HANDBOOK_SITE;
if (!site) throw new Error('HANDBOOK_SITE names no site: run these tests with `cargo handbook test`');

// Tested with the headers for web servers, Trusted Types among them.
const withHeaders = ['headers.spec.js', 'journey.spec.js', 'training.spec.js'];

export default defineConfig({
  testDir: '.',
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  timeout: 120_000,
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
    { name: 'as files', use: { baseURL: `http://localhost:${port}/` }, testIgnore: withHeaders },
    // What the pages' own policy forbids stays forbidden here, so nothing is tested less than without headers.
    { name: 'with headers', use: { baseURL: `http://localhost:${port + 2}/` }, testMatch: withHeaders },
  ],
  webServer: [
    { command: `npx sirv-cli "${site}" --port ${port} --quiet --etag`, port, reuseExistingServer: false },
    { command: `node server.js "${site}" ${port + 2}`, port: port + 2, reuseExistingServer: false },
  ],
});
