import { Clock } from '@bookable/platform-runtime';

/** A clock that a test sets, and that goes on from there. */
export class SetClock extends Clock {
  private offsetMs = 0;

  override now(): Date {
    return new Date(Date.now() + this.offsetMs);
  }

  /** Moves on by so much. */
  advance(ms: number): void {
    this.offsetMs += ms;
  }

  /** Jumps to an instant, back or forth. */
  set(instant: Date | string): void {
    this.offsetMs = new Date(instant).getTime() - Date.now();
  }
}
