import type { DeliveryStatus, DeliveryView, NotificationChannel } from '@bookable/contracts-notification';
import { Database, type Transaction } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';

/** Which part of the ledger to show. */
export interface DeliveryFilter {
  readonly status?: DeliveryStatus;
  readonly channel?: NotificationChannel;
  readonly personId?: string;
  readonly beforeId?: string;
  readonly limit: number;
}

interface DeliveryRow extends Omit<DeliveryView, 'createdAt' | 'dueAt' | 'settledAt'> {
  readonly createdAt: Date;
  readonly dueAt: Date;
  readonly settledAt: Date | null;
}

/** What administrators call dead has failed for good. */
const STATE_OF: Readonly<Record<DeliveryStatus, string>> = { waiting: 'waiting', held: 'held', sent: 'sent', gathered: 'gathered', dead: 'failed', skipped: 'skipped' };
const VIEW = `
  id, person_id AS "userId", channel, template, address, CASE state WHEN 'failed' THEN 'dead' ELSE state END AS status, attempts AS tries, reason,
  state = 'failed' AND letter IS NOT NULL AND coalesce(expires_at > now(), true) AS replayable,
  created_at AS "createdAt", due_at AS "dueAt", settled_at AS "settledAt"`;
/** Ids of deliveries tell when they were made. */
const PAGE = `
  SELECT ${VIEW} FROM delivery
  WHERE ($1::text IS NULL OR state = $1) AND ($2::text IS NULL OR channel = $2) AND ($3::uuid IS NULL OR person_id = $3) AND ($4::uuid IS NULL OR id < $4)
  ORDER BY id DESC LIMIT $5`;
const REPLAY = `
  UPDATE delivery SET state = 'waiting', settled_at = NULL, due_at = now(), tries_before = attempts,
    address = coalesce((SELECT email FROM person WHERE person.id = delivery.person_id), address)
  WHERE id = $1 RETURNING ${VIEW}`;

const asView = (row: DeliveryRow): DeliveryView => ({
  ...row,
  createdAt: row.createdAt.toISOString(),
  dueAt: row.settledAt ? null : row.dueAt.toISOString(),
  settledAt: row.settledAt?.toISOString() ?? null,
});

/** Knows what became of deliveries, for whoever runs the place. */
@Injectable()
export class DeliveryLedgerStore {
  constructor(private readonly database: Database) {}

  /** A page of the ledger, newest first. */
  async page({ status, channel, personId, beforeId, limit }: DeliveryFilter): Promise<DeliveryView[]> {
    const params = [status ? STATE_OF[status] : null, channel ?? null, personId ?? null, beforeId ?? null, limit];
    return (await this.database.query<DeliveryRow>(PAGE, params)).map(asView);
  }

  /** The delivery, held until the transaction ends. */
  async lock(tx: Transaction, id: string): Promise<DeliveryView | undefined> {
    const [row] = await tx.query<DeliveryRow>(`SELECT ${VIEW} FROM delivery WHERE id = $1 FOR UPDATE`, [id]);
    return row && asView(row);
  }

  /** Has it tried anew, at the address its reader has now. */
  async replay(tx: Transaction, id: string): Promise<DeliveryView | undefined> {
    const [row] = await tx.query<DeliveryRow>(REPLAY, [id]);
    return row && asView(row);
  }
}
