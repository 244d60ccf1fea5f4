import { type Answer, isError, isRefusal, quantile, tableOf } from './answers';
import type { LoadedSystem } from './loaded-system';
import { isHeld } from './highest-rate';

const TIMES = 5;
const RECOVERED_WITHIN_SECONDS = 30;

/**
 * Five times what the machine holds (promise C3): whoever is refused hears so soon, the others are served about as many
 * a second as ever, and once less is asked again, everything is as before within seconds.
 */
export async function overload(system: LoadedSystem, rate: number, seconds: number): Promise<void> {
  const answers = await system.show(rate * TIMES, seconds);
  const served = answers.filter(({ isWanted }) => isWanted);
  const refusedMs = answers.filter(isRefusal).map(({ tookMs }) => tookMs);
  console.log(`\nserved ${Math.round(served.length / seconds)}/s of ${rate}/s that are held; refused ${refusedMs.length}, told so in ${Math.round(quantile(refusedMs, 0.5))} ms in the middle, ${Math.round(quantile(refusedMs, 0.99))} ms for 99 of 100.`);
  if (answers.some(isError)) throw new Error(`Something was neither served nor refused:\n${tableOf(answers.filter(isError))}`);
  console.log(`As before after ${await recovery(system, rate / 2)} s with half of what is held.`);
}

/** After how many seconds a whole second was held. */
async function recovery(system: LoadedSystem, rate: number): Promise<number> {
  for (let second = 1; second <= RECOVERED_WITHIN_SECONDS; second += 1) {
    const answers: Answer[] = await system.visit(rate, 1);
    if (isHeld(answers)) return second;
  }
  throw new Error(`It has not recovered within ${RECOVERED_WITHIN_SECONDS} s.`);
}
