import { withoutTrailingDot } from '@bookable/kernel';

/** One redirect that was answered, or as many like it within a day as `times` says. */
export interface Click {
  readonly code: string;
  readonly at: string;
  readonly times?: number;
  readonly referrer?: string;
  readonly userAgent?: string;
}

/** Clicks on one link on one day from one site, those of robots apart. */
export interface ClickCount {
  readonly code: string;
  readonly day: string;
  readonly referrerHost: string;
  readonly byRobot: boolean;
  readonly clicks: number;
}

/** Adds clicks up, in an order that is always the same so that two batches never wait for each other. */
export function countClicks(clicks: readonly Click[], isRobot: (userAgent: string) => boolean): ClickCount[] {
  const counts = new Map<string, ClickCount>();
  for (const click of clicks) {
    const count = asCount(click, isRobot);
    const key = JSON.stringify([count.code, count.day, count.referrerHost, count.byRobot]);
    counts.set(key, { ...count, clicks: (counts.get(key)?.clicks ?? 0) + count.clicks });
  }
  return [...counts].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, count]) => count);
}

function asCount({ code, at, times = 1, referrer, userAgent }: Click, isRobot: (userAgent: string) => boolean): ClickCount {
  const day = new Date(at).toISOString().slice(0, 10);
  return { code, day, referrerHost: referrerHost(referrer), byRobot: !userAgent || isRobot(userAgent), clicks: times };
}

/** Only the host is kept of where somebody came from: the rest of the address is nobody's business. */
function referrerHost(referrer: string | undefined): string {
  if (!referrer || !URL.canParse(referrer)) return '';
  const { protocol, hostname } = new URL(referrer);
  const isWebPage = protocol === 'http:' || protocol === 'https:';
  return isWebPage && hostname.length <= 253 ? withoutTrailingDot(hostname) : '';
}
