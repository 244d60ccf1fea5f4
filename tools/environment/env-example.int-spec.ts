import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
/** A variable and what reads it, as in `PORT: port({ … })`. */
const READ = /\b([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*): \w+\(/g;
const TOLD = /^([A-Z][A-Z0-9_]*)=.*#\s*\S/gm;

function configFiles(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('config.ts') && !file.includes('node_modules'))
    .map((file) => join(ROOT, folder, file));
}

const namesIn = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, name]) => name ?? '');

describe('.env.example', () => {
  const told = namesIn(readFileSync(join(ROOT, '.env.example'), 'utf8'), TOLD);
  const read = ['apps', 'libs', 'tools'].flatMap(configFiles).flatMap((file) => namesIn(readFileSync(file, 'utf8'), READ));

  it('has a line, with its meaning, for every variable that anything reads', () => {
    expect([...new Set(read)].filter((name) => !told.includes(name))).toEqual([]);
  });

  it('names nothing that nobody reads', () => {
    expect(told.filter((name) => !name.startsWith('REPLICAS_') && !read.includes(name))).toEqual([]);
  });

  it('names each variable once', () => {
    expect(told.filter((name, index) => told.indexOf(name) !== index)).toEqual([]);
  });
});
