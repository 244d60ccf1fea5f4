/** What a closed loop of clients came to. */
export interface Drive {
  readonly perSecond: number;
  readonly medianMs: number;
}

/** Runs so many clients at once, each asking again as soon as it was answered, for some seconds. */
export async function drive(clients: number, seconds: number, ask: () => Promise<unknown>): Promise<Drive> {
  const latenciesMs: number[] = [];
  const startedMs = performance.now();
  const endMs = startedMs + seconds * 1_000;
  const client = async (): Promise<void> => {
    for (let askedMs = performance.now(); askedMs < endMs; ) {
      await ask();
      const answeredMs = performance.now();
      latenciesMs.push(answeredMs - askedMs);
      askedMs = answeredMs;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return { perSecond: latenciesMs.length / ((performance.now() - startedMs) / 1_000), medianMs: median(latenciesMs) };
}

/** The middle of some numbers. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
