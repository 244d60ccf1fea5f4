import type { IncomingHttpHeaders } from 'node:http';
import type { ClickRecord } from '@bookable/contracts-url-shortener';
import type { Clock } from '@bookable/platform-runtime';

const REFERRER_LENGTH_AT_MOST = 2_048;
const USER_AGENT_LENGTH_AT_MOST = 1_024;

/** What is told of one followed link. */
export function clickOf(code: string, headers: IncomingHttpHeaders, clock: Clock): ClickRecord {
  return {
    code,
    at: clock.now().toISOString(),
    referrer: headers.referer?.slice(0, REFERRER_LENGTH_AT_MOST),
    userAgent: headers['user-agent']?.slice(0, USER_AGENT_LENGTH_AT_MOST),
  };
}
