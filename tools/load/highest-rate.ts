import { type Answer, isError, isRefusal, quantile } from './answers';
import type { LoadedSystem } from './loaded-system';

const FIRST_RATE = 40;
const STEP = 1.25;
const STEP_SECONDS = 8;
const P95_AT_MOST_MS = 500;

/** Whether a rate is held: nobody is refused, nothing goes wrong, and nearly everybody is answered soon. */
export function isHeld(answers: readonly Answer[]): boolean {
  if (answers.some((answer) => isError(answer) || isRefusal(answer))) return false;
  return quantile(answers.map(({ tookMs }) => tookMs), 0.95) <= P95_AT_MOST_MS;
}

/** The highest rate of visits that this machine holds, tried from below. */
export async function highestRate(system: LoadedSystem): Promise<number> {
  let held = 0;
  for (let rate = FIRST_RATE; ; rate = Math.round(rate * STEP)) {
    const answers = await system.visit(rate, STEP_SECONDS);
    const isGood = isHeld(answers);
    console.log(`${rate}/s: ${isGood ? 'held' : 'not held'}, p95 ${Math.round(quantile(answers.map(({ tookMs }) => tookMs), 0.95))} ms`);
    if (isGood) held = rate;
    else if (held > 0) return held;
    else throw new Error(`Not even ${FIRST_RATE} visits a second are held.`);
  }
}
