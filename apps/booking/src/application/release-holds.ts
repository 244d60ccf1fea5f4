import { Injectable } from '@nestjs/common';
import { Clock } from '@bookable/platform-runtime';
import { AvailabilityStore } from '../persistence/availability.store';

/** Gives back the time of holds that have run out, so that the copies of availability learn of it. */
@Injectable()
export class ReleaseHolds {
  constructor(
    private readonly availability: AvailabilityStore,
    private readonly clock: Clock,
  ) {}

  execute(): Promise<void> {
    return this.availability.releaseHolds(this.clock.now());
  }
}
