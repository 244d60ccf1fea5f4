import type { KeptMailView } from '@bookable/contracts-notification';
import { Database, type Queryable } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import type { Mail } from '../domain/mail';

/** Where a page of mails goes on. */
export interface KeptMailKey {
  readonly sentAt: string;
  readonly id: string;
}

interface KeptMailRow extends Omit<KeptMailView, 'sentAt'> {
  readonly sentAt: Date;
}

const PAGE = `
  SELECT id, address AS to, subject, text, html, sent_at AS "sentAt" FROM kept_mail
  WHERE ($1::text IS NULL OR lower(address) = lower($1)) AND ($2::timestamptz IS NULL OR (sent_at, id) < ($2, $3::uuid))
  ORDER BY sent_at DESC, id DESC LIMIT $4`;

/** Keeps mails instead of sending them, for development. */
@Injectable()
export class KeptMailStore {
  constructor(private readonly database: Database) {}

  /** The same mail again is the same mail. */
  async keep({ id, to, subject, text, html }: Mail): Promise<void> {
    await this.database.query('INSERT INTO kept_mail (id, address, subject, text, html) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING', [id, to.address, subject, text, html], { name: 'keep-mail' });
  }

  async page(to: string | undefined, after: KeptMailKey | undefined, limit: number): Promise<KeptMailView[]> {
    const rows = await this.database.query<KeptMailRow>(PAGE, [to ?? null, after?.sentAt ?? null, after?.id ?? null, limit]);
    return rows.map((row) => ({ ...row, sentAt: row.sentAt.toISOString() }));
  }

  async eraseOf(tx: Queryable, personId: string): Promise<void> {
    await tx.query('DELETE FROM kept_mail USING person WHERE person.id = $1 AND lower(kept_mail.address) = lower(person.email)', [personId]);
  }

  async forgetBefore(moment: Date): Promise<void> {
    await this.database.query('DELETE FROM kept_mail WHERE sent_at < $1', [moment]);
  }
}
