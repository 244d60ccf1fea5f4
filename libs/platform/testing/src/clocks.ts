import type { Clock } from '@bookable/platform-runtime';

/** A clock that a test sets, and that goes on from there as the real one does. */
export class SetClock implements Clock {
  private offsetMs = 0;

  now(): Date {
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

/** A clock that stands still until a test moves it. */
export class StandingClock implements Clock {
  time: Date;

  constructor(instant: Date | string) {
    this.time = new Date(instant);
  }

  now(): Date {
    return this.time;
  }

  /** Jumps to an instant. */
  set(instant: Date | string): void {
    this.time = new Date(instant);
  }
}
