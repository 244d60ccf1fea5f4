import { setTimeout as pause } from 'node:timers/promises';
import type { Answer, Door } from '../door';
import type { History } from './history';

/** What somebody wants of the system. */
export interface Wish<Body> {
  readonly step: string;
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly status: number;
  readonly token?: string;
  readonly body?: unknown;
  /** The same at every attempt: what makes a second POST the first one again. */
  readonly idempotencyKey?: string;
  /** Asked after an answer was lost: has it happened all the same? */
  readonly isDone?: () => Promise<Body | undefined>;
}

const PATIENCE_MS = 90_000;
const ANSWER_BOUND_MS = 20_000;
const LONGEST_PAUSE_MS = 2_000;
const PART_IS_DOWN = 503;

type Said = { readonly code?: string; readonly id?: string };

/** Somebody who speaks to the public door as a good client does: what was lost or put off is asked again, safely. */
export class PatientClient {
  constructor(
    readonly name: string,
    private readonly doors: readonly Door[],
    private readonly history: History,
  ) {}

  /** Asks until it is answered as wished; anything but "not now" that is not as wished ends the journey. */
  async ask<Body>(wish: Wish<Body>): Promise<Body> {
    const answer = await this.answer(wish);
    if (answer.status === wish.status) return answer.body;
    throw new Error(`${this.name}: ${wish.step} was answered ${answer.status} ${JSON.stringify(answer.body)}`);
  }

  /** Asks until there is an answer, whatever it says; silence and "not now" are none. */
  async answer<Body>(wish: Wish<Body>): Promise<Pick<Answer<Body>, 'status' | 'body'>> {
    const endMs = Date.now() + PATIENCE_MS;
    for (let attempt = 1; ; attempt += 1) {
      const answer = await this.attempt(wish, attempt);
      if (answer && answer.status !== PART_IS_DOWN) return answer;
      if (Date.now() > endMs) throw new Error(`${this.name}: ${wish.step} is never answered; last came ${answer?.status ?? 'nothing'}.`);
      await pause(Math.min(100 * 2 ** attempt, LONGEST_PAUSE_MS) * (0.5 + Math.random() / 2));
      const done = await wish.isDone?.();
      if (done !== undefined) return { status: wish.status, body: done };
    }
  }

  /** Asks once, as a client does that gives up; undefined where the answer was lost. */
  once<Body>(wish: Wish<Body>): Promise<Answer<Body> | undefined> {
    return this.attempt(wish, 1);
  }

  /** One request; undefined where its answer was lost. */
  private async attempt<Body>(wish: Wish<Body>, attempt: number): Promise<Answer<Body> | undefined> {
    const { step, method, path, token, body, idempotencyKey } = wish;
    const door = this.doors[attempt % this.doors.length]!;
    const headers = { ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }) };
    const startedAtMs = Date.now();
    const startedMs = performance.now();
    const took = () => {
      const tookMs = Math.round(performance.now() - startedMs);
      return { tookMs, endedAtMs: startedAtMs + tookMs };
    };
    const entry = { traveller: this.name, step, method, path, attempt, idempotencyKey };
    try {
      const answer = await door.ask<Body & Said>(method, path, { token, body, headers, signal: AbortSignal.timeout(ANSWER_BOUND_MS) });
      this.history.add({ ...entry, ...took(), status: answer.status, said: answer.body?.code, id: answer.body?.id, ...(answer.status >= 500 && { saysWhen: saysWhen(answer) }) });
      return answer;
    } catch (error) {
      this.history.add({ ...entry, ...took(), said: String((error as Error).cause ?? error) });
      return undefined;
    }
  }
}

function saysWhen({ headers }: Answer): boolean {
  return (headers.get('content-type')?.includes('problem+json') ?? false) && Number(headers.get('retry-after')) > 0;
}
