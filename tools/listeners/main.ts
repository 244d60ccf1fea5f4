import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { findListeners, listenersFile } from './find-listeners';

/** Writes down who listens to what; a test says when that is no longer true. */
async function main(): Promise<void> {
  await writeFile(resolve(__dirname, '../../libs/contracts/listeners/src/listeners.ts'), listenersFile(await findListeners()));
}

void main();
