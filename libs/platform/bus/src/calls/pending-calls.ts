import type { Answer } from './call';
import { DeadlineWheel } from './deadline-wheel';
import { noAnswerFrom } from './refusal';

interface PendingCall {
  readonly topic: string;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (fault: unknown) => void;
}

/** A call that waits for its answer under a number of its own. */
export interface OpenedCall {
  readonly id: number;
  readonly answer: Promise<Answer>;
}

const LAST_ID = 0xffff_ffff;

/** The calls of this process that wait for an answer; each ends exactly once, at its deadline at the latest. */
export class PendingCalls {
  private readonly calls = new Map<number, PendingCall>();
  private readonly wheel = new DeadlineWheel((id) => this.fail(id));
  private lastId = 0;

  /** How many wait. */
  get size(): number {
    return this.calls.size;
  }

  /** Begins to wait, at most so long. */
  open(topic: string, timeLeftMs: number): OpenedCall {
    const id = this.lastId === LAST_ID ? 1 : this.lastId + 1;
    this.lastId = id;
    const answer = new Promise<Answer>((resolve, reject) => this.calls.set(id, { topic, resolve, reject }));
    this.wheel.add(id, timeLeftMs);
    return { id, answer };
  }

  /** Ends a call with its answer; one that comes too late is nobody's. */
  settle(id: number, answer: Answer): void {
    this.take(id)?.resolve(answer);
  }

  /** Ends a call that nobody answers. */
  readonly fail = (id: number): void => {
    const call = this.take(id);
    call?.reject(noAnswerFrom(call.topic));
  };

  /** Ends all calls at once: whoever was to answer is out of reach. */
  failAll(): void {
    for (const id of [...this.calls.keys()]) this.fail(id);
    this.wheel.clear();
  }

  private take(id: number): PendingCall | undefined {
    const call = this.calls.get(id);
    this.calls.delete(id);
    return call;
  }
}
