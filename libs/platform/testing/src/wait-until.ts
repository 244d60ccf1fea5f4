import { setTimeout } from 'node:timers/promises';

const LOOK_EVERY_MS = 10;
const TIMEOUT_MS = 10_000;

/** Limits of one wait. */
export interface WaitOptions {
  readonly timeoutMs?: number;
  /** What is waited for, as a clause: "the rating has arrived". Part of the complaint when it does not come true. */
  readonly that?: string;
}

/**
 * Waits for a condition to hold and returns what it gave, for what happens soon but at no told time.
 * A condition that throws does not hold yet; the last thing it threw becomes the cause of the complaint.
 */
export async function waitUntil<Value>(condition: () => Value | Promise<Value>, options: WaitOptions = {}): Promise<NonNullable<Value>> {
  const { timeoutMs = TIMEOUT_MS, that = 'the condition holds' } = options;
  const endsAtMs = performance.now() + timeoutMs;
  let cause: unknown;
  while (performance.now() < endsAtMs) {
    try {
      const value = await condition();
      if (value) return value;
      cause = undefined;
    } catch (error) {
      cause = error;
    }
    await setTimeout(LOOK_EVERY_MS);
  }
  throw new Error(`Waited ${timeoutMs} ms in vain until ${that}.`, { cause });
}
