import { Column, Entity, PrimaryColumn } from 'typeorm';

const bigint = { to: (value: number | null) => value, from: (value: string | null) => (value === null ? null : Number(value)) };

/** A promotion as it is kept; one that was removed is remembered for the bookings that have it. */
@Entity('promotion')
export class PromotionTable {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'resource_id' })
  resourceId: string;

  @Column('text')
  code: string;

  @Column('integer', { nullable: true })
  percent: number | null;

  @Column('bigint', { nullable: true, transformer: bigint })
  amount: number | null;

  @Column('text')
  currency: string;

  @Column('timestamptz', { name: 'valid_from', nullable: true })
  validFrom: Date | null;

  @Column('timestamptz', { name: 'valid_to', nullable: true })
  validTo: Date | null;

  @Column('text', { name: 'stay_from', nullable: true })
  stayFrom: string | null;

  @Column('text', { name: 'stay_to', nullable: true })
  stayTo: string | null;

  @Column('integer', { name: 'max_uses', nullable: true })
  maxUses: number | null;

  @Column('integer', { name: 'max_uses_per_person', nullable: true })
  maxUsesPerPerson: number | null;

  @Column('integer', { name: 'min_units', nullable: true })
  minUnits: number | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'removed_at', nullable: true })
  removedAt: Date | null;
}
