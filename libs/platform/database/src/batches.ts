import { DomainError } from '@bookable/kernel';
import { type Span, currentSpan, runInSpan } from '@bookable/platform-context';
import { recordWork } from '@bookable/platform-tracing';

interface Waiting<Item, Outcome> {
  readonly item: Item;
  /** From its arrival to its outcome, where that is traced. */
  readonly span?: Span;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: unknown) => void;
}

/** How items travel together. */
export interface BatchRules<Item, Outcome> {
  /** Carries a batch; its outcomes are in the order of the items. A fault means that nothing of it was done. */
  readonly carry: (items: readonly Item[]) => Promise<Outcome[]>;
  /** Two items with a mark in common never travel together; the later one waits for the next batch. */
  readonly marksOf: (item: Item) => readonly string[];
  readonly batchSize: number;
  readonly batchesInFlight: number;
  /**
   * How long after one batch has left the next one waits for company, unless it is full; nothing unless told. For work
   * that nobody waits for: it costs each item less, and an item that comes after a quiet time leaves at once all the same.
   */
  readonly restMs?: number;
}

/**
 * Takes what waits at the same moment together. Nobody waits for company where no rest is asked for: whenever a batch
 * may leave, it takes whoever is there. Under load the wait for the batches in flight fills the next ones by itself.
 */
export class Batches<Item, Outcome> {
  private waiting: Waiting<Item, Outcome>[] = [];
  private inFlight = 0;
  private isWoken = false;
  private leftAtMs = -Infinity;
  private rest?: NodeJS.Timeout;

  constructor(private readonly rules: BatchRules<Item, Outcome>) {}

  /** What became of an item. */
  add(item: Item): Promise<Outcome> {
    const span = currentSpan()?.child('batch', 'internal');
    const outcome = new Promise<Outcome>((resolve, reject) => {
      this.waiting.push({ item, span, resolve, reject });
      this.wake();
    });
    return span ? recordWork(span, () => outcome) : outcome;
  }

  /** What arrives in one turn of the event loop, as from one message of the bus, leaves together. */
  private wake(): void {
    if (this.isWoken) return;
    this.isWoken = true;
    setImmediate(() => {
      this.isWoken = false;
      this.dispatch();
    });
  }

  private dispatch(): void {
    while (this.inFlight < this.rules.batchesInFlight && this.waiting.length > 0) {
      if (this.rests()) return;
      const batch = this.takeBatch();
      this.inFlight += 1;
      this.leftAtMs = performance.now();
      void this.carryTogether(batch).finally(() => {
        this.inFlight -= 1;
        this.dispatch();
      });
    }
  }

  /** Whether there is room for more company yet; if so, it is looked again once the rest is over. */
  private rests(): boolean {
    const restMs = this.leftAtMs + (this.rules.restMs ?? 0) - performance.now();
    if (restMs <= 0 || this.waiting.length >= this.rules.batchSize) return false;
    this.rest ??= setTimeout(() => {
      this.rest = undefined;
      this.dispatch();
    }, restMs);
    return true;
  }

  private takeBatch(): Waiting<Item, Outcome>[] {
    const batch: Waiting<Item, Outcome>[] = [];
    const later: Waiting<Item, Outcome>[] = [];
    const seen = new Set<string>();
    for (const one of this.waiting) {
      const marks = this.rules.marksOf(one.item);
      const fits = batch.length < this.rules.batchSize && !marks.some((mark) => seen.has(mark));
      (fits ? batch : later).push(one);
      for (const mark of marks) seen.add(mark);
    }
    this.waiting = later;
    return batch;
  }

  /** The statements of a batch are recorded with the first of its items that is traced; the others point there. */
  private carry(batch: readonly Waiting<Item, Outcome>[]): Promise<Outcome[]> {
    const carry = (): Promise<Outcome[]> => this.rules.carry(batch.map(({ item }) => item));
    const [first, ...others] = batch.flatMap(({ span }) => span ?? []);
    if (first === undefined) return carry();
    for (const span of [first, ...others]) span.note({ 'bookable.batch.size': batch.length });
    for (const other of others) {
      other.link(first);
      first.link(other);
    }
    return runInSpan(first, carry);
  }

  /** A fault nobody has foreseen may be of one item alone, so they go once more one by one; a foreseen one is everybody's. */
  private async carryTogether(batch: readonly Waiting<Item, Outcome>[]): Promise<void> {
    try {
      const outcomes = await this.carry(batch);
      batch.forEach(({ resolve }, index) => resolve(outcomes[index]!));
    } catch (error) {
      if (batch.length === 1 || error instanceof DomainError) batch.forEach(({ reject }) => reject(error));
      else for (const one of batch) await this.carryTogether([one]);
    }
  }
}
