import { readFileSync } from 'node:fs';

/** The flags under which every process of the system runs; why, says the library that owns the file. */
export const NODE_FLAGS = JSON.parse(readFileSync(new URL('../../libs/platform/launch/node-flags.json', import.meta.url), 'utf8'));
