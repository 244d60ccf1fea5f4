import { Injectable } from '@nestjs/common';
import type { Transaction } from '@bookable/platform-database';
import { In, LessThan, MoreThan } from 'typeorm';
import { type EntryAction, type WaitlistEntry, statusAfter } from '../domain/waitlist/waitlist-entry';
import { WaitlistEntryTable } from './waitlist-entry.table';

/** Somebody who is about to stand in line; which turn they get is decided when they do. */
export type NewEntry = Omit<WaitlistEntry, 'turn' | 'status' | 'offerExpiresAt' | 'bookingId' | 'reservationId' | 'version'>;

// A request that nobody has answered in time counts for nothing, even before the clock has come round to it.
const IS_BOOKED_BY = (renter: string, startsAt: string, endsAt: string): string => `
  SELECT FROM booking
  WHERE booking.resource_id = $1 AND booking.renter_id = ${renter} AND booking.starts_at < ${endsAt} AND ${startsAt} < booking.ends_at
    AND booking.status IN ('pending', 'invited', 'confirmed', 'in_progress') AND (booking.status IN ('confirmed', 'in_progress') OR booking.expires_at > $2)`;
const HAS_OPEN_BOOKING = `SELECT EXISTS (${IS_BOOKED_BY('$3', '$4', '$5')}) AS found`;
const HAVE_GOT_IT = `
  SELECT id FROM waitlist_entry AS entry
  WHERE resource_id = $1 AND status = 'waiting' AND EXISTS (${IS_BOOKED_BY('entry.renter_id', 'entry.starts_at', 'entry.ends_at')})`;

/** Keeps those who wait. Everything here happens behind the lock of the resource that is waited for. */
@Injectable()
export class WaitlistStore {
  /** Puts somebody at the end of the line, and lets nobody book past it from now on. */
  async add(tx: Transaction, entry: NewEntry): Promise<void> {
    await tx.manager.insert(WaitlistEntryTable, { ...entry, status: 'waiting', updatedAt: entry.createdAt, version: 1 });
    await tx.query('UPDATE resource SET is_waited_for = true, revision = revision + 1 WHERE id = $1 AND NOT is_waited_for', [entry.resourceId]);
  }

  /** Locks the resource of an entry until the end of the transaction, and reads the entry as it is then. */
  async lock(tx: Transaction, id: string): Promise<WaitlistEntry | undefined> {
    await tx.query('SELECT lock_resources(ARRAY(SELECT resource_id FROM waitlist_entry WHERE id = $1))', [id]);
    return this.find(tx, id);
  }

  async find(tx: Transaction, id: string): Promise<WaitlistEntry | undefined> {
    return (await tx.manager.findOneBy(WaitlistEntryTable, { id })) ?? undefined;
  }

  /** Everybody who stands in line for a resource, in their order. */
  async line(tx: Transaction, resourceId: string): Promise<WaitlistEntry[]> {
    return tx.manager.find(WaitlistEntryTable, { where: { resourceId, status: In(['waiting', 'offered']) }, order: { turn: 'ASC' } });
  }

  /** Whether somebody stands in line already for some of a time. */
  async waits(tx: Transaction, { resourceId, renterId, guestId, startsAt, endsAt }: NewEntry): Promise<boolean> {
    const some = { resourceId, status: In(['waiting', 'offered']), startsAt: LessThan(endsAt), endsAt: MoreThan(startsAt) };
    const as = [...(renterId === null ? [] : [{ renterId }]), ...(guestId === null ? [] : [{ guestId }])];
    return tx.manager.existsBy(WaitlistEntryTable, as.map((who) => ({ ...some, ...who })));
  }

  /** Whether somebody has an open booking of a resource for some of a time. */
  async hasOpenBooking(tx: Transaction, { resourceId, renterId, startsAt, endsAt }: NewEntry, now: Date): Promise<boolean> {
    const [row] = await tx.query<{ found: boolean }>(HAS_OPEN_BOOKING, [resourceId, now, renterId, startsAt, endsAt], { name: 'has-open-booking' });
    return row?.found ?? false;
  }

  /** Those who wait and have a booking for some of that time by now: an offer would only be refused to them. */
  async servedOtherwise(tx: Transaction, resourceId: string, now: Date): Promise<ReadonlySet<string>> {
    const rows = await tx.query<{ id: string }>(HAVE_GOT_IT, [resourceId, now], { name: 'waitlist-served-otherwise' });
    return new Set(rows.map(({ id }) => id));
  }

  /** The resources for which somebody stands in line; nothing is locked. */
  async resourcesWaitedForBy(tx: Transaction, renterId: string): Promise<string[]> {
    const rows = await tx.query<{ resource_id: string }>(
      `SELECT DISTINCT resource_id FROM waitlist_entry WHERE renter_id = $1 AND status IN ('waiting', 'offered')`,
      [renterId],
    );
    return rows.map(({ resource_id }) => resource_id);
  }

  /** Keeps the times of an entry whose listing has changed them. */
  async follow(tx: Transaction, { id, from, to, startsAt, endsAt, bookableUntil }: WaitlistEntry): Promise<void> {
    await tx.manager.update(WaitlistEntryTable, id, { from, to, startsAt, endsAt, bookableUntil });
  }

  /** Holds a place for an entry: the claim and the status together. Nothing where it has become too tight meanwhile. */
  async offer(tx: Transaction, entry: WaitlistEntry, expiresAt: Date, now: Date): Promise<WaitlistEntry | undefined> {
    const [row] = await tx.query<{ taken: boolean }>(
      `SELECT take_claim($1, $2, tstzrange($3, $4), $5, 'offer', $6, $7, $8) AS taken`,
      [entry.id, entry.resourceId, entry.startsAt, entry.endsAt, entry.quantity, expiresAt, now, entry.renterId],
    );
    return row?.taken ? this.move(tx, entry, 'offer', now, { offerExpiresAt: expiresAt }) : undefined;
  }

  /** Takes one step that the table of transitions allows; what was held for the entry is given back. */
  async end(tx: Transaction, entry: WaitlistEntry, action: 'pass' | 'lapse' | 'withdraw', now: Date): Promise<WaitlistEntry> {
    if (entry.status === 'offered') await tx.query('SELECT forget_claims(ARRAY[$1::uuid], $2)', [entry.id, now]);
    return this.move(tx, entry, action, now);
  }

  /** Somebody who is gone stands in line for a resource no longer. */
  async withdrawAll(tx: Transaction, resourceId: string, renterId: string, now: Date): Promise<void> {
    for (const entry of await this.line(tx, resourceId)) {
      if (entry.renterId === renterId) await this.end(tx, entry, 'withdraw', now);
    }
  }

  /** Takes a resource off the list of the marked, and says so where nobody waits for it any more. */
  async settled(tx: Transaction, resourceId: string): Promise<void> {
    await tx.query('DELETE FROM waitlist_mark WHERE resource_id = $1', [resourceId]);
    await tx.query(
      `UPDATE resource SET is_waited_for = false
       WHERE id = $1 AND is_waited_for AND NOT EXISTS (SELECT FROM waitlist_entry WHERE resource_id = $1 AND status IN ('waiting', 'offered'))`,
      [resourceId],
    );
  }

  /** Locks a resource that has something to settle, and that no other replica is busy with. */
  async lockToSettle(tx: Transaction, now: Date, passedOver: readonly string[]): Promise<string | undefined> {
    const [row] = await tx.query<{ id: string | null }>('SELECT lock_waitlist_to_settle($1, $2) AS id', [now, passedOver], { name: 'lock-waitlist-to-settle' });
    return row?.id ?? undefined;
  }

  private async move(tx: Transaction, entry: WaitlistEntry, action: EntryAction, now: Date, more: Pick<Partial<WaitlistEntry>, 'offerExpiresAt'> = {}): Promise<WaitlistEntry> {
    const status = statusAfter(entry.status, action);
    if (!status) throw new Error(`An entry that is ${entry.status} cannot ${action}.`);
    const step = { ...more, status, version: entry.version + 1 };
    await tx.manager.update(WaitlistEntryTable, entry.id, { ...step, updatedAt: now });
    return { ...entry, ...step };
  }
}
