import type { LaneBatch } from './outbox-lanes';

/** Settles batches that end in the same turn of the event loop together, in one round trip. */
export class Settlement {
  private waiting: LaneBatch[] = [];
  private next?: Promise<void>;

  constructor(private readonly settle: (batches: readonly LaneBatch[]) => Promise<void>) {}

  /** Resolves once the batch is settled; rejects where the database did not take part. */
  add(batch: LaneBatch): Promise<void> {
    this.waiting.push(batch);
    this.next ??= new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
      const batches = this.waiting;
      this.waiting = [];
      this.next = undefined;
      return this.settle(batches);
    });
    return this.next;
  }
}
