import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Beside } from '../domain/beside';
import type { Booking } from '../domain/booking';
import type { ProposedChange } from '../domain/booking-terms';
import type { Cancellation } from '../domain/cancellation';
import type { Doubt } from '../domain/doubt';
import type { Action, Status } from '../domain/lifecycle';
import type { Quote } from '../domain/quote/quote-line';
import type { ListingKind } from '../domain/resource';
import type { StayOptions } from '../domain/stay';

/** A booking as it is kept. Rows are written by the functions `place_bookings` and `move_booking`, and their terms by the store of changes, only. */
@Entity('booking')
export class BookingTable implements Booking {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'resource_id' })
  resourceId: string;

  @Column('text')
  kind: ListingKind;

  @Column('uuid', { name: 'renter_id' })
  renterId: string;

  @Column('uuid', { name: 'owner_id' })
  ownerId: string;

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

  @Column('json')
  quote: Quote;

  @Column('json', { nullable: true })
  options: StayOptions | null;

  @Column('json', { nullable: true })
  beside: readonly Beside[] | null;

  @Column('text', { nullable: true })
  message: string | null;

  @Column('text')
  status: Status;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('text', { name: 'last_action' })
  lastAction: Action;

  @Column('uuid', { name: 'last_actor_id', nullable: true })
  lastActorId: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;

  @Column('timestamptz', { name: 'expires_at', nullable: true })
  expiresAt: Date | null;

  @Column('json', { name: 'proposed_change', nullable: true })
  proposedChange: ProposedChange | null;

  @Column('json', { nullable: true })
  cancellation: Cancellation | null;

  @Column('text', { nullable: true })
  doubt: Doubt | null;

  @Column('integer')
  version: number;
}
