import { setTimeout as pause } from 'node:timers/promises';
import type { Member } from './config';

async function isReady({ port }: Member): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`, { signal: AbortSignal.timeout(2_000) });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false;
  }
}

/** Resolves once every member says that it may be sent work, or the bound is passed; answers those that do not. */
export async function notReadyAfter(members: readonly Member[], boundMs: number): Promise<readonly Member[]> {
  let waitedFor = members;
  for (const startedMs = performance.now(); performance.now() - startedMs < boundMs; await pause(200)) {
    const answers = await Promise.all(waitedFor.map(isReady));
    waitedFor = waitedFor.filter((_, index) => !answers[index]);
    if (waitedFor.length === 0) break;
  }
  return waitedFor;
}
