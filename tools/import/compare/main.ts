import { asksForUsage } from '../../launch/asks-for-usage';
import { USAGE, readCommandLine } from '../command-line';
import { Journal } from '../journal';
import { operatorOf } from '../operator';
import { PlatformClient } from '../platform-client';
import { Comparison } from './compare';
import { drawWishes } from './draw-wishes';
import { readOfferedStays } from './offered-stay';
import { PublicDoor } from './public-door';
import { differencesOf, tableOf } from './table';

async function main(): Promise<void> {
  if (asksForUsage()) return console.log(USAGE);
  const { files, url, dataDir, place, aside, seed, patienceSeconds } = readCommandLine();
  const startedMs = Date.now();
  const now = new Date().toISOString().slice(0, 10);
  // The operator is needed for nothing but to find the journal, which knows on which day the calendars were moved.
  const { operatorId } = await PlatformClient.signIn(url, operatorOf(dataDir));
  const { startedOn } = Journal.open(dataDir, 'airbnb', operatorId, now);
  const stays = await readOfferedStays(files, place.city, startedOn);
  if (aside) stays.push(...(await readOfferedStays(aside.files, aside.city, startedOn)));
  const wishes = drawWishes(stays, now, seed);
  const outcomes = await new Comparison(stays, new PublicDoor(url, [place.city, ...(aside ? [aside.city] : [])]), patienceSeconds * 1_000).run(wishes);
  const differences = differencesOf(outcomes);
  console.log(`${tableOf(outcomes)}\n`);
  for (const difference of differences.slice(0, 20)) console.log(difference);
  const seconds = ((Date.now() - startedMs) / 1_000).toFixed(1);
  console.log(`${outcomes.length} searches over ${stays.length} listings, seed ${seed}, ${seconds} s: ${differences.length === 0 ? 'every answer is what the files say' : `${differences.length} are not what the files say`}.`);
  process.exitCode = differences.length === 0 ? 0 : 1;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
