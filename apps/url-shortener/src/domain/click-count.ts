import { withoutTrailingDot } from './public-host';

/** One redirect that was answered. */
export interface Click {
  readonly code: string;
  readonly at: string;
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
    const single = asCount(click, isRobot);
    const key = JSON.stringify([single.code, single.day, single.referrerHost, single.byRobot]);
    counts.set(key, { ...single, clicks: (counts.get(key)?.clicks ?? 0) + 1 });
  }
  return [...counts].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, count]) => count);
}

function asCount({ code, at, referrer, userAgent }: Click, isRobot: (userAgent: string) => boolean): ClickCount {
  const day = new Date(at).toISOString().slice(0, 10);
  return { code, day, referrerHost: referrerHost(referrer), byRobot: !userAgent || isRobot(userAgent), clicks: 1 };
}

/** Only the host is kept of where somebody came from: the rest of the address is nobody's business. */
function referrerHost(referrer: string | undefined): string {
  if (!referrer || !URL.canParse(referrer)) return '';
  const { protocol, hostname } = new URL(referrer);
  const isWebPage = protocol === 'http:' || protocol === 'https:';
  return isWebPage && hostname.length <= 253 ? withoutTrailingDot(hostname) : '';
}
