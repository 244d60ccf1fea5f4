import { Injectable } from '@nestjs/common';
import type { FindScheduleClashRequest, ScheduleClashView } from '@bookable/contracts-booking';
import { PersonalTimeStore } from '../persistence/personal-time.store';

/** Tells catalog whether a host has agreed to be elsewhere before an event is announced or moved. */
@Injectable()
export class FindScheduleClash {
  constructor(private readonly personalTime: PersonalTimeStore) {}

  async execute({ userId, from, to, listingId }: FindScheduleClashRequest): Promise<ScheduleClashView> {
    return { otherListingId: await this.personalTime.eventGoneTo(userId, new Date(from), new Date(to), listingId) };
  }
}
