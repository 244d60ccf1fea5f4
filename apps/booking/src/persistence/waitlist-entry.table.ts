import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { EntryStatus, WaitlistEntry } from '../domain/waitlist/waitlist-entry';
import { bigint } from './bigint-column';

/** A waitlist entry as it is kept; written behind the lock of its resource only. */
@Entity('waitlist_entry')
export class WaitlistEntryTable implements WaitlistEntry {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'resource_id' })
  resourceId: string;

  @Column('uuid', { name: 'renter_id', nullable: true })
  renterId: string | null;

  @Column('uuid', { name: 'guest_id', nullable: true })
  guestId: string | null;

  @Column('bigint', { transformer: bigint })
  turn: number;

  @Column('text', { name: 'stay_from' })
  from: string;

  @Column('text', { name: 'stay_to' })
  to: string;

  @Column('timestamptz', { name: 'starts_at' })
  startsAt: Date;

  @Column('timestamptz', { name: 'ends_at' })
  endsAt: Date;

  @Column('integer')
  quantity: number;

  @Column('timestamptz', { name: 'bookable_until' })
  bookableUntil: Date;

  @Column('text')
  status: EntryStatus;

  @Column('timestamptz', { name: 'offer_expires_at', nullable: true })
  offerExpiresAt: Date | null;

  @Column('uuid', { name: 'booking_id', nullable: true })
  bookingId: string | null;

  @Column('uuid', { name: 'reservation_id', nullable: true })
  reservationId: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;

  @Column('integer')
  version: number;
}
