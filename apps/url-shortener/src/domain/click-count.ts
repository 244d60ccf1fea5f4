import { withoutTrailingDot } from '@bookable/kernel';
import { visitorCountry } from './visitor-country';

/** One redirect that was answered, or as many like it within a day as `times` says. */
export interface Click {
  readonly code: string;
  readonly at: string;
  readonly times?: number;
  readonly referrer?: string;
  readonly userAgent?: string;
  readonly language?: string;
}

/** Clicks on one link on one day from one site, those of robots apart. */
export interface ClickCount {
  readonly code: string;
  readonly day: string;
  readonly referrerHost: string;
  readonly byRobot: boolean;
  readonly clicks: number;
}

/** Clicks of people on one link on one day from one country; an empty text where that is not known. */
export interface CountryCount {
  readonly code: string;
  readonly day: string;
  readonly country: string;
  readonly clicks: number;
}

/** Adds the clicks of people up by country, in an order that is always the same. */
export function countCountries(clicks: readonly Click[], isRobot: (userAgent: string) => boolean): CountryCount[] {
  const counts = new Map<string, CountryCount>();
  for (const { code, at, times = 1, userAgent, language } of clicks) {
    if (isRobots(userAgent, isRobot)) continue;
    const count = { code, day: dayOf(at), country: visitorCountry(language), clicks: times };
    const key = JSON.stringify([count.code, count.day, count.country]);
    counts.set(key, { ...count, clicks: (counts.get(key)?.clicks ?? 0) + times });
  }
  return inOrder(counts);
}

/** Adds clicks up, in an order that is always the same so that two batches never wait for each other. */
export function countClicks(clicks: readonly Click[], isRobot: (userAgent: string) => boolean): ClickCount[] {
  const counts = new Map<string, ClickCount>();
  for (const click of clicks) {
    const count = asCount(click, isRobot);
    const key = JSON.stringify([count.code, count.day, count.referrerHost, count.byRobot]);
    counts.set(key, { ...count, clicks: (counts.get(key)?.clicks ?? 0) + count.clicks });
  }
  return inOrder(counts);
}

function inOrder<Count>(counts: ReadonlyMap<string, Count>): Count[] {
  return [...counts].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, count]) => count);
}

/** Whoever does not say what they are is no browser. */
function isRobots(userAgent: string | undefined, isRobot: (userAgent: string) => boolean): boolean {
  return !userAgent || isRobot(userAgent);
}

function dayOf(at: string): string {
  return new Date(at).toISOString().slice(0, 10);
}

function asCount({ code, at, times = 1, referrer, userAgent }: Click, isRobot: (userAgent: string) => boolean): ClickCount {
  return { code, day: dayOf(at), referrerHost: referrerHost(referrer), byRobot: isRobots(userAgent, isRobot), clicks: times };
}

/** Only the host is kept of where somebody came from: the rest of the address is nobody's business. */
function referrerHost(referrer: string | undefined): string {
  if (!referrer || !URL.canParse(referrer)) return '';
  const { protocol, hostname } = new URL(referrer);
  const isWebPage = protocol === 'http:' || protocol === 'https:';
  return isWebPage && hostname.length <= 253 ? withoutTrailingDot(hostname) : '';
}
