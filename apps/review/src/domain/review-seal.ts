import { createHash } from 'node:crypto';
import type { Subject } from './review-subject';

/** What a review says, and of what. */
export interface SealedWords {
  readonly bookingId: string;
  readonly subject: Subject;
  readonly stars: number;
  readonly text: string;
}

/** What fixes it: a hash, and the salt that keeps short words from being found by their hash alone. */
export interface ReviewSeal {
  readonly salt: string;
  readonly hash: string;
}

/** Seals a review: SHA-256 over salt, booking, subject, stars and text, in UTF-8, each on a line of its own. */
export function sealOf({ bookingId, subject, stars, text }: SealedWords, salt: string): ReviewSeal {
  const sealed = [salt, bookingId, subject, stars, text].join('\n');
  return { salt, hash: createHash('sha256').update(sealed, 'utf8').digest('hex') };
}
