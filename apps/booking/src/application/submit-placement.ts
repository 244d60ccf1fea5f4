import { Injectable } from '@nestjs/common';
import { AlreadyRequested, SlotTaken } from '@bookable/contracts-booking';
import { DomainError, IdempotencyKeyReused, Unavailable } from '@bookable/kernel';
import { Refusal } from '../domain/refusal';
import type { Resource } from '../domain/resource';
import { type CommandIdentity, type Placement, type PlacementOutcome, PlacementStore } from '../persistence/placement.store';
import { ResourceStore } from '../persistence/resource.store';
import { FindResource } from './find-resource';
import { PlacementQueue } from './placement-queue';
import { asDomainError } from './refuse';

const TRIES = 5;

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
      const answer = answerOf(await this.queue.place(placement), placement);
      if (answer !== undefined) return Buffer.from(answer);
      this.resources.forget(resourceId);
      resource = await this.find.current(resourceId);
    }
    throw new DomainError(Unavailable, 'The listing is changing; try again.', { retryAfterSeconds: 1 });
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
    case 'key-reused':
      throw new DomainError(IdempotencyKeyReused);
    case 'stale':
    case 'retry':
      return undefined;
  }
}
