import { REFRESH_REPEAT_MS } from './token-lifetimes';

/** What is known of a refresh token that was once given out. */
export interface IssuedRefreshToken {
  /** When it was exchanged for its successor; null while it is the newest of its family. */
  readonly rotatedAt: Date | null;
  /** When its session is over. */
  readonly expiresAt: Date;
}

/** What a refresh token that comes in means. */
export type RefreshVerdict = 'rotate' | 'repeat' | 'expired' | 'reused';

/** Judges a token of a living family: used first, repeated at once, out of time, or used again when it should be gone. */
export function judgeRefresh(token: IssuedRefreshToken, now: Date): RefreshVerdict {
  if (now >= token.expiresAt) return 'expired';
  if (token.rotatedAt === null) return 'rotate';
  return now.getTime() - token.rotatedAt.getTime() <= REFRESH_REPEAT_MS ? 'repeat' : 'reused';
}
