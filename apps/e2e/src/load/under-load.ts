import type { Entry } from '../crowd/history';
import type { Installation } from '../installation/installation';
import type { FaultLog } from '../outcome/fault-log';
import { type Outages, isSpoiled } from '../outcome/outages';
import { SteadyLoad } from './steady-load';

/** What a fault under load has come to. */
export interface Endured {
  /** What is lost or there twice. */
  readonly wrong: readonly string[];
  /** Answers that nobody should get, whatever is broken: a fault of the system's own, or "not now" without saying when. */
  readonly odd: readonly string[];
  readonly unanswered: readonly Entry[];
  readonly putOff: readonly Entry[];
}

/** Something goes wrong while people book and look around, and comes to an end; then all that is left is held against all that was said. */
export async function endureUnderLoad(system: Pick<Installation, 'doors'>, log: FaultLog, fault: string, clients: number, happens: (outages: Outages) => Promise<void>): Promise<Endured> {
  const load = await SteadyLoad.prepare(fault, system.doors, log.history, clients);
  const first = log.history.entries.length;
  const wrong = await log.trial(fault, async (outages) => {
    await load.runWhile(happens(outages));
    return load.whatStaysWrong();
  });
  const spoiled = log.history.entries.slice(first).filter(isSpoiled);
  const unsaid = spoiled.filter(({ status, saysWhen }) => status !== undefined && !saysWhen);
  return {
    wrong,
    odd: [...load.odd, ...unsaid.map((entry) => `without a time to come again: ${JSON.stringify(entry)}`)],
    unanswered: spoiled.filter(({ status }) => status === undefined),
    putOff: spoiled.filter(({ status }) => status === 503),
  };
}
