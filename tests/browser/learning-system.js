// A learning system for tests: hands out a package from a disk, runs it in a frame with the runtime scorm-again, and keeps
// what that commits, so that the course can be launched again with it.
import { unzipSync } from 'fflate';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import sirv from 'sirv';
import { test as base } from './strict.js';

const root = join(import.meta.dirname, '..', '..');
const runtime = join(import.meta.dirname, 'node_modules', 'scorm-again', 'dist', 'scorm-again.min.js');

/** The test of everything in a learning system: the packages of the handbook are made once for all tests of a worker. */
export const test = base.extend({
  packages: [async ({}, use) => {
    const { folder, remove } = unpackedPackages();
    await use(folder);
    remove();
  }, { scope: 'worker' }],
});

/** Makes the packages of the handbook and takes them out of their zip files: a folder each, `1.2` and `2004`. */
function unpackedPackages() {
  const folder = mkdtempSync(join(tmpdir(), 'handbook-scorm-'));
  const zips = join(folder, 'zips');
  execFileSync(process.env.HANDBOOK_COMMAND, ['scorm', '--out', zips], { cwd: root, stdio: 'pipe' });
  for (const zip of readdirSync(zips)) {
    const [, standard] = zip.match(/-scorm-(1\.2|2004)\.zip$/);
    for (const [name, bytes] of Object.entries(unzipSync(readFileSync(join(zips, zip))))) {
      mkdirSync(dirname(join(folder, standard, name)), { recursive: true });
      writeFileSync(join(folder, standard, name), bytes);
    }
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/**
 * Serves the packages below their standard's name, an empty page `/` to run them in, and `/commit`, which keeps in `commits`
 * what it is sent. The one after `failNext()` is answered with a failure.
 */
export async function serveLearningSystem(folder) {
  const commits = [];
  let fails = false;
  const hand = sirv(folder, { dev: true });
  const server = createServer((request, response) => {
    if (request.url === '/') {
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end('<!doctype html><html lang="en"><title>A learning system</title><link rel="icon" href="data:,"><body></body></html>');
    } else if (request.url === '/runtime.js') {
      response.setHeader('Content-Type', 'text/javascript');
      response.end(readFileSync(runtime));
    } else if (request.url === '/commit') {
      let body = '';
      request.on('data', (chunk) => { body += chunk; });
      request.on('end', () => {
        if (!fails) commits.push(JSON.parse(body));
        response.setHeader('Content-Type', 'application/json');
        response.end(JSON.stringify(fails ? { result: false, errorCode: 101 } : { result: true, errorCode: 0 }));
        fails = false;
      });
    } else {
      hand(request, response);
    }
  });
  await new Promise((resolve) => { server.listen(0, 'localhost', resolve); });
  return {
    address: `http://localhost:${server.address().port}/`,
    commits,
    failNext: () => { fails = true; },
    close: () => new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    }),
  };
}

/** The runtime, as `startRuntime` gets it: for a standard, with what a commit kept before. */
export const withRuntime = (standard, kept) => async (page) => {
  await page.addScriptTag({ url: 'runtime.js' });
  await page.evaluate(startRuntime, { standard, kept: kept ?? learnerOnly[standard] });
};

/** What a learning system knows before the first launch. */
const learnerOnly = {
  1.2: { cmi: { core: { student_name: 'Officer, A' } } },
  2004: { cmi: { learner_name: 'Officer, A' } },
};

/** Starts the runtime in the page, under the name that the standard gives it. */
function startRuntime({ standard, kept }) {
  const [name, Api] = standard === '1.2' ? ['API', window.Scorm12API] : ['API_1484_11', window.Scorm2004API];
  window[name] = new Api({ lmsCommitUrl: '/commit', logLevel: 'NONE' });
  window[name].loadFromJSON(kept.cmi, 'cmi');
}

/**
 * An API made for a test, which writes down every call in `window.calls`. It answers as `answers` says, by call and
 * element, and else that all is well; or it throws at every call.
 */
export const withApi = (standard, { answers = {}, throws = false } = {}) => (page) => page.evaluate((given) => {
  const calls = given.standard === '1.2'
    ? ['LMSInitialize', 'LMSGetValue', 'LMSSetValue', 'LMSCommit', 'LMSFinish']
    : ['Initialize', 'GetValue', 'SetValue', 'Commit', 'Terminate'];
  window.calls = [];
  window[given.standard === '1.2' ? 'API' : 'API_1484_11'] = Object.fromEntries(calls.map((call) => [call, (...words) => {
    window.calls.push([call, ...words]);
    if (given.throws) throw new Error('The learning system is broken');
    return given.answers[`${call} ${words[0]}`.trim()] ?? (call.endsWith('GetValue') ? '' : 'true');
  }]));
}, { standard, answers, throws });

/** Launches the package in a page of the learning system, once `start` has done there what it does. Gives the frame of the course. */
export async function launch(page, system, standard, start = () => {}) {
  await page.goto(system.address);
  await start(page);
  return openPackage(page, standard);
}

/** Opens the launch page in a frame of the page, and waits for the course in the frame of that one. */
async function openPackage(page, standard) {
  await page.evaluate((source) => {
    const frame = document.createElement('iframe');
    frame.name = 'launched';
    frame.width = '1000';
    frame.height = '600';
    frame.src = source;
    document.body.replaceChildren(frame);
  }, `/${standard}/learning-system.html`);
  const course = page.frameLocator('iframe[name=launched]').frameLocator('iframe');
  await course.locator('main h1').waitFor();
  return page.frames().find((frame) => frame.parentFrame()?.name() === 'launched');
}

/** Leaves the course, as a learning system does: another page comes into its frame. */
export async function leave(page) {
  await page.evaluate(() => new Promise((resolve) => {
    const frame = document.querySelector('iframe');
    frame.addEventListener('load', resolve, { once: true });
    frame.src = 'about:blank';
  }));
}
