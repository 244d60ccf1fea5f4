import type { ClickRecord } from '@bookable/contracts-url-shortener';

const DAY_MS = 86_400_000;
const REFERRER_LENGTH_AT_MOST = 2_048;
const USER_AGENT_LENGTH_AT_MOST = 1_024;
const LANGUAGE_LENGTH_AT_MOST = 128;

/** What a visitor's browser tells of itself and of where it comes from. */
export interface Visitor {
  readonly referrer?: string;
  readonly userAgent?: string;
  readonly language?: string;
}

interface Tallied extends ClickRecord {
  times: number;
}

/**
 * Clicks that nobody was told of yet. Those that differ in nothing but the moment of one day are one record with a
 * number: a link that is followed a thousand times a second costs an addition each time.
 */
export class ClickTally {
  private records: Tallied[] = [];
  private readonly open = new Map<string, Tallied>();
  private dayEndsMs = 0;

  /** How many records wait. */
  get size(): number {
    return this.records.length;
  }

  /** How many clicks they stand for. */
  get clicks(): number {
    return this.records.reduce((sum, { times }) => sum + times, 0);
  }

  add(code: string, { referrer, userAgent, language }: Visitor, nowMs: number): void {
    if (nowMs >= this.dayEndsMs) this.beginDay(nowMs);
    const key = `${code}\n${referrer ?? ''}\n${userAgent ?? ''}\n${language ?? ''}`;
    const known = this.open.get(key);
    if (known) known.times += 1;
    else {
      const told = { referrer: cut(referrer, REFERRER_LENGTH_AT_MOST), userAgent: cut(userAgent, USER_AGENT_LENGTH_AT_MOST), language: cut(language, LANGUAGE_LENGTH_AT_MOST) };
      this.begin(key, { code, at: new Date(nowMs).toISOString(), times: 1, ...told });
    }
  }

  /** Takes the oldest records out; what is taken never changes again. */
  take(atMost: number): ClickRecord[] {
    this.open.clear();
    return this.records.splice(0, atMost);
  }

  private begin(key: string, record: Tallied): void {
    this.records.push(record);
    this.open.set(key, record);
  }

  private beginDay(nowMs: number): void {
    this.open.clear();
    this.dayEndsMs = (Math.floor(nowMs / DAY_MS) + 1) * DAY_MS;
  }
}

function cut(text: string | undefined, length: number): string | undefined {
  return text !== undefined && text.length > length ? text.slice(0, length) : text;
}
