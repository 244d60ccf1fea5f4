import { type Answer, isError, isRefusal, tableOf } from './answers';
import type { LoadedSystem } from './loaded-system';

const MIB = 1_024 * 1_024;
const GROWTH_AT_MOST = 0.1;

/** Memory in use by process, minute by minute. */
type Minutes = ReadonlyMap<string, readonly number[]>;

/**
 * Visits at a steady rate for a long time (promise C1): nobody is refused, nothing goes wrong, and from its middle on no
 * process of ours has grown by more than a tenth. Postgres is not judged: its processes share what they remember.
 */
export async function soak(system: LoadedSystem, rate: number, minutes: number): Promise<void> {
  const answers: Answer[] = [];
  const memory = new Map<string, number[]>();
  for (let minute = 1; minute <= minutes; minute += 1) {
    answers.push(...(await system.visit(rate, 60)));
    for (const [name, { residentBytes }] of system.use()) memory.set(name, [...(memory.get(name) ?? []), residentBytes]);
    console.log(`minute ${minute}: ${[...memory].map(([name, used]) => `${name} ${Math.round(used.at(-1)! / MIB)}`).join(', ')} MiB`);
  }
  console.log(`\n${rate} visits a second for ${minutes} minutes:\n${tableOf(answers)}`);
  const grown = thoseThatGrew(memory);
  if (grown.length > 0) throw new Error(`Memory grew: ${grown.join(', ')}.`);
  const failed = answers.filter((answer) => isError(answer) || isRefusal(answer));
  if (failed.length > 0) throw new Error(`${failed.length} visits were not answered as they should be:\n${tableOf(failed)}`);
}

/** The processes whose memory in the last quarter of the time is above that of the second quarter by more than is allowed. */
export function thoseThatGrew(memory: Minutes): string[] {
  return [...memory].flatMap(([name, used]) => {
    const quarter = Math.max(1, Math.floor(used.length / 4));
    const [early, late] = [mean(used.slice(quarter, 2 * quarter)), mean(used.slice(-quarter))];
    const isOurs = name !== 'postgres';
    return isOurs && late > early * (1 + GROWTH_AT_MOST) ? [`${name} from ${Math.round(early / MIB)} to ${Math.round(late / MIB)} MiB`] : [];
  });
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
