// What axe and html-validate find on a page, and which findings are excused, each with a reason.
import axe from 'axe-core';
import { HtmlValidate } from 'html-validate';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Findings that stand for now: { file, rule, target, why }. One that is not found any more fails the test of its page. */
export const exemptions = [
  {
    file: 'policy/objectives.html', rule: 'p-as-heading', target: '#main > p:nth-child(2)',
    why: 'It is the sentence that opens the page, larger than the rest as on every page. An experiment of axe takes it for a heading because it is short.',
  },
];

/** Rules that are not asked, and why. */
const notAsked = {
  'focus-order-semantics': 'an experiment that wants a table frame which scrolls, and so takes the focus, to be a landmark; seven landmarks on a page help nobody',
};

/** Every other rule that axe has, best practices and experiments included. */
const everyRule = Object.fromEntries(
  axe.getRules().filter(({ tags }) => !tags.includes('deprecated')).map(({ ruleId }) => [ruleId, { enabled: !(ruleId in notAsked) }]),
);

/** The rules on contrast. The enhanced one passes over what the other reports, so that neither is enough alone. */
export const contrast = ['color-contrast', 'color-contrast-enhanced', 'link-in-text-block'];

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe finds on the page as it is, and where. It runs in the page itself and hands back only what it objects to: on
 * a page of thousands of elements, handing over what passed takes ten times as long as looking.
 */
async function run(page, options) {
  for (const frame of page.frames()) {
    if (!await frame.evaluate(() => 'axe' in globalThis)) await frame.evaluate(source);
  }
  return page.evaluate(async (given) => {
    const { violations } = await globalThis.axe.run(document, { resultTypes: ['violations'], ...given });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => ({ rule: id, target: target.flat().join(' ') })));
  }, options);
}

/** What axe finds on a page of the handbook: every rule, or those named. */
export const axeFindings = (page, rules) => run(page, rules ? { runOnly: rules } : { rules: everyRule });

/** What axe finds on a screen by the rules that it has switched on itself. */
export const axeViolations = (page) => run(page, {});

/**
 * The accessible names of all buttons, links, summaries and fields of the aid that can be reached, as axe computes them, and
 * where links lead. The answers of a question are told apart by it.
 */
export async function accessibleNames(page) {
  await run(page, { runOnly: ['button-name'] });
  return page.evaluate(() => {
    const { axe: { setup, teardown, commons } } = globalThis;
    setup(document);
    const controls = ':is(button, a[href], summary, select, textarea, input:not([type=radio], [type=checkbox]))';
    const open = document.querySelector('dialog[open]') ?? document.getElementById('decision-aid');
    const found = [...open.querySelectorAll(controls)].filter((element) => element.checkVisibility({ visibilityProperty: true }));
    const names = found.map((element) => ({ words: commons.text.accessibleText(element), to: element.href }));
    teardown();
    return names;
  });
}

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
  rules: {
    'doctype-style': ['error', { style: 'lowercase' }],
    // Both spellings are valid; mdBook writes out the value of an attribute that has none.
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    // The ids of clauses have a dot.
    'valid-id': ['error', { relaxed: true }],
    // What comes from the site itself needs no checksum.
    'require-sri': ['error', { target: 'crossorigin' }],
  },
});

/** What html-validate finds in a page, and where. */
export async function htmlFindings(html) {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) => messages.map(({ ruleId, selector, line, message }) => ({ rule: ruleId, target: selector ?? `line ${line}`, message })));
}

/** The findings that no exemption excuses, and the exemptions that excuse nothing any more. */
export function judge(file, findings, excused = exemptions) {
  const here = excused.filter((exemption) => exemption.file === file);
  const covers = (exemption, { rule, target }) => exemption.rule === rule && exemption.target === target;
  return {
    unexcused: findings.filter((finding) => !here.some((exemption) => covers(exemption, finding))),
    expired: here.filter((exemption) => !findings.some((finding) => covers(exemption, finding))),
  };
}

/** What is wrong with the page that is open: what axe finds in the light and in the dark, and whether it fits a narrow screen. */
export async function faultsOf(page, file) {
  const found = [];
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const { rule, target } of await axeViolations(page)) found.push(`${file}, ${colorScheme}: ${rule} at ${target}`);
  }
  await page.setViewportSize({ width: 320, height: 640 });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  if (width > 320) found.push(`${file} is ${width} pixels wide on a screen of 320`);
  return found;
}
