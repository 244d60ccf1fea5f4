import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { TermsChange } from '../domain/booking-terms';
import type { Cancellation } from '../domain/cancellation';
import type { Action, ChangeAction, Status } from '../domain/lifecycle';
import { BookingTable } from './booking.table';

/** One step of a booking: who, when, why. Rows are added and never changed. */
@Entity('booking_transition')
export class BookingTransitionTable {
  @PrimaryColumn('uuid', { name: 'booking_id' })
  bookingId: string;

  @PrimaryColumn('integer')
  version: number;

  @ManyToOne(() => BookingTable)
  @JoinColumn({ name: 'booking_id' })
  booking: Relation<BookingTable>;

  @Column('text')
  action: Action | ChangeAction;

  @Column('text', { name: 'from_status', nullable: true })
  from: Status | null;

  @Column('text', { name: 'to_status' })
  to: Status;

  @Column('uuid', { name: 'actor_id', nullable: true })
  actorId: string | null;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('timestamptz')
  at: Date;

  /** What a change has changed, or would change. */
  @Column('json', { nullable: true })
  change: TermsChange | null;

  /** What a cancellation has come to. */
  @Column('json', { nullable: true })
  cancellation: Cancellation | null;
}
