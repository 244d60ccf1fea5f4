import { Matches } from 'class-validator';

/**
 * What fixes a review as it was written: the SHA-256 of salt, booking, subject, stars and text, each on a line of its own.
 * Its author is shown it with the answer to writing; whoever can read the review can check it (docs/sealed-reviews.md).
 */
export class ReviewSealView {
  /** 16 random bytes in hexadecimal, so that nobody finds a short text by its hash alone. */
  @Matches(/^[0-9a-f]{32}$/)
  salt: string;

  /** 32 bytes in hexadecimal. */
  @Matches(/^[0-9a-f]{64}$/)
  hash: string;
}
