import { SingleBar } from 'cli-progress';
import { asksForUsage } from '../launch/asks-for-usage';
import { type Fault, inOrder, placeOf } from './airbnb/fault';
import { ImportAirbnb } from './airbnb/import-airbnb';
import { readAirbnb } from './airbnb/read-airbnb';
import { USAGE, readCommandLine } from './command-line';
import { runReplay } from './hotel/command';
import { Journal } from './journal';
import { operatorOf } from './operator';
import { PlatformClient } from './platform-client';

function report(brought: number, total: number, faults: readonly Fault[], seconds: number): void {
  for (const fault of faults) console.log(`${placeOf(fault)}: ${fault.reasons.join('; ')}`);
  console.log(`${brought} of ${total} listings are on the platform, ${faults.length} rows left out, in ${seconds.toFixed(1)} s.`);
}

async function main(): Promise<void> {
  if (asksForUsage()) return console.log(USAGE);
  const args = process.argv.slice(2);
  if (args[0] === 'hotel') {
    process.exitCode = (await runReplay(args)) ? 0 : 1;
    return;
  }
  const { files, url, dataDir, place } = readCommandLine();
  const startedMs = Date.now();
  const platform = await PlatformClient.signIn(url, operatorOf(dataDir));
  const data = await readAirbnb(files);
  const journal = Journal.open(dataDir, 'airbnb', platform.operatorId, new Date().toISOString().slice(0, 10));
  const bar = new SingleBar({ format: 'importing {bar} {value}/{total} listings, {eta} s to go', noTTYOutput: false });
  bar.start(data.listings.length, 0);
  try {
    const run = new ImportAirbnb(platform, journal, () => bar.increment());
    const { brought, faults } = await run.run({ ...data, place, today: journal.startedOn });
    bar.stop();
    report(brought, data.rowCount, inOrder([...data.faults, ...faults]), (Date.now() - startedMs) / 1_000);
  } finally {
    bar.stop();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? [error.message, causeOf(error)].join(' ').trim() : error);
  process.exitCode = 1;
});

function causeOf({ cause }: Error): string {
  return cause instanceof Error ? cause.message : '';
}
