import { Injectable } from '@nestjs/common';
import { DomainError } from '@bookable/kernel';
import { Clock } from '@bookable/platform-runtime';
import { type Placement, type PlacementOutcome, PlacementStore } from '../persistence/placement.store';

interface Waiting {
  readonly placement: Placement;
  readonly resolve: (outcome: PlacementOutcome) => void;
  readonly reject: (error: unknown) => void;
}

const BATCH_SIZE = 64;
const BATCHES_IN_FLIGHT = 3;

/**
 * Takes placements that wait at the same moment to the database together: one statement and one commit for all of
 * them. Nobody waits for company: whenever a batch may leave, it takes whoever is there. Under load the wait for the
 * batches in flight fills the next ones by itself.
 */
@Injectable()
export class PlacementQueue {
  private waiting: Waiting[] = [];
  private inFlight = 0;
  private isWoken = false;

  constructor(
    private readonly store: PlacementStore,
    private readonly clock: Clock,
  ) {}

  /** What became of a placement, once that is committed. */
  place(placement: Placement): Promise<PlacementOutcome> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ placement, resolve, reject });
      this.wake();
    });
  }

  /** Requests that arrive in one turn of the event loop, as from one message of the bus, leave together. */
  private wake(): void {
    if (this.isWoken) return;
    this.isWoken = true;
    setImmediate(() => {
      this.isWoken = false;
      this.dispatch();
    });
  }

  private dispatch(): void {
    while (this.inFlight < BATCHES_IN_FLIGHT && this.waiting.length > 0) {
      const batch = this.takeBatch();
      this.inFlight += 1;
      void this.placeTogether(batch).finally(() => {
        this.inFlight -= 1;
        this.dispatch();
      });
    }
  }

  /**
   * The function looks for earlier bookings and keys once for the whole batch, so two requests of one renter for one
   * resource, or under one key, must not travel together: the later one waits for the next batch.
   */
  private takeBatch(): Waiting[] {
    const batch: Waiting[] = [];
    const later: Waiting[] = [];
    const seen = new Set<string>();
    for (const one of this.waiting) {
      const marks = marksOf(one.placement);
      const fits = batch.length < BATCH_SIZE && !marks.some((mark) => seen.has(mark));
      (fits ? batch : later).push(one);
      for (const mark of marks) seen.add(mark);
    }
    this.waiting = later;
    return batch;
  }

  private async placeTogether(batch: readonly Waiting[]): Promise<void> {
    try {
      const outcomes = await this.store.place(batch.map(({ placement }) => placement), this.clock.now());
      batch.forEach(({ resolve }, index) => resolve(outcomes[index]!));
    } catch (error) {
      if (batch.length === 1 || error instanceof DomainError) batch.forEach(({ reject }) => reject(error));
      else for (const one of batch) await this.placeTogether([one]);
    }
  }
}

function marksOf({ booking, command }: Placement): string[] {
  const pair = `${booking.renterId} ${booking.resourceId}`;
  return command ? [pair, `${command.caller} ${command.topic} ${command.key}`] : [pair];
}
