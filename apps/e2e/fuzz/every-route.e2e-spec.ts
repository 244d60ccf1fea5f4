import { setTimeout as pause } from 'node:timers/promises';
import * as fc from 'fast-check';
import { SmallWorld } from '../src/calls/small-world';
import { stagedCalls } from '../src/calls/staged-calls';
import { type Operation, operations } from '../src/contract/api-document';
import { complaintsAboutRefusal } from '../src/contract/refusal';
import { breachOf } from '../src/contract/watched-door';
import type { Answer, Door } from '../src/door';
import { fewAtATime } from '../src/few-at-a-time';
import { type DrawnRequest, requestsOf, sendable } from '../src/fuzz/drawn-request';
import { runningSystem } from '../src/running-system';

const MINUTES = Number(process.env['FUZZ_MINUTES'] ?? 1);
const SEED = Number(process.env['FUZZ_SEED'] ?? Date.now() % 2 ** 31);
const REQUESTS_OF_ONE_STAGING = 6;
const AT_ONCE = 6;
const TRIES = 5;
const PAUSE_MS = 1_000;

/** What came of the requests of one operation. */
interface Tally {
  requests: number;
  served: number;
  refused: number;
  failed: number;
}

describe('every route, by requests drawn from the document', () => {
  const door = runningSystem();
  const tallies = new Map<string, Tally>(operations.map(({ name }) => [name, { requests: 0, served: 0, refused: 0, failed: 0 }]));
  const faults = new Set<string>();
  let unstaged = 0;

  it(`answers without a failure of ours for ${MINUTES} minutes, and refuses by problem documents`, async () => {
    process.stderr.write(`FUZZ_SEED=${SEED}\n`);
    const endsAtMs = performance.now() + MINUTES * 60_000;
    for (let round = 0; round === 0 || performance.now() < endsAtMs; round += 1) {
      const world = await SmallWorld.make(door);
      await fewAtATime(operations, AT_ONCE, async (operation) => {
        if (round === 0 || performance.now() < endsAtMs) await fuzz(door, world, operation, SEED + round);
      });
    }
    process.stderr.write(table());
    expect([...faults]).toEqual([]);
    expect([...tallies].filter(([, { requests }]) => requests === 0).map(([name]) => name)).toEqual([]);
  }, MINUTES * 60_000 + 600_000);

  async function fuzz(through: Door, world: SmallWorld, operation: Operation, seed: number): Promise<void> {
    // An earlier request may have used up what a right call needs; the operation has its turn again in the next world.
    const right = await Promise.resolve(stagedCalls[operation.name]!(world)).catch((error: unknown) => String(error));
    if (typeof right === 'string') {
      unstaged += 1;
      return;
    }
    for (const request of fc.sample(requestsOf(operation), { seed, numRuns: REQUESTS_OF_ONE_STAGING })) {
      const { address, asked } = await sendable(operation, request, right, world);
      const answer = await patiently(() => through.ask(operation.method, address, asked));
      const tally = tallies.get(operation.name)!;
      tally.requests += 1;
      if (answer.status >= 500) tally.failed += 1;
      else if (answer.status >= 400) tally.refused += 1;
      else tally.served += 1;
      const found = answer.status >= 500 ? [`answers ${answer.status}`] : complaintsAboutRefusal(answer, JSON.stringify(request));
      const breach = request.keepsPath && operation.isDeclared ? breachOf(operation, answer) : undefined;
      for (const fault of breach === undefined ? found : [...found, breach]) note(operation, fault, request);
    }
  }

  /** A busy machine may say 503 and mean it; what says so again and again is a failure. */
  async function patiently(ask: () => Promise<Answer>): Promise<Answer> {
    for (let attempt = 0; attempt < TRIES - 1; attempt += 1) {
      const answer = await ask();
      if (answer.status !== 503) return answer;
      await pause(PAUSE_MS);
    }
    return ask();
  }

  function note({ name }: Operation, fault: string, request: DrawnRequest): void {
    if (faults.size < 50) faults.add(`${name} ${fault}, asked by ${JSON.stringify(request).slice(0, 600)}`);
  }

  function table(): string {
    const rows = [...tallies].map(([name, { requests, served, refused, failed }]) => `${name.padEnd(60)} ${[requests, served, refused, failed].map((count) => String(count).padStart(8)).join('')}`);
    const sum = (what: keyof Tally) => [...tallies.values()].reduce((total, tally) => total + tally[what], 0);
    const head = `${'operation'.padEnd(60)} ${['requests', 'served', 'refused', 'failed'].map((word) => word.padStart(8)).join('')}`;
    return `${[head, ...rows].join('\n')}\n${operations.length} operations, ${sum('requests')} requests: ${sum('served')} served, ${sum('refused')} refused, ${sum('failed')} failed; ${unstaged} times nothing could be staged; seed ${SEED}\n`;
  }
});
