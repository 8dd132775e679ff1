// What reaches the browser damaged: files cut short, missing or not what they should be, a browser that refuses to keep anything,
// a page that something else has changed. The officer sees a sentence, and loses nothing that was on screen.
import { expect, test } from './strict.js';
import { cases } from './cases.js';
import {
  aidPage, answer, answerScreen, atScreen, choice, choose, clear, goOn, keptInTab, mainButton, openAid, running, saveCase, screenOf, text, walk,
} from './officer.js';
import { read } from './site.js';

/** The files of the aid, by what the page calls them. */
const files = Object.fromEntries([...read(aidPage).matchAll(/data-([a-z-]+)="(aid\/[^"]+)"/g)].map(([, name, file]) => [name, `**/${file}*`]));

/** How a file can come, with the status 200: half of it, or with other bytes in it. One that does not come: see first-stage.spec.js. */
const damages = {
  'cut short': (body) => ({ status: 200, body: body.subarray(0, body.length >> 1) }),
  'other than it should be': (body) => ({ status: 200, body: Buffer.from(body).fill(0x20, body.length >> 2, body.length >> 1) }),
};

/** Damages a file until what is given back is called. */
async function damage(page, file, how) {
  let whole = false;
  await page.route(file, async (route) => {
    if (whole) return route.fallback();
    const response = await route.fetch();
    const { status, body } = damages[how](await response.body());
    const { 'content-encoding': encoding, 'content-length': length, ...headers } = response.headers();
    return route.fulfill({ status, body, headers });
  });
  return () => { whole = true; };
}

for (const how of Object.keys(damages)) {
  for (const name of ['first-wasm', 'first-glue', 'policy']) {
    test(`where “${name}” comes ${how}, it is said, the checklist is there, and another try starts the aid`, async ({ page }) => {
      const mend = await damage(page, files[name], how);
      await page.goto(aidPage);
      const alert = page.locator('#decision-aid > [role=alert]:visible');
      await expect(alert).toContainText('did not start');
      await expect(page.locator('.checklist')).toBeVisible();
      await answer(page, 'criminal', 'no');
      await text(page, 'record/matter').fill('the road works');
      mend();
      await alert.getByRole('button', { name: 'Try again' }).click();
      await running(page);
      await expect(choice(page, 'criminal', 'no')).toBeChecked();
      await expect(text(page, 'record/matter')).toHaveValue('the road works');
    });
  }

  for (const name of ['wasm', 'deferred']) {
    test(`where “${name}” comes ${how}, the questions go on, and another try brings the rest`, async ({ page }) => {
      const mend = await damage(page, files[name], how);
      await page.goto(aidPage, { waitUntil: 'domcontentloaded' });
      const alert = page.locator('#decision-aid > [role=alert]:visible');
      await running(page, 1);
      await expect(alert).toBeVisible();
      await answerScreen(page, cases.notReady.answers);
      await goOn(page);
      await answer(page, 'our-service', 'yes');
      mend();
      await alert.getByRole('button', { name: 'Try again' }).click();
      await running(page);
      await atScreen(page, 'questions scope 0');
      await expect(choice(page, 'our-service', 'yes')).toBeChecked();
    });
  }
}

test('where the browser refuses its storage altogether, the aid says so, and a case can be saved', async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ['sessionStorage', 'localStorage']) {
      Object.defineProperty(globalThis, name, { get() { throw new DOMException('refused', 'SecurityError'); } });
    }
  });
  await openAid(page);
  await answerScreen(page, cases.notReady.answers);
  await expect(page.locator('.aid-unkept')).toContainText('reloading the page would lose them');
  await goOn(page);
  await walk(page, cases.notReady.answers);
  expect(JSON.parse((await saveCase(page)).text).entries.at(-1).answers).toMatchObject({ criminal: 'no' });
});

/** What extensions do to a page: elements beside fields, marks on elements, notes at the end of the body. */
function tamper() {
  const note = (name) => Object.assign(document.createElement(name), { textContent: '★' });
  for (const field of document.querySelectorAll('#decision-aid :is(textarea, input[type=text])')) {
    field.setAttribute('data-gramm', 'true');
    field.after(note('grammarly-extension'));
  }
  for (const element of document.querySelectorAll('#decision-aid :is(legend, label, h2, p, li)')) {
    element.setAttribute('data-reader-mode', 'on');
    element.append(note('ext-mark'));
  }
  document.documentElement.classList.add('ext-dark');
  document.body.append(note('ext-toolbar'));
}

test('an extension that writes into the page stops nothing, and stands in no file', async ({ page }) => {
  const broken = [];
  page.on('pageerror', (error) => broken.push(error.message));
  await openAid(page);
  await text(page, 'record/matter').fill('the road works');
  await page.evaluate(tamper);
  while ((await screenOf(page)).startsWith('questions')) {
    await answerScreen(page, cases.notReady.answers);
    await page.evaluate(tamper);
    await goOn(page);
  }
  await expect(page.locator('.result [data-outcome]')).toHaveAttribute('data-outcome', 'not-ready');
  const file = await saveCase(page);
  expect(file.text).toContain('the road works');
  expect(file.text).not.toContain('★');
  expect(broken).toEqual([]);
});

test('a step that is printed is the step on screen, and goes on after it', async ({ page }) => {
  await openAid(page);
  await answer(page, 'criminal', 'no');
  await text(page, 'record/matter').fill('the road works');
  const before = await keptInTab(page);
  await page.emulateMedia({ media: 'print' });
  await page.pdf();
  await expect(choice(page, 'criminal', 'no')).toBeChecked();
  await page.emulateMedia({ media: 'screen' });
  expect(await keptInTab(page)).toEqual(before);
  await answerScreen(page, cases.notReady.answers);
  await mainButton(page).click();
  await atScreen(page, 'questions scope 0');
});

for (const day of ['1970-01-01', '2199-12-31']) {
  test(`with the clock at ${day}, a case goes through, and what is saved opens again`, async ({ page }) => {
    await page.clock.setFixedTime(new Date(`${day}T10:00:00`));
    await openAid(page);
    await walk(page, cases.notReady.answers);
    const { bytes, text: file } = await saveCase(page);
    expect(JSON.parse(file).entries.at(-1)['saved-on']).toBe(day);
    await clear(page);
    await choose(page, bytes);
    await expect(page.locator('.result [data-outcome]')).toHaveAttribute('data-outcome', 'not-ready');
  });
}
