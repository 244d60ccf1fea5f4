import type { Entry } from '../crowd/history';

/** When a fault struck and when it was over; a process that is killed is gone at once, so that is one moment. */
export interface Outage {
  readonly struckMs: number;
  readonly overMs: number;
}

/** Whether the system failed somebody: no answer, "not now", or a fault of its own. */
export function isSpoiled({ status }: Pick<Entry, 'status'>): boolean {
  return status === undefined || status >= 500;
}

/** The longest time from the end of a fault to the last request that it spoiled, as seen from outside. */
export function recoveryMs(entries: readonly Pick<Entry, 'status' | 'endedAtMs'>[], outages: readonly Outage[]): number {
  const spoiled = entries.filter(isSpoiled).map(({ endedAtMs }) => endedAtMs);
  const recoveries = outages.map(({ struckMs, overMs }, index) => {
    const nextMs = outages[index + 1]?.struckMs ?? Infinity;
    const last = Math.max(...spoiled.filter((endedAtMs) => endedAtMs >= struckMs && endedAtMs < nextMs));
    return Math.max(0, last - overMs);
  });
  return Math.max(0, ...recoveries);
}

/** The faults of one trial, as they come and go. */
export class Outages {
  private readonly spans: { struckMs: number; overMs: number }[] = [];

  constructor(private readonly note: (said: string) => void) {}

  get all(): readonly Outage[] {
    return this.spans;
  }

  /** A fault strikes now; what is returned says that it is over. */
  strikes(what: string): () => void {
    const span = { struckMs: Date.now(), overMs: Date.now() };
    this.spans.push(span);
    this.note(what);
    return () => {
      span.overMs = Date.now();
      this.note(`${what}: over`);
    };
  }
}
