// A page of another website that shows the handbook in a frame, where the server sends none of the site's headers. Such a page
// could lay something over the fields of a case, or have somebody press what they do not see.
import { expect, test } from './strict.js';
import { createServer } from 'node:http';
import { axeViolations } from './findings.js';
import { aidPage, openAid } from './officer.js';

const pages = [
  [aidPage, 'The decision aid takes no case', 'Open the decision aid by itself'],
  ['officers/register.html', 'The register takes no case files', 'Open this page by itself'],
  ['officers/report.html', 'The report takes no case files', 'Open this page by itself'],
];

/** Another website, whose one page shows an address in a frame. */
async function otherSite(address) {
  const server = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><html lang="en"><title>Another website</title><main><h1>Another website</h1><iframe title="Handbook" width="1000" height="600" src="${address}"></iframe></main>`);
  });
  // By another name, it is another website.
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const close = () => new Promise((resolve) => {
    server.close(resolve);
    server.closeAllConnections();
  });
  return { address: `http://127.0.0.1:${server.address().port}/`, close };
}

for (const [path, sentence, link] of pages) {
  test(`in another website’s page, ${path} shows a link to itself and no field`, async ({ page, baseURL }) => {
    const address = new URL(path, baseURL).href;
    const other = await otherSite(`${address}#somewhere`);
    const requests = [];
    page.on('request', (request) => requests.push(request.url()));
    try {
      await page.goto(other.address);
      const frame = page.frameLocator('iframe');
      await expect(frame.getByText(sentence)).toBeVisible();
      await expect(frame.locator('main :is(input, textarea, select, button):visible')).toHaveCount(0);
      await expect(frame.locator('[data-aid="app"] *, [data-casebook="app"] *')).toHaveCount(0);
      expect(requests.filter((url) => url.endsWith('.wasm'))).toEqual([]);
      expect(await axeViolations(page)).toEqual([]);
      await frame.getByRole('link', { name: link }).click();
      await expect(page).toHaveURL(`${address}#somewhere`);
      await expect(page.getByText(sentence)).toBeHidden();
      await expect(page.locator('main :is(input, button):visible').first()).toBeVisible();
    } finally {
      await other.close();
    }
  });
}

test('no field is shown before the page has found out where it is', async ({ page, baseURL }) => {
  // What takes the fields out does not arrive.
  await page.route(/\/aid\/start-/, (route) => route.abort());
  const other = await otherSite(new URL(aidPage, baseURL).href);
  try {
    await page.goto(other.address);
    const frame = page.frameLocator('iframe');
    await expect(frame.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(frame.locator('[data-aid="app"] input').first()).toBeAttached();
    await expect(frame.locator('[data-aid="app"] input').first()).toBeHidden();
  } finally {
    await other.close();
  }
  await page.unroute(/\/aid\/start-/);
  await openAid(page);
});

test('a frame of the same website is no better', async ({ page, baseURL }) => {
  await page.route('**/frame-of-ours.html', (route) => route.fulfill({
    contentType: 'text/html',
    body: `<!doctype html><html lang="en"><title>Ours</title><iframe title="Handbook" src="/${aidPage}"></iframe>`,
  }));
  await page.goto(new URL('/frame-of-ours.html', baseURL).href);
  await expect(page.frameLocator('iframe').getByText('takes no case inside')).toBeVisible();
});
