import { Injectable } from '@nestjs/common';
import { Logger } from '@bookable/platform-logging';
import { Rounds } from '@bookable/platform-runtime';
import { Interval } from '@nestjs/schedule';
import { TellAvailability } from '../application/tell-availability';

/** Often enough for copies to be right within a second, seldom enough to tell many changes as one. */
const EVERY_MS = 200;

/** Tells what has changed of availability. */
@Injectable()
export class TellAvailabilitySchedule {
  private readonly rounds: Rounds;

  constructor(
    private readonly tellAvailability: TellAvailability,
    logger: Logger,
  ) {
    this.rounds = new Rounds(logger, 'Availability could not be told; the next round tries again.');
  }

  @Interval(EVERY_MS)
  run(): Promise<void> {
    return this.rounds.run(() => this.tellAvailability.execute());
  }
}
