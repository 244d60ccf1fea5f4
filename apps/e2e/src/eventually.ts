import { setTimeout as pause } from 'node:timers/promises';

/** Looks again and again until what is looked for is there; the bound only ends a journey that would never end. */
export async function eventually<Found>(what: string, look: () => Promise<Found | undefined | false>, boundMs = 30_000): Promise<Found> {
  const end = Date.now() + boundMs;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > end) throw new Error(`It never came to pass: ${what}.`);
    await pause(50);
  }
}
