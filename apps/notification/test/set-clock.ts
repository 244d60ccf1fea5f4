import { Clock } from '@bookable/platform-runtime';

/** A clock that goes on as the real one does, and can be put forward. */
export class SetClock extends Clock {
  private offsetMs = 0;

  override now(): Date {
    return new Date(Date.now() + this.offsetMs);
  }

  advance(ms: number): void {
    this.offsetMs += ms;
  }
}
