import type { BookingRules, Period, PricePlan } from '@bookable/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ListingKind, Resource, UnitOfTime } from '../domain/resource';
import { bigint } from './bigint-column';

/** The bookable side of a listing as it is kept; the row is also the lock of everything about its time. */
@Entity('resource')
export class ResourceTable implements Resource {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'owner_id' })
  ownerId: string;

  @Column('text')
  kind: ListingKind;

  @Column('text')
  unit: UnitOfTime;

  @Column('text')
  title: string;

  @Column('text', { name: 'time_zone' })
  timeZone: string;

  @Column('integer')
  capacity: number;

  @Column('jsonb')
  price: PricePlan;

  @Column('jsonb')
  rules: BookingRules;

  @Column('timestamptz', { name: 'session_from', nullable: true })
  sessionFrom: Date | null;

  @Column('timestamptz', { name: 'session_to', nullable: true })
  sessionTo: Date | null;

  @Column('uuid', { name: 'moderator_ids', array: true })
  moderatorIds: string[];

  /** Whether catalog offers it. */
  @Column('boolean', { name: 'is_offered' })
  isOffered: boolean;

  /** Whether it was closed because its listing is about to go. */
  @Column('boolean', { name: 'is_closed' })
  isClosed: boolean;

  @Column('boolean', { name: 'is_waited_for' })
  isWaitedFor: boolean;

  /** The version of the listing these facts are of. */
  @Column('bigint', { transformer: bigint })
  version: number;

  @Column('bigint', { transformer: bigint })
  revision: number;

  @Column('boolean', { name: 'has_calendars' })
  hasCalendars: boolean;

  @Column('boolean', { name: 'instant_is_paused' })
  instantIsPaused: boolean;

  get session(): Period | undefined {
    return this.sessionFrom && this.sessionTo ? { fromMs: this.sessionFrom.getTime(), toMs: this.sessionTo.getTime() } : undefined;
  }

  get isBookable(): boolean {
    return this.isOffered && !this.isClosed;
  }
}
