// The site under test: its folder and its pages.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of the built site. */
export const site = process.env.HANDBOOK_SITE;

/** Every page, by its address from the start of the site. */
export const pages = readdirSync(site, { recursive: true })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.html'));

/** The text of a file of the site. */
export const read = (file) => readFileSync(join(site, file), 'utf8');
