import 'reflect-metadata';
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { cataloguePage } from './catalogue-page';

const FILE = resolve('docs/notifications.md');

/** Writes the catalogue of what people are told, or with `--check` says whether the written one is still true. */
async function print(isCheck: boolean): Promise<void> {
  const page = cataloguePage();
  if (!isCheck) {
    await writeFile(FILE, page);
    return;
  }
  const written = await readFile(FILE, 'utf8').catch(() => '');
  if (written === page) return;
  process.stderr.write('docs/notifications.md is not what the code says: run `npm run notifications` and look at the difference.\n');
  process.exitCode = 1;
}

void print(process.argv.includes('--check'));
