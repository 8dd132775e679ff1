// A page that the browser translates: it puts each text into elements of its own and goes on watching. The aid works as
// before, and shows what it shows on the plain page.
import { expect, test } from './strict.js';
import { sheets } from './cases.js';
import { goTo, openAid, text } from './officer.js';
import { Tally } from './tally.js';

/** Does to a page what Chrome's translator does, but for the words. What stands in a field or a list of choices is not a text. */
const translate = (page) => page.addInitScript(() => {
  const wrap = (node) => {
    if (node instanceof Text) {
      if (!node.data.trim() || node.parentElement.closest('font, option, textarea')) return;
      const [outer, inner] = [document.createElement('font'), document.createElement('font')];
      node.replaceWith(outer);
      inner.append(node.data);
      outer.append(inner);
    } else {
      [...node.childNodes].forEach(wrap);
    }
  };
  document.addEventListener('DOMContentLoaded', () => {
    const aid = document.getElementById('decision-aid');
    wrap(aid);
    const changes = (list) => list.forEach(({ target, addedNodes }) => [target, ...addedNodes].filter((node) => node.isConnected).forEach(wrap));
    new MutationObserver(changes).observe(aid, { childList: true, characterData: true, subtree: true });
  });
});

/** What stands on every screen of the case, then in the record, and on the list of what is missing. */
async function walkedThrough(page) {
  const screens = [];
  const note = async () => screens.push(await page.locator('.case').innerText());
  await openAid(page);
  const tally = new Tally(page, sheets.heavyMail);
  await tally.walkToLetter(note);
  await goTo(page, 'Dates and people');
  await text(page, 'record/completed-by').fill('');
  await note();
  await goTo(page, 'What comes next');
  await note();
  return {
    screens,
    record: await page.locator('#paper').innerText(),
    missing: await page.locator('.missing li').allInnerTexts(),
  };
}

test('a whole case says the same on a page that the browser translates', async ({ page, context }) => {
  test.slow();
  const plain = await walkedThrough(page);
  expect(plain.missing.length).toBeGreaterThan(0);
  const translated = await context.newPage();
  const faults = [];
  translated.on('pageerror', (error) => faults.push(error.message));
  await translate(translated);
  const seen = await walkedThrough(translated);
  expect(await translated.locator('#decision-aid font font').count()).toBeGreaterThan(50);
  expect(faults).toEqual([]);
  expect(seen).toEqual(plain);
});
