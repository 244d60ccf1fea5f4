import type { ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';

const LOOK_EVERY_MS = 200;
const PATIENCE_MS = 180_000;

/** Waits until a process that was just started says at its door that it is ready; throws where it ends before, or takes too long. */
export async function untilReady(url: string, child: Pick<ChildProcess, 'exitCode' | 'signalCode'>, patienceMs = PATIENCE_MS): Promise<void> {
  for (const endMs = performance.now() + patienceMs; performance.now() < endMs; await pause(LOOK_EVERY_MS)) {
    const end = child.exitCode ?? child.signalCode;
    if (end !== null) throw new Error(`The process ended with ${end} before it was ready.`);
    const answer = await fetch(`${url}/health/ready`).catch(() => undefined);
    if (answer?.ok) return;
  }
  throw new Error(`The process was not ready within ${patienceMs / 1_000} s.`);
}
