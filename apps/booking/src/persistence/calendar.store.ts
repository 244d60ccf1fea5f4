import { Injectable } from '@nestjs/common';
import type { Period } from '@bookable/kernel';
import { Database, type Queryable, type Transaction } from '@bookable/platform-database';
import type { BusySpan } from '../domain/calendar/busy-span';
import type { ExternalClaim, OtherClaim } from '../domain/calendar/place-reading';

/** Why a calendar could not be read. */
export interface KeptFault {
  readonly reason: string;
  readonly detail?: string;
}

/** Where a booking of ours stands in what another platform has sold. */
export interface KeptConflict {
  readonly from: string;
  readonly to: string;
  readonly bookingIds: readonly string[];
}

/** A calendar of another platform, and what became of reading it. */
export interface Calendar {
  readonly id: string;
  readonly resourceId: string;
  readonly name: string;
  readonly url: string;
  readonly spans: readonly BusySpan[];
  readonly conflicts: readonly KeptConflict[];
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly createdAt: Date;
  readonly readAt: Date | null;
  readonly receivedAt: Date | null;
  readonly triedAt: Date | null;
  readonly fault: KeptFault | null;
  readonly nextReadAt: Date;
  readonly isLost: boolean;
  readonly version: number;
}

/** What is to be written of a calendar after it was tried. */
export type CalendarState = Omit<Calendar, 'id' | 'resourceId' | 'name' | 'url' | 'createdAt' | 'triedAt'>;

const COLUMNS = `
  calendar.id, calendar.resource_id AS "resourceId", calendar.name, url, spans, conflicts, etag, last_modified AS "lastModified", calendar.created_at AS "createdAt",
  read_at AS "readAt", received_at AS "receivedAt", tried_at AS "triedAt", fault, next_read_at AS "nextReadAt", is_lost AS "isLost", calendar.version`;

/** Takes calendars that nobody is reading, for as long as a reading may take. */
const LEASE = (which: string, orSkip = '') => `
  UPDATE calendar SET leased_until = $1::timestamptz + interval '60 seconds', tried_at = $1
  WHERE id IN (SELECT calendar.id FROM calendar ${which} AND (leased_until IS NULL OR leased_until <= $1) ORDER BY next_read_at LIMIT $2 FOR UPDATE OF calendar ${orSkip})
  RETURNING ${COLUMNS}`;
const LEASE_DUE = LEASE('JOIN resource ON resource.id = resource_id WHERE next_read_at <= $1 AND is_offered AND NOT is_closed', 'SKIP LOCKED');
// Whoever is about to book waits for the one who takes them at this very moment, and then sees that they are taken.
const LEASE_UNTRIED = LEASE('WHERE resource_id = $3 AND (tried_at IS NULL OR tried_at <= $4)');
const LEASE_ONE = LEASE('WHERE id = $3');

const OTHER_CLAIMS = `
  SELECT (extract(epoch FROM lower(during)) * 1000)::float8 AS "fromMs", (extract(epoch FROM upper(during)) * 1000)::float8 AS "toMs", quantity,
         CASE WHEN kind = 'booking' THEN booking_id END AS "bookingId"
  FROM overlapping_claims($1, tstzrange($2, NULL)) WHERE calendar_id IS DISTINCT FROM $3`;

/** Keeps the calendars of other platforms, and their claims. */
@Injectable()
export class CalendarStore {
  constructor(private readonly database: Database) {}

  /** Those of a resource, oldest first. */
  of(resourceId: string, within: Queryable = this.database): Promise<Calendar[]> {
    return within.query(`SELECT ${COLUMNS} FROM calendar WHERE resource_id = $1 ORDER BY created_at, id`, [resourceId]);
  }

  async find(resourceId: string, id: string, within: Queryable = this.database): Promise<Calendar | undefined> {
    const [calendar] = await within.query<Calendar>(`SELECT ${COLUMNS} FROM calendar WHERE id = $1 AND resource_id = $2`, [id, resourceId]);
    return calendar;
  }

  /** Adds a calendar that is to be read at once; undefined where the resource has one of that address. */
  async add(tx: Transaction, { id, resourceId, name, url }: Pick<Calendar, 'id' | 'resourceId' | 'name' | 'url'>, now: Date): Promise<Calendar | undefined> {
    const [calendar] = await tx.query<Calendar>(
      `INSERT INTO calendar (id, resource_id, name, url, created_at, next_read_at) VALUES ($1, $2, $3, $4, $5, $5) ON CONFLICT DO NOTHING RETURNING ${COLUMNS}`,
      [id, resourceId, name, url, now],
    );
    return calendar;
  }

  /** Forgets calendars of a resource whose lock is held, and gives back what they took: one of them, or all. */
  async remove(tx: Transaction, resourceId: string, id: string | null, now: Date): Promise<void> {
    await tx.query(
      `WITH gone AS (DELETE FROM calendar WHERE resource_id = $1 AND ($2::uuid IS NULL OR id = $2) RETURNING id)
       SELECT forget_claims(ARRAY(SELECT claim.id FROM claim JOIN gone ON gone.id = claim.calendar_id), $3)`,
      [resourceId, id, now],
    );
  }

  /** Takes up to so many calendars whose time has come. */
  leaseDue(now: Date, atMost: number): Promise<Calendar[]> {
    return this.database.query(LEASE_DUE, [now, atMost], { name: 'lease-due-calendars' });
  }

  /** Takes those of a resource that nobody has tried to read since. */
  leaseUntried(resourceId: string, since: Date, now: Date, atMost: number): Promise<Calendar[]> {
    return this.database.query(LEASE_UNTRIED, [now, atMost, resourceId, since], { name: 'lease-untried-calendars' });
  }

  /** Takes one, unless somebody is reading it. */
  async leaseOne(id: string, now: Date): Promise<Calendar | undefined> {
    const [calendar] = await this.database.query<Calendar>(LEASE_ONE, [now, 1, id]);
    return calendar;
  }

  /** Whether somebody is reading a calendar of a resource at this moment. */
  async someAreBeingRead(resourceId: string, now: Date): Promise<boolean> {
    const rows = await this.database.query('SELECT 1 FROM calendar WHERE resource_id = $1 AND leased_until > $2 LIMIT 1', [resourceId, now]);
    return rows.length > 0;
  }

  /** What others have taken of a resource whose lock is held, from a moment on; what has run out is given back first. */
  async otherClaims(tx: Transaction, { id, resourceId }: Calendar, from: Date, now: Date): Promise<OtherClaim[]> {
    await tx.query(
      'SELECT forget_claims(ARRAY(SELECT id FROM overlapping_claims($1, tstzrange($2, NULL)) WHERE expires_at <= $3), $3)',
      [resourceId, from, now],
    );
    const rows = await tx.query<Period & { quantity: number; bookingId: string | null }>(OTHER_CLAIMS, [resourceId, from, id]);
    return rows.map(({ bookingId, ...claim }) => ({ ...claim, bookingId: bookingId ?? undefined }));
  }

  /** Makes the claims of a calendar those that are wanted, behind the lock of the resource. */
  async claim(tx: Transaction, { id, resourceId }: Calendar, wanted: readonly ExternalClaim[], now: Date): Promise<void> {
    const stretches = wanted.map(({ fromMs, toMs, quantity }) => ({ starts_at: new Date(fromMs), ends_at: new Date(toMs), quantity }));
    await tx.query('SELECT claim_for_calendar($1, $2, $3, $4)', [id, resourceId, JSON.stringify(stretches), now]);
  }

  /** Writes what became of a reading, and lets others read it again. */
  async keep(tx: Transaction, id: string, state: CalendarState): Promise<void> {
    await tx.query(
      `UPDATE calendar SET spans = $2, conflicts = $3, etag = $4, last_modified = $5, read_at = $6, received_at = $7, fault = $8, next_read_at = $9, is_lost = $10,
              version = $11, leased_until = NULL
       WHERE id = $1`,
      [
        id, JSON.stringify(state.spans), JSON.stringify(state.conflicts), state.etag, state.lastModified, state.readAt, state.receivedAt,
        state.fault && JSON.stringify(state.fault), state.nextReadAt, state.isLost, state.version,
      ],
    );
  }
}
