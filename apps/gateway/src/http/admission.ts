/** Whoever waited longer than this for an answer has waited too long. */
export const SLOW_MS = 500;
/** So many may always be inside at once: no guess about a machine is worth refusing a handful of people for. */
export const FEWEST_INSIDE = 128;
/** How often what happened is looked at. */
export const REVIEW_EVERY_MS = 1_000;

const GROWTH = 1.1;

/** What happened since it was last looked at. */
export interface Span {
  readonly answered: number;
  /** Those of them that took longer than `SLOW_MS`. */
  readonly slow: number;
  readonly refused: number;
}

/**
 * How many requests may be inside at once from now on. Where most are slow, more is asked than can be done, and whoever
 * is let in only waits: then no more are let in than are answered within `SLOW_MS` (Little's law). While nobody has to
 * be refused there is room for any burst; while some are, a little more is tried each time.
 */
export function roomAfter({ answered, slow, refused }: Span, present: number, inside: number, most: number): number {
  const isStuck = answered === 0 && inside >= FEWEST_INSIDE;
  const fewest = Math.min(FEWEST_INSIDE, most);
  if (isStuck || slow * 2 > answered) return Math.max(fewest, Math.min(most, Math.floor((answered * SLOW_MS) / REVIEW_EVERY_MS)));
  return refused > 0 ? Math.min(most, Math.ceil(present * GROWTH)) : most;
}

/** Counts who is inside, and refuses whom there is no room for: at once, so that they cost and wait nothing. */
export class Admission {
  private answered = 0;
  private slow = 0;
  private refused = 0;
  private presentRoom: number;
  inside = 0;

  /** `most` are inside at once whatever happens. */
  constructor(private readonly most: number) {
    this.presentRoom = most;
  }

  /** How many may be inside at once at present. */
  get room(): number {
    return this.presentRoom;
  }

  /** Whether one more may come in. */
  enter(): boolean {
    if (this.inside < this.presentRoom) {
      this.inside += 1;
      return true;
    }
    this.refused += 1;
    return false;
  }

  /** One who was inside has their answer, or has gone. */
  leave(tookMs: number): void {
    this.inside -= 1;
    this.answered += 1;
    if (tookMs > SLOW_MS) this.slow += 1;
  }

  /** Makes up its mind anew; to be called every `REVIEW_EVERY_MS`. */
  review(): void {
    const { answered, slow, refused } = this;
    this.presentRoom = roomAfter({ answered, slow, refused }, this.presentRoom, this.inside, this.most);
    this.answered = this.slow = this.refused = 0;
  }
}
