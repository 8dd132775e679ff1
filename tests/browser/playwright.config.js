// The built site in a real browser. `cargo handbook test` names the site (HANDBOOK_SITE) and the browser (CHROMIUM).
import { defineConfig } from '@playwright/test';

// Two checkouts may be tested at once: each takes the port it is given, and the next for its preview.
const port = Number(process.env.HANDBOOK_PORT ?? 4173);
const site = process.env.HANDBOOK_SITE;
if (!site) throw new Error('HANDBOOK_SITE names no site: run these tests with `cargo handbook test`');

export default defineConfig({
  testDir: '.',
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  timeout: 120_000,
  reporter: [['line'], ['json']],
  use: {
    baseURL: `http://localhost:${port}/`,
    launchOptions: {
      executablePath: process.env.CHROMIUM,
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    },
  },
  webServer: { command: `npx sirv-cli "${site}" --port ${port} --quiet --etag`, port, reuseExistingServer: false },
});
