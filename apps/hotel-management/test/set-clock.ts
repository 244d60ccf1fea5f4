import { Clock } from '@bookable/platform-runtime';

/** A clock that stands still until a test moves it. */
export class SetClock extends Clock {
  constructor(private instantMs: number) {
    super();
  }

  override now(): Date {
    return new Date(this.instantMs);
  }

  /** Jumps to an instant. */
  set(instant: string): void {
    this.instantMs = Date.parse(instant);
  }
}
