// The test of every journey: fails, whatever else it checks, when a page did something that the content policy forbids.
import { expect, test as base } from '@playwright/test';

export { expect };

/**
 * Counts down in the page how many programs of the decision aid are still to draw it: the first and the whole one, or only the
 * whole one where a case is under way.
 */
function countPrograms() {
  const isUnderWay = () => {
    try { return Boolean(sessionStorage.getItem('decision-aid') || history.state); } catch { return Boolean(history.state); }
  };
  // No program has drawn anything yet.
  document.addEventListener('DOMContentLoaded', () => {
    const app = document.querySelector('[data-aid="app"]');
    if (!app) return;
    globalThis.programsToCome = isUnderWay() ? 1 : 2;
    const drawn = (list) => list.forEach(({ addedNodes }) => {
      globalThis.programsToCome -= [...addedNodes].filter((node) => node.className === 'case').length;
    });
    new MutationObserver(drawn).observe(app, { childList: true });
  });
}

export const test = base.extend({
  reports: [async ({ context }, use) => {
    const reports = [];
    await context.exposeBinding('reportViolation', (_, report) => { reports.push(report); });
    await context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample, documentURI }) => {
        globalThis.reportViolation({ effectiveDirective, blockedURI, sample, documentURI });
      });
    });
    await context.addInitScript(countPrograms);
    await use(reports);
    expect(reports, 'the content policy was kept').toEqual([]);
  }, { auto: true }],
});
