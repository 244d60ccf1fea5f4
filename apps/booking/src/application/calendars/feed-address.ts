import { randomBytes } from 'node:crypto';

const TOKEN_BYTES = 24;

/** A token that nobody can guess. */
export function newFeedToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

/** Where the feed behind a token is read. */
export function feedUrl(publicUrl: string, token: string): string {
  return `${publicUrl}/calendars/${token}.ics`;
}
