const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Short, because an access token is not looked up and so cannot be taken back everywhere at once. */
export const ACCESS_TOKEN_TTL_SECONDS = 15 * 60;
/** A session dies when it is not used for so long, and in any case at the second figure. */
export const SESSION_IDLE_TTL_MS = 30 * DAY_MS;
export const SESSION_LONGEST_MS = 180 * DAY_MS;
/** Within it the same refresh token again is taken for a lost answer or a second tab, after it for a theft. */
export const REFRESH_REPEAT_MS = 10 * SECOND_MS;

/** What a link in a mail is for. */
export type LinkPurpose = 'email-verification' | 'password-reset';

const LINK_TTL_MS: Readonly<Record<LinkPurpose, number>> = { 'email-verification': DAY_MS, 'password-reset': HOUR_MS };
/** A mailbox gets at most one link of a kind in this time, however often somebody asks. */
export const LINK_PAUSE_MS = MINUTE_MS;

/** When a session that is used now will be over, if it is not used again. */
export function sessionExpiresAt(startedAt: Date, now: Date): Date {
  return new Date(Math.min(now.getTime() + SESSION_IDLE_TTL_MS, startedAt.getTime() + SESSION_LONGEST_MS));
}

/** When a link that is mailed now stops working. */
export function linkExpiresAt(purpose: LinkPurpose, now: Date): Date {
  return new Date(now.getTime() + LINK_TTL_MS[purpose]);
}

/** Whether so little time has passed since the last link that another would be a nuisance. */
export function linkIsTooSoon(lastSentAt: Date | undefined, now: Date): boolean {
  return lastSentAt !== undefined && now.getTime() - lastSentAt.getTime() < LINK_PAUSE_MS;
}
