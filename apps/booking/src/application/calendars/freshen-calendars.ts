import { setTimeout } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Clock } from '@bookable/platform-runtime';
import type { Resource } from '../../domain/resource';
import { CalendarStore } from '../../persistence/calendar.store';
import { CalendarReading } from './calendar-reading';

/** A calendar that was asked for so short a while ago is not asked for again before a booking. */
const FRESH_FOR_MS = 60_000;
/** Somebody is waiting to book; who does not answer by then is not waited for. */
const TIMEOUT_MS = 3_000;
const LOOK_AGAIN_MS = 50;
const ALL_OF_THEM = 100;

/**
 * Reads the calendars of what is about to be booked at once, where they have not been read just now: the other platform may
 * have sold the same night a minute ago. It is done before the booking's transaction, and only so long.
 */
@Injectable()
export class FreshenCalendars {
  private readonly running = new Map<string, Promise<void>>();

  constructor(
    private readonly calendars: CalendarStore,
    private readonly reading: CalendarReading,
    private readonly clock: Clock,
  ) {}

  async execute(resources: readonly Resource[]): Promise<void> {
    await Promise.all(resources.filter(({ hasCalendars }) => hasCalendars).map((resource) => this.once(resource)));
  }

  /** However many want to book it at this moment, it is done once. */
  private async once(resource: Resource): Promise<void> {
    const running = this.running.get(resource.id) ?? this.freshen(resource).finally(() => this.running.delete(resource.id));
    this.running.set(resource.id, running);
    await running;
  }

  private async freshen({ id, timeZone }: Resource): Promise<void> {
    const now = this.clock.now();
    const untried = await this.calendars.leaseUntried(id, new Date(now.getTime() - FRESH_FOR_MS), now, ALL_OF_THEM);
    await Promise.all(untried.map((calendar) => this.reading.execute(calendar, timeZone, TIMEOUT_MS)));
    const deadlineMs = performance.now() + TIMEOUT_MS;
    // Another process may be at it; what it reads is worth as much.
    while (performance.now() < deadlineMs && (await this.calendars.someAreBeingRead(id, this.clock.now()))) await setTimeout(LOOK_AGAIN_MS);
  }
}
