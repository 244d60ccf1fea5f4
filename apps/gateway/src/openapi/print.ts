import 'reflect-metadata';
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { routesOf } from '../http/route-table';
import { HTTP_CONTROLLERS } from '../transport/http-controllers';
import { documentOf } from './document';

const FILE = resolve('docs/openapi.json');

/** Writes the document that the gateway would serve, or with `--check` says whether the written one is still true. */
async function print(isCheck: boolean): Promise<void> {
  const text = `${JSON.stringify(documentOf(routesOf(HTTP_CONTROLLERS)), null, 2)}\n`;
  if (!isCheck) {
    await writeFile(FILE, text);
    return;
  }
  const written = await readFile(FILE, 'utf8').catch(() => '');
  if (written === text) return;
  process.stderr.write('docs/openapi.json is not what the code says: run `npm run openapi` and look at the difference.\n');
  process.exitCode = 1;
}

void print(process.argv.includes('--check'));
