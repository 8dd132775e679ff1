// The outcome of a case as the aid decides it against a decision table of zen-engine: the program in `zen` does the work.
import { join } from 'node:path';
import { run } from './run.js';

/** Measures the policy of a built site against the same decision in zen-engine. */
export const decisions = (browser, site) => run('cargo', ['run', '--quiet', '--release', '--locked', '--manifest-path', join(import.meta.dirname, 'zen/Cargo.toml'), '--', site]);
