import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { isKeepableText } from '@bookable/kernel';
import type { Database } from '@bookable/platform-database';
import { criteriaOf } from '../src/domain/read-criteria';
import { SearchReader } from '../src/persistence/search/search.reader';
import { SET_NOW } from './search-set/draw-samples.sql';
import { sampleFolder } from './search-set/samples';

export interface HostileWords {
  readonly tried: number;
  readonly p50: number;
  readonly slowest: string;
  readonly slowestMs: number;
}

/** What a search lets in. */
const LONGEST = 200;
const REPEATS = 5;

function hostileWords(wantedFolder: string | undefined): string[] {
  const folder = join(sampleFolder(wantedFolder), 'strings');
  const naughty = JSON.parse(readFileSync(join(folder, 'blns.json'), 'utf8')) as string[];
  const scripts = gunzipSync(readFileSync(join(folder, 'xss-payload-list.txt.gz'))).toString().split('\n');
  return [...naughty, ...scripts.filter((_, index) => index % 20 === 0)].filter((words) => isKeepableText(words, 1, LONGEST));
}

/** Searches for each string, and takes the best of a few times, so that what is told is the string and not the machine. */
export async function measureHostileWords(database: Database, wantedFolder: string | undefined): Promise<HostileWords> {
  const reader = new SearchReader(database);
  const measured: { readonly words: string; readonly bestMs: number }[] = [];
  for (const words of hostileWords(wantedFolder)) {
    let bestMs = Infinity;
    for (let run = 0; run < REPEATS; run += 1) {
      const startMs = performance.now();
      await reader.find(criteriaOf({ q: words }), { now: SET_NOW }, { limit: 20 });
      bestMs = Math.min(bestMs, performance.now() - startMs);
    }
    measured.push({ words, bestMs });
  }
  measured.sort((a, b) => a.bestMs - b.bestMs);
  const [middle, last] = [measured[Math.floor(measured.length / 2)], measured.at(-1)];
  if (!middle || !last) throw new Error('There are no hostile strings to try.');
  return { tried: measured.length, p50: middle.bestMs, slowest: last.words, slowestMs: last.bestMs };
}
