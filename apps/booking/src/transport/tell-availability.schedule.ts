import { Injectable } from '@nestjs/common';
import { Logger } from '@bookable/platform-logging';
import { Interval } from '@nestjs/schedule';
import { TellAvailability } from '../application/tell-availability';

/** Often enough for copies to be right within a second, seldom enough to tell many changes as one. */
const EVERY_MS = 200;

/** Tells what has changed of availability. */
@Injectable()
export class TellAvailabilitySchedule {
  private isRunning = false;

  constructor(
    private readonly tellAvailability: TellAvailability,
    private readonly logger: Logger,
  ) {}

  @Interval(EVERY_MS)
  async run(): Promise<void> {
    if (this.isRunning) return;
    this.isRunning = true;
    try {
      await this.tellAvailability.execute();
    } catch (error) {
      this.logger.warn('Availability could not be told; the next round tries again.', { error });
    } finally {
      this.isRunning = false;
    }
  }
}
