import { get } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Member } from './config';

const ANSWER_BOUND_MS = 2_000;

/** Not by `fetch`: it keeps away, as browsers do, from some ports that a member may well have been given. */
function isReady({ port }: Member): Promise<boolean> {
  return new Promise((resolve) => {
    const request = get({ host: '127.0.0.1', port, path: '/health/ready', agent: false, signal: AbortSignal.timeout(ANSWER_BOUND_MS) });
    request.once('response', (answer) => {
      answer.resume();
      resolve(answer.statusCode === 200);
    });
    request.once('error', () => resolve(false));
  });
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
