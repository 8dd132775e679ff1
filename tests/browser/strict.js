// The test of every journey: fails, whatever else it checks, when a page did something that the content policy forbids.
import { expect, test as base } from '@playwright/test';

export { expect };

export const test = base.extend({
  reports: [async ({ context }, use) => {
    const reports = [];
    await context.exposeBinding('reportViolation', (_, report) => { reports.push(report); });
    await context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample, documentURI }) => {
        globalThis.reportViolation({ effectiveDirective, blockedURI, sample, documentURI });
      });
    });
    await use(reports);
    expect(reports, 'the content policy was kept').toEqual([]);
  }, { auto: true }],
});
