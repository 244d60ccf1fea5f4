import { Injectable } from '@nestjs/common';
import { AlreadyRequested, HoldEnded, PromotionUnknown, PromotionUsedUp, ScheduleClash, SlotTaken } from '@bookable/contracts-booking';
import { DomainError, IdempotencyKeyReused, Unavailable } from '@bookable/kernel';
import { Refusal } from '../domain/refusal';
import type { Resource } from '../domain/resource';
import { type CommandIdentity, type Placement, type PlacementOutcome, PlacementStore } from '../persistence/placement.store';
import { ResourceStore } from '../persistence/resource.store';
import { FindResource } from './find-resource';
import { PlacementQueue } from './placement-queue';
import { asDomainError } from './refuse';
import { SettleWaitlist } from './settle-waitlist';

const TRIES = 5;
/** How often somebody else may be served first while one asks: each time something new has become free. */
const TURNS = 100;

/** Makes a placement of a resource, or says why it cannot be one. */
export type Draft = (resource: Resource) => Placement | Refusal | Promise<Placement | Refusal>;

/**
 * Brings a booking to its time. It is drafted from the resource as this process remembers it; the database refuses
 * where that is out of date, and a refusal by our own rules is given only from the resource as it is now.
 */
@Injectable()
export class SubmitPlacement {
  constructor(
    private readonly find: FindResource,
    private readonly resources: ResourceStore,
    private readonly placements: PlacementStore,
    private readonly queue: PlacementQueue,
    private readonly waitlist: SettleWaitlist,
  ) {}

  /**
   * The view of the placed booking as JSON; throws the refusal otherwise. A command that was carried out before gets
   * its first answer, also where it would be refused by now: its listing may have gone, or its time have come.
   */
  async submit(resourceId: string, command: CommandIdentity | undefined, draft: Draft): Promise<Buffer> {
    try {
      return await this.place(resourceId, draft);
    } catch (error) {
      const isRefusal = error instanceof DomainError && error.problem !== Unavailable;
      const earlier = command && isRefusal ? await this.placements.earlier(command) : undefined;
      if (earlier?.outcome === 'key-reused') throw new DomainError(IdempotencyKeyReused);
      if (earlier?.answer == null) throw error;
      return Buffer.from(earlier.answer);
    }
  }

  private async place(resourceId: string, draft: Draft): Promise<Buffer> {
    let resource = await this.find.recalled(resourceId);
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const placement = await draft(resource);
      if (placement instanceof Refusal) {
        const present = await this.newer(resource, placement);
        if (!present) throw asDomainError(placement);
        resource = present;
        continue;
      }
      const answer = answerOf(await this.placeInTurn(placement), placement);
      if (answer !== undefined) return Buffer.from(answer);
      this.resources.forget(resourceId);
      resource = await this.find.current(resourceId);
    }
    throw new DomainError(Unavailable, 'The listing is changing; try again.', { retryAfterSeconds: 1 });
  }

  /** Whatever has become free is offered to those who stand in line before anybody books past them. */
  private async placeInTurn(placement: Placement): Promise<PlacementOutcome> {
    for (let turn = 0; turn < TURNS; turn += 1) {
      const placed = await this.queue.place(placement);
      if (placed.outcome !== 'others-first') return placed;
      for (const resourceId of resourcesOf(placement)) await this.waitlist.settle(resourceId);
    }
    return { outcome: 'retry', answer: null };
  }

  /** The resource where it has changed since it was remembered; where it is not offered here yet, catalog may know better. */
  private async newer(resource: Resource, refusal: Refusal): Promise<Resource | undefined> {
    const present = await this.find.current(resource.id);
    if (present.revision !== resource.revision) return present;
    if (refusal.word !== 'not-bookable') return undefined;
    const pulled = await this.find.pull(resource.id);
    return pulled.revision === resource.revision ? undefined : pulled;
  }
}

/** The resource of the booking, and those beside it. */
function resourcesOf({ booking, further }: Placement): ReadonlySet<string> {
  return new Set([booking.resourceId, ...further.map(({ resourceId }) => resourceId)]);
}

/** The answer, or undefined where everything has to be checked and priced anew. */
function answerOf({ outcome, answer }: PlacementOutcome, placement: Placement): string | undefined {
  switch (outcome) {
    case 'placed':
      return placement.answer;
    case 'again':
      return answer ?? placement.answer;
    case 'slot-taken':
      throw new DomainError(SlotTaken);
    case 'already-requested':
      throw new DomainError(AlreadyRequested);
    case 'hold-ended':
      throw new DomainError(HoldEnded);
    case 'promotion-unknown':
      throw new DomainError(PromotionUnknown);
    case 'promotion-used-up':
      throw new DomainError(PromotionUsedUp);
    case 'key-reused':
      throw new DomainError(IdempotencyKeyReused);
    case 'schedule-clash':
      throw new DomainError(ScheduleClash, undefined, { otherListingId: answer });
    case 'others-first':
    case 'stale':
    case 'retry':
      return undefined;
  }
}
