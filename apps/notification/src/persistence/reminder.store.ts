import type { ReminderView } from '@bookable/contracts-notification';
import { Database, type Queryable, type Transaction, deleteInBatches } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import type { BookingFact } from '../domain/booking-fact';
import type { ReminderKind, ReminderState } from '../domain/reminder';

/** A reminder as it is to stand after a booking was told of. */
export interface PlannedReminder {
  readonly id: string;
  readonly kind: ReminderKind;
  readonly personId: string;
  readonly state: 'planned' | 'skipped';
  readonly dueAt: Date;
  readonly beginsAt: Date;
  readonly booking: BookingFact;
}

/** Which version of a booking was told, and until when that booking lasts. */
export interface ToldBooking {
  readonly id: string;
  readonly version: number;
  readonly endsAt: string;
  readonly status: string;
}

/** A reminder whose turn has come. */
export interface DueReminder {
  readonly id: string;
  readonly kind: ReminderKind;
  readonly personId: string;
  readonly beginsAt: Date;
  readonly booking: BookingFact;
}

/** Which reminders of an event are moved, and whereto. */
export interface MovedReminders {
  readonly listingId: string;
  readonly kind: ReminderKind;
  readonly state: 'planned' | 'skipped';
  readonly dueAt: Date;
  readonly beginsAt: Date;
  readonly endsAt: Date;
  readonly title: string;
  readonly now: Date;
}

/** Which page of which reminders to list. */
export interface ReminderFilter {
  readonly state?: ReminderState;
  readonly personId?: string;
  readonly bookingId?: string;
  readonly after?: { readonly dueAt: string; readonly id: string };
  readonly limit: number;
}

/**
 * The time decides: as long as it stays, a reminder stays what it has become, told or not, and when it is due; at another
 * time it begins anew. What an administrator took out stays out. Older news of a booking changes nothing.
 */
const PLAN = `
  INSERT INTO reminder AS kept (id, booking_id, kind, person_id, listing_id, state, due_at, begins_at, booking, booking_version, changed_at)
  SELECT id, (booking ->> 'id')::uuid, kind, person_id, (booking ->> 'listingId')::uuid, state, due_at, begins_at, booking, (booking ->> 'version')::integer, $2
  FROM json_to_recordset($1) AS planned (id uuid, kind text, person_id uuid, state text, due_at timestamptz, begins_at timestamptz, booking jsonb)
  WHERE NOT EXISTS (SELECT FROM person WHERE id = planned.person_id AND is_erased)
  ORDER BY 2, kind, person_id
  ON CONFLICT (booking_id, kind, person_id) DO UPDATE SET
    state = CASE WHEN kept.state = 'withdrawn' OR kept.begins_at = excluded.begins_at THEN kept.state ELSE excluded.state END,
    due_at = CASE WHEN kept.begins_at = excluded.begins_at THEN kept.due_at ELSE excluded.due_at END,
    begins_at = excluded.begins_at, booking = excluded.booking, booking_version = excluded.booking_version, changed_at = excluded.changed_at
  WHERE kept.booking_version < excluded.booking_version`;
const NEWS = `
  INSERT INTO booking_news AS known (booking_id, version, ends_at, stands)
  SELECT * FROM unnest($1::uuid[], $2::integer[], $3::timestamptz[], $4::boolean[]) AS told (booking_id) ORDER BY booking_id
  ON CONFLICT (booking_id) DO UPDATE SET version = excluded.version, ends_at = excluded.ends_at, stands = excluded.stands
  WHERE known.version < excluded.version
  RETURNING booking_id AS id`;
const DROP = `
  UPDATE reminder SET state = CASE WHEN state = 'planned' THEN 'dropped' ELSE state END, booking_version = told.version, changed_at = $3
  FROM unnest($1::uuid[], $2::integer[]) AS told (booking_id, version)
  WHERE reminder.booking_id = told.booking_id AND booking_version < told.version`;
const MOVE = `
  UPDATE reminder SET state = $3, due_at = $4, begins_at = $5, changed_at = $8,
    booking = booking || jsonb_build_object('from', $6::text, 'to', $7::text, 'listingTitle', $9::text)
  WHERE listing_id = $1 AND booking ->> 'kind' = 'event' AND kind = $2 AND begins_at <> $5 AND state IN ('planned', 'sent', 'skipped')
    AND EXISTS (SELECT 1 FROM booking_news WHERE booking_news.booking_id = reminder.booking_id AND stands)`;
const COLUMNS = 'id, kind, person_id AS "personId", begins_at AS "beginsAt", booking';
const DUE = `SELECT ${COLUMNS} FROM reminder WHERE state = 'planned' AND due_at <= $1 ORDER BY due_at, id LIMIT $2`;
const CLAIM = `SELECT ${COLUMNS} FROM reminder WHERE id = ANY ($1) AND state = 'planned' AND due_at <= $2 ORDER BY id FOR UPDATE SKIP LOCKED`;
const VIEW = `id, booking_id AS "bookingId", listing_id AS "listingId", booking ->> 'listingTitle' AS "listingTitle", kind, person_id AS "userId", state,
  due_at AS "dueAt", begins_at AS "beginsAt"`;
const PAGE = `
  SELECT ${VIEW} FROM reminder
  WHERE ($1::text IS NULL OR state = $1) AND ($2::uuid IS NULL OR person_id = $2) AND ($3::uuid IS NULL OR booking_id = $3)
    AND ($4::timestamptz IS NULL OR (due_at, id) > ($4, $5::uuid))
  ORDER BY due_at, id LIMIT $6`;

interface ReminderRow extends Omit<ReminderView, 'dueAt' | 'beginsAt'> {
  readonly dueAt: Date;
  readonly beginsAt: Date;
}

const asView = (row: ReminderRow): ReminderView => ({ ...row, dueAt: row.dueAt.toISOString(), beginsAt: row.beginsAt.toISOString() });

/** Keeps the ledger of reminders. */
@Injectable()
export class ReminderStore {
  constructor(private readonly database: Database) {}

  async plan(tx: Queryable, planned: readonly PlannedReminder[], now: Date): Promise<void> {
    if (planned.length === 0) return;
    const rows = planned.map(({ personId, dueAt, beginsAt, ...same }) => ({ ...same, person_id: personId, due_at: dueAt, begins_at: beginsAt }));
    await tx.query(PLAN, [JSON.stringify(rows), now], { name: 'plan-reminders' });
  }

  /**
   * Which bookings this is newer of than all that was told before; from now on it is not. Two words about one booking
   * go one after another, and one that comes late finds that it is old, also where nothing was planned yet.
   */
  async takeNews(tx: Queryable, told: readonly ToldBooking[]): Promise<ReadonlySet<string>> {
    const news = await tx.query<{ id: string }>(NEWS, [told.map(({ id }) => id), told.map(({ version }) => version), told.map(({ endsAt }) => endsAt), told.map(({ status }) => status === 'confirmed')], { name: 'booking-news' });
    return new Set(news.map(({ id }) => id));
  }

  /** Nobody is reminded any more of bookings that are off, or over. */
  async drop(tx: Queryable, told: readonly Pick<ToldBooking, 'id' | 'version'>[], now: Date): Promise<void> {
    if (told.length > 0) await tx.query(DROP, [told.map(({ id }) => id), told.map(({ version }) => version), now], { name: 'drop-reminders' });
  }

  async move(tx: Queryable, { listingId, kind, state, dueAt, beginsAt, endsAt, title, now }: MovedReminders): Promise<void> {
    await tx.query(MOVE, [listingId, kind, state, dueAt, beginsAt, beginsAt.toISOString(), endsAt.toISOString(), now, title]);
  }

  /** What is due, the longest overdue first; nothing is locked. */
  due(now: Date, limit: number): Promise<DueReminder[]> {
    return this.database.query<DueReminder>(DUE, [now, limit], { name: 'due-reminders' });
  }

  /** Locks those of them that are due still; what another replica holds is left to it. */
  claim(tx: Transaction, ids: readonly string[], now: Date): Promise<DueReminder[]> {
    return tx.query<DueReminder>(CLAIM, [ids, now], { name: 'claim-reminders' });
  }

  async settle(tx: Queryable, ids: readonly string[], state: 'sent' | 'skipped', now: Date): Promise<void> {
    if (ids.length > 0) await tx.query('UPDATE reminder SET state = $2, changed_at = $3 WHERE id = ANY ($1)', [ids, state, now]);
  }

  /** A page of the ledger, by the time they are due. */
  async page({ state, personId, bookingId, after, limit }: ReminderFilter): Promise<ReminderView[]> {
    const params = [state ?? null, personId ?? null, bookingId ?? null, after?.dueAt ?? null, after?.id ?? null, limit];
    return (await this.database.query<ReminderRow>(PAGE, params)).map(asView);
  }

  /** The reminder, held until the transaction ends. */
  async lock(tx: Transaction, id: string): Promise<ReminderView | undefined> {
    const [row] = await tx.query<ReminderRow>(`SELECT ${VIEW} FROM reminder WHERE id = $1 FOR UPDATE`, [id]);
    return row && asView(row);
  }

  async postpone(tx: Transaction, id: string, dueAt: Date, now: Date): Promise<void> {
    await tx.query('UPDATE reminder SET due_at = $2, changed_at = $3 WHERE id = $1', [id, dueAt, now]);
  }

  async withdraw(tx: Transaction, id: string, now: Date): Promise<void> {
    await tx.query(`UPDATE reminder SET state = 'withdrawn', changed_at = $2 WHERE id = $1`, [id, now]);
  }

  async eraseOf(tx: Queryable, personId: string): Promise<void> {
    await tx.query('DELETE FROM reminder WHERE person_id = $1', [personId]);
  }

  async forgetBefore(moment: Date): Promise<void> {
    await deleteInBatches(this.database, { table: 'reminder', where: 'due_at < $1 AND begins_at < $1' }, [moment]);
    await deleteInBatches(this.database, { table: 'booking_news', where: 'ends_at < $1' }, [moment]);
  }
}
