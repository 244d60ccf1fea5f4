import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { BookingTable } from './booking.table';

/** A photo of the state of a rented thing; the key is that of its sizes in the storage, without their names. */
@Entity('booking_photo')
export class BookingPhotoTable {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'booking_id' })
  bookingId: string;

  @ManyToOne(() => BookingTable)
  @JoinColumn({ name: 'booking_id' })
  booking: Relation<BookingTable>;

  @Column('text')
  stage: 'handover' | 'return';

  @Column('uuid', { name: 'taken_by' })
  takenBy: string;

  @Column('text', { name: 'storage_key' })
  storageKey: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
