import { Database, type Queryable } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import type { LinkPurpose } from '../domain/token-lifetimes';

/** A link that was mailed. */
export interface MailLink {
  readonly tokenHash: Buffer;
  readonly userId: string;
  readonly purpose: LinkPurpose;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** Links in mails by the hashes of their tokens: one of each purpose for a user, good for one use. */
@Injectable()
export class MailLinkStore {
  constructor(private readonly database: Database) {}

  /** Keeps a link and voids the one before it. */
  async replace(tx: Queryable, { tokenHash, userId, purpose, createdAt, expiresAt }: MailLink): Promise<void> {
    await tx.query(
      `INSERT INTO mail_link (token_hash, user_id, purpose, created_at, expires_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (user_id, purpose) DO UPDATE
       SET token_hash = excluded.token_hash, created_at = excluded.created_at, expires_at = excluded.expires_at`,
      [tokenHash, userId, purpose, createdAt, expiresAt],
    );
  }

  async lastSentAt(tx: Queryable, userId: string, purpose: LinkPurpose): Promise<Date | undefined> {
    const [link] = await tx.query<{ createdAt: Date }>(
      'SELECT created_at AS "createdAt" FROM mail_link WHERE user_id = $1 AND purpose = $2',
      [userId, purpose],
    );
    return link?.createdAt;
  }

  /** Whose link it is, without using it. */
  async ownerOf(tokenHash: Buffer, purpose: LinkPurpose, now: Date): Promise<string | undefined> {
    const [link] = await this.database.query<{ userId: string }>(
      'SELECT user_id AS "userId" FROM mail_link WHERE token_hash = $1 AND purpose = $2 AND expires_at > $3',
      [tokenHash, purpose, now],
    );
    return link?.userId;
  }

  /** Uses a link up; of two at once one is told whose it is. */
  async take(tx: Queryable, tokenHash: Buffer, purpose: LinkPurpose, now: Date): Promise<string | undefined> {
    const [link] = await tx.query<{ userId: string }>(
      'DELETE FROM mail_link WHERE token_hash = $1 AND purpose = $2 AND expires_at > $3 RETURNING user_id AS "userId"',
      [tokenHash, purpose, now],
    );
    return link?.userId;
  }
}
