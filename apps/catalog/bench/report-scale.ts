import type { HostileWords } from './hostile-words';
import type { MeasuredQuery } from './measure-query';
import type { SearchSet } from './search-set/search-set';

const WIDTHS = [48, 6, 9, 9, 9, 9, 9, 9];
const ms = (figure: number): string => figure.toFixed(2);
const times = (figure: number): string => `${figure.toFixed(1)}×`;

const say = (text: string): boolean => process.stdout.write(`${text}\n`);

function line(cells: readonly string[]): void {
  say(cells.map((cell, index) => (index === 0 ? cell.padEnd(WIDTHS[index]!) : cell.padStart(WIDTHS[index] ?? 9))).join(''));
}

/** Which set is measured, and how long it took to build. */
export function printSet({ name, builtInSeconds }: SearchSet, index: number, sets: readonly SearchSet[]): void {
  say(`${name}, built in ${builtInSeconds} s`);
  if (index === sets.length - 1) line(['\nms of one round trip, prepared, one connection', 'rows', 'p50', 'p95', 'p99', 'floor', 'ratio', 'growth']);
}

/** The ratio is to the same rows by primary key; growth is that of the median from a tenth of the listings. */
export function printMeasured({ name, found, p50, p95, p99, floor }: MeasuredQuery, small: MeasuredQuery | undefined): void {
  line([name, String(found), ms(p50), ms(p95), ms(p99), ms(floor.p50), times(p50 / floor.p50), small ? times(p50 / small.p50) : '–']);
}

export function printHostile({ tried, p50, slowest, slowestMs }: HostileWords): void {
  say(`\n${tried} hostile strings as words: median ${ms(p50)} ms, slowest ${ms(slowestMs)} ms (${times(slowestMs / p50)}): ${JSON.stringify(slowest.slice(0, 60))}`);
}
