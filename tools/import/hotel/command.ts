import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { SingleBar } from 'cli-progress';
import { Figures, countReservation, differences, differencesOfReport, figuresOfRows, spanOf } from './figures';
import type { ReplayedStay } from './hotel-row';
import { type ReadStays, type Slice, readStays } from './read-stays';
import { readTruth } from './read-truth';
import { ReplaySystem } from './replay-system';
import { beginningOf, replayHotels } from './replay-hotels';
import { type ReplayedHotel, TIME_ZONE } from './replayed-hotel';

const ROOT = join(__dirname, '../../..');
const USAGE = `Usage: npm run import -- hotel <hotel_bookings.csv[.gz]> [--rows NUMBER] [--hotel NAME] [--until YYYY-MM-DD] [--database URL]
Starts a system of its own at the time of the first reservation, lives through all of them, and compares the figures of the end.`;

interface ReplayCommand {
  readonly file: string;
  readonly slice: Slice;
  readonly folder: string;
  readonly databaseUrl?: string;
}

function readReplayCommand(args: readonly string[]): ReplayCommand {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { rows: text, hotel: text, until: text, database: text } });
  const [, file] = positionals;
  const { rows, hotel, until, database: databaseUrl } = values;
  const isUnderstood = (rows === undefined || /^[1-9]\d*$/.test(rows)) && (until === undefined || /^\d{4}-\d{2}-\d{2}$/.test(until));
  if (!file || !isUnderstood) throw new Error(USAGE);
  return { file, slice: { ...(rows && { rows: Number(rows) }), hotel, until }, folder: resolve(process.env['DATA_DIR'] || '.data', 'replay'), databaseUrl };
}

/** `npm run import -- hotel …`; answers whether all is as it should be. */
export async function runReplay(args: readonly string[]): Promise<boolean> {
  const { file, slice, folder, databaseUrl } = readReplayCommand(args);
  const read = await readStays(file, slice);
  reportOddRows(read);
  const system = await ReplaySystem.start(folder, beginningOf(read.stays), databaseUrl);
  try {
    const hotels = await replayWithBar(system, read.stays);
    const isWhole = Object.values(slice).every((value) => value === undefined);
    const areFiguresTrue = await compareFigures(hotels, read.stays, isWhole ? await readTruth(dirname(file)) : undefined);
    return (await verify(system.databaseUrl)) && areFiguresTrue;
  } finally {
    await system.stop();
  }
}

function reportOddRows({ contradictions, faults, stays }: ReadStays): void {
  console.log(`${stays.length} reservations are replayed.`);
  for (const { line, reason } of faults) console.log(`Line ${line} is left out: ${reason}.`);
  for (const [what, lines] of contradictions) console.log(`${lines.length} rows contradict themselves, ${what}: line ${lines.join(', ')}.`);
}

async function replayWithBar(system: ReplaySystem, stays: readonly ReplayedStay[]): Promise<ReplayedHotel[]> {
  const bar = new SingleBar({ format: 'replaying {bar} {value}/{total} reservations, {day}, {eta} s to go', noTTYOutput: true, notTTYSchedule: 30_000 });
  const startedMs = Date.now();
  bar.start(stays.length, 0, { day: '' });
  try {
    const hotels = await replayHotels(system, stays, (day, ended) => bar.update(ended, { day }));
    const seconds = (Date.now() - startedMs) / 1_000;
    bar.stop();
    console.log(`${stays.length} reservations in ${seconds.toFixed(1)} s: ${(stays.length / seconds).toFixed(1)} a second.`);
    return hotels;
  } finally {
    bar.stop();
  }
}

/** What the rows say, and what lies beside the file where all of it was replayed, against what the platform tells. */
async function compareFigures(hotels: readonly ReplayedHotel[], stays: readonly ReplayedStay[], truth: Figures | undefined): Promise<boolean> {
  const found = new Figures();
  for (const hotel of hotels) for await (const reservation of hotel.reservations()) countReservation(found, hotel.name, TIME_ZONE, reservation);
  printMonths(found);
  const unpaid = stays.filter(({ end, dueCents }) => end === 'left' && dueCents < 0);
  for (const { line, dueCents } of unpaid) console.log(`Line ${line} counts ${(dueCents / 100).toFixed(2)} in the true figures: nobody pays less than nothing, so they are compared without it.`);
  const expected = without(unpaid, figuresOfRows(stays));
  const wrong = [...differences(expected, found), ...(truth ? differences(without(unpaid, truth), found) : []), ...(await wrongReports(hotels, expected))];
  for (const difference of wrong) console.log(difference);
  console.log(`${found.months.size} months and ${found.days.size} days ${wrong.length === 0 ? 'are to the cent what' : 'differ from what'} the rows${truth ? ' and the true figures beside them' : ''} say.`);
  return wrong.length === 0;
}

async function wrongReports(hotels: readonly ReplayedHotel[], expected: Figures): Promise<string[]> {
  const span = spanOf(expected);
  if (!span) return [];
  const wrong = await Promise.all(hotels.map(async (hotel) => differencesOfReport(expected, hotel.name, await hotel.daysOfReport(span.from, span.to))));
  return wrong.flat();
}

function without(unpaid: readonly ReplayedStay[], figures: Figures): Figures {
  for (const { hotel, from, dueCents } of unpaid) for (const part of [figures.month(hotel, from.slice(0, 7)), figures.day(hotel, from)]) part.revenue -= dueCents;
  return figures;
}

function printMonths({ months }: Figures): void {
  console.log('hotel, month: nights, revenue, average rate, cancelled or missed of all bookings');
  for (const [key, { nights, revenue, bookings, cancelledOrMissed }] of [...months].sort()) {
    const [paid, rate] = [revenue / 100, nights === 0 ? 0 : revenue / nights / 100].map((amount) => amount.toFixed(2));
    console.log(`${key}: ${nights}, ${paid}, ${rate}, ${((100 * cancelledOrMissed) / bookings).toFixed(1)} % of ${bookings}`);
  }
}

/** `npm run verify` on the database of the replay. */
async function verify(databaseUrl: string): Promise<boolean> {
  const child = spawn(process.execPath, ['-r', '@swc-node/register', 'tools/verify/main.ts'], {
    cwd: ROOT, env: { ...process.env, SWC_NODE_PROJECT: 'tsconfig.base.json', DATABASE_URL: databaseUrl }, stdio: 'inherit',
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code === 0;
}
