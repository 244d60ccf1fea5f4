import { Clock } from '@bookable/platform-runtime';

/** A clock that stands still until it is told what time it is. */
export class ToldClock extends Clock {
  constructor(private nowMs: number) {
    super();
    if (!Number.isFinite(nowMs)) throw new Error('A replay is told at which instant it begins.');
  }

  override now(): Date {
    return new Date(this.nowMs);
  }

  tell(nowMs: number): void {
    this.nowMs = nowMs;
  }
}
