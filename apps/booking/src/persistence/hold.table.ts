import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Hold } from '../domain/hold';
import type { StayOptions } from '../domain/stay';

/** What a hold is for; whether it still stands is said by the claim of the same id. */
@Entity('hold')
export class HoldTable implements Hold {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'resource_id' })
  resourceId: string;

  @Column('uuid', { name: 'holder_id' })
  holderId: string;

  @Column('text', { name: 'stay_from' })
  from: string;

  @Column('text', { name: 'stay_to' })
  to: string;

  @Column('integer')
  quantity: number;

  @Column('json', { nullable: true })
  options: StayOptions | null;

  @Column('timestamptz', { name: 'placed_at' })
  placedAt: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  @Column('timestamptz', { name: 'renewed_at', nullable: true })
  renewedAt: Date | null;
}
