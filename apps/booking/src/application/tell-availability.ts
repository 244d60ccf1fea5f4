import { setTimeout } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { AvailabilityChanged, type AvailabilityFacts } from '@bookable/contracts-booking';
import { addDays, dayAt } from '@bookable/kernel';
import { Database, type Transaction } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { takenProfile } from '../domain/availability';
import { restAfterMs } from '../domain/rest-after';
import type { Resource } from '../domain/resource';
import { HORIZON_DAYS } from '../domain/stay-rules';
import { AvailabilityStore, type ChangedAvailability } from '../persistence/availability.store';
import { ResourceStore } from '../persistence/resource.store';

const AT_ONCE = 50;

/** Tells what is left of resources whose claims have changed: everything at once, however many changes there were. */
@Injectable()
export class TellAvailability {
  constructor(
    private readonly database: Database,
    private readonly availability: AvailabilityStore,
    private readonly resources: ResourceStore,
    private readonly clock: Clock,
  ) {}

  /**
   * Tells everything that has changed until now. Nobody books what is just being looked at, so it rests for longer than it
   * has worked, within a bound: bookings come first, and changes that wait are told as one.
   */
  async execute(): Promise<void> {
    if (!(await this.availability.hasChanged())) return;
    for (;;) {
      const beganAtMs = performance.now();
      const told = await this.database.transaction((tx) => this.tellSome(tx));
      await setTimeout(restAfterMs(performance.now() - beganAtMs));
      if (told < AT_ONCE) return;
    }
  }

  private async tellSome(tx: Transaction): Promise<number> {
    const now = this.clock.now();
    const changes = await this.availability.takeChanged(tx, AT_ONCE, now, HORIZON_DAYS);
    const resources = await this.resources.readWithin(tx, changes.map(({ resourceId }) => resourceId));
    for (const change of changes) {
      const resource = resources.get(change.resourceId);
      if (resource) tx.publish(AvailabilityChanged, factsOf(resource, change, now));
    }
    return changes.length;
  }
}

function factsOf(resource: Resource, { version, segments }: ChangedAvailability, now: Date): AvailabilityFacts {
  const { id: listingId, unit, capacity, timeZone } = resource;
  const today = dayAt(now.getTime(), timeZone);
  return { listingId, unit, capacity, version, segments: takenProfile(resource, segments, today, addDays(today, HORIZON_DAYS)) };
}
