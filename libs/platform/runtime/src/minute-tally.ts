/** Something that was seen so many times. */
export interface Tallied<Sight> {
  readonly sight: Sight;
  readonly times: number;
}

interface Row<Sight> {
  readonly sight: Sight;
  readonly minute: number;
  times: number;
  isTold: boolean;
}

const MINUTE_MS = 60_000;
/** Whoever makes up more keys than these within a minute is counted as one. */
const KEYS_AT_MOST = 1_000;

/**
 * Counts what somebody may do as fast as they like, such that little is to be written down: of each key one line as soon
 * as it is seen, and one more for the rest of its minute. Memory and lines are bounded whatever comes.
 */
export class MinuteTally<Sight> {
  private readonly rows = new Map<string, Row<Sight>>();

  /** `overflow` stands for all that are too many to be told apart. */
  constructor(
    private readonly keyOf: (sight: Sight) => string,
    private readonly overflow: Sight,
    private readonly keysAtMost = KEYS_AT_MOST,
  ) {}

  add(sight: Sight, nowMs: number): void {
    const minute = Math.floor(nowMs / MINUTE_MS);
    const key = `${minute} ${this.keyOf(sight)}`;
    const isFull = this.rows.size >= this.keysAtMost && !this.rows.has(key);
    this.count(isFull ? `${minute} ` : key, isFull ? this.overflow : sight, minute);
  }

  /** What is to be told now: what was not told of yet, and the rest of minutes that are over. */
  take(nowMs: number): Tallied<Sight>[] {
    const minute = Math.floor(nowMs / MINUTE_MS);
    return this.takeWhere((row) => row.minute < minute);
  }

  /** All that was not told, because nothing more is going to be counted. */
  takeAll(): Tallied<Sight>[] {
    return this.takeWhere(() => true);
  }

  private count(key: string, sight: Sight, minute: number): void {
    const row = this.rows.get(key);
    if (row) row.times += 1;
    else this.rows.set(key, { sight, minute, times: 1, isTold: false });
  }

  private takeWhere(isOver: (row: Row<Sight>) => boolean): Tallied<Sight>[] {
    const told: Tallied<Sight>[] = [];
    for (const [key, row] of this.rows) {
      const ends = isOver(row);
      if (row.times > 0 && (ends || !row.isTold)) told.push({ sight: row.sight, times: row.times });
      if (ends) this.rows.delete(key);
      else if (!row.isTold) Object.assign(row, { isTold: true, times: 0 });
    }
    return told;
  }
}
