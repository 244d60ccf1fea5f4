import type { DeadAddressView } from '@bookable/contracts-notification';
import { Database, type Queryable, deleteInBatches } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import type { AddressVerdict } from '../domain/mail-event';

/** An event that says that an address is dead. */
export interface DeathNotice extends AddressVerdict {
  readonly id: string;
  readonly eventId: string;
  readonly address: string;
  readonly at: Date;
}

interface DeadAddressRow extends Omit<DeadAddressView, 'since'> {
  readonly since: Date;
}

/** An event that was taken before says nothing any more, whatever was decided of its address since. The first reason stays. */
const BURY = `
  WITH told AS (
    SELECT * FROM json_to_recordset($1) AS told (id uuid, "eventId" text, address text, kind text, reason text, at timestamptz)),
  taken AS (
    INSERT INTO mail_event (id, taken_at) SELECT DISTINCT "eventId", now() FROM told ORDER BY 1 ON CONFLICT DO NOTHING RETURNING id)
  INSERT INTO dead_address (id, address, kind, reason, since)
  SELECT told.id, lower(told.address), kind, reason, at FROM told JOIN taken ON taken.id = told."eventId" ORDER BY 2, at
  ON CONFLICT DO NOTHING`;
const PAGE = `
  SELECT id, address, kind, reason, since FROM dead_address
  WHERE ($1::text IS NULL OR address = lower($1)) AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`;

/** Keeps which addresses are not mailed any more. */
@Injectable()
export class DeadAddressStore {
  constructor(private readonly database: Database) {}

  async bury(notices: readonly DeathNotice[]): Promise<void> {
    if (notices.length > 0) await this.database.query(BURY, [JSON.stringify(notices)]);
  }

  async page(address: string | undefined, beforeId: string | undefined, limit: number): Promise<DeadAddressView[]> {
    const rows = await this.database.query<DeadAddressRow>(PAGE, [address ?? null, beforeId ?? null, limit]);
    return rows.map((row) => ({ ...row, since: row.since.toISOString() }));
  }

  /** Whether there was such an address. */
  async revive(tx: Queryable, id: string): Promise<boolean> {
    return (await tx.query('DELETE FROM dead_address WHERE id = $1 RETURNING id', [id])).length > 0;
  }

  async eraseOf(tx: Queryable, personId: string): Promise<void> {
    await tx.query('DELETE FROM dead_address USING person WHERE person.id = $1 AND dead_address.address = lower(person.email)', [personId]);
  }

  async forgetEventsBefore(moment: Date): Promise<void> {
    await deleteInBatches(this.database, { table: 'mail_event', where: 'taken_at < $1' }, [moment]);
  }
}
