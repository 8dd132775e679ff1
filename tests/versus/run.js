// Starts other programs.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Runs a program and gives what it prints. Throws where it fails, with what it said. */
export async function run(program, args, options) {
  try {
    const { stdout } = await promisify(execFile)(program, args, { maxBuffer: 1e8, ...options });
    return stdout.trim();
  } catch (error) {
    throw new Error(`${program} ${args[0]}: ${error.stderr || error.message}`, { cause: error.code });
  }
}
