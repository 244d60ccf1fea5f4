import { Injectable } from '@nestjs/common';
import { Batches } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { type Placement, type PlacementOutcome, PlacementStore } from '../persistence/placement.store';

const BATCH_SIZE = 64;
const BATCHES_IN_FLIGHT = 3;

/**
 * Takes placements that wait at the same moment to the database together: one statement and one commit for all of
 * them. A lost connection is everybody's fault and is not tried again here: nobody knows whether the batch was
 * committed, and the caller's idempotency key will find out.
 */
@Injectable()
export class PlacementQueue {
  private readonly batches: Batches<Placement, PlacementOutcome>;

  constructor(store: PlacementStore, clock: Clock) {
    this.batches = new Batches({
      carry: (placements) => store.place(placements, clock.now()),
      marksOf,
      batchSize: BATCH_SIZE,
      batchesInFlight: BATCHES_IN_FLIGHT,
    });
  }

  /** What became of a placement, once that is committed. */
  place(placement: Placement): Promise<PlacementOutcome> {
    return this.batches.add(placement);
  }
}

/** The functions look for earlier bookings, keys, plans and uses of a promotion once for the whole batch, so one that could matter to another waits. */
function marksOf({ booking, promotionId, command }: Placement): string[] {
  const marks = [`${booking.renterId} ${booking.kind === 'event' ? 'event' : booking.resourceId}`];
  if (promotionId !== undefined) marks.push(promotionId);
  return command ? [...marks, `${command.caller} ${command.topic} ${command.key}`] : marks;
}
