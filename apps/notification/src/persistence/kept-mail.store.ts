import type { KeptMailView } from '@bookable/contracts-notification';
import { Batches, Database, type Queryable, deleteInBatches } from '@bookable/platform-database';
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

const MAILS_AT_ONCE = 64;
const KEEP = `
  INSERT INTO kept_mail (id, address, subject, text, html, unsubscribe_url)
  SELECT id, address, subject, text, html, unsubscribe_url
  FROM json_to_recordset($1) AS mail (id uuid, address text, subject text, text text, html text, unsubscribe_url text)
  ON CONFLICT DO NOTHING`;
const PAGE = `
  SELECT id, address AS to, subject, text, html, unsubscribe_url AS "unsubscribeUrl", sent_at AS "sentAt" FROM kept_mail
  WHERE ($1::text IS NULL OR lower(address) = lower($1)) AND ($2::timestamptz IS NULL OR (sent_at, id) < ($2, $3::uuid))
  ORDER BY sent_at DESC, id DESC LIMIT $4`;

/** Keeps mails instead of sending them, for development. */
@Injectable()
export class KeptMailStore {
  private readonly leaving: Batches<Mail, undefined>;

  constructor(private readonly database: Database) {
    this.leaving = new Batches({ carry: (mails) => this.keepTogether(mails), marksOf: ({ id }) => [id], batchSize: MAILS_AT_ONCE, batchesInFlight: 1 });
  }

  /** The same mail again is the same mail. */
  async keep(mail: Mail): Promise<void> {
    await this.leaving.add(mail);
  }

  private async keepTogether(mails: readonly Mail[]): Promise<undefined[]> {
    const rows = mails.map(({ id, to, subject, text, html, unsubscribeUrl }) => ({ id, address: to.address, subject, text, html, unsubscribe_url: unsubscribeUrl }));
    await this.database.query(KEEP, [JSON.stringify(rows)], { name: 'keep-mails' });
    return mails.map(() => undefined);
  }

  async page(to: string | undefined, after: KeptMailKey | undefined, limit: number): Promise<KeptMailView[]> {
    const rows = await this.database.query<KeptMailRow>(PAGE, [to ?? null, after?.sentAt ?? null, after?.id ?? null, limit]);
    return rows.map((row) => ({ ...row, sentAt: row.sentAt.toISOString() }));
  }

  async eraseOf(tx: Queryable, personId: string): Promise<void> {
    await tx.query('DELETE FROM kept_mail USING person WHERE person.id = $1 AND lower(kept_mail.address) = lower(person.email)', [personId]);
  }

  async forgetBefore(moment: Date): Promise<void> {
    await deleteInBatches(this.database, { table: 'kept_mail', where: 'sent_at < $1' }, [moment]);
  }
}
