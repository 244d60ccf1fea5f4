import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { ListingTable } from './listing.table';

@Entity('photo')
export class PhotoTable {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'listing_id' }) listingId: string;
  @ManyToOne(() => ListingTable, { onDelete: 'CASCADE' }) @JoinColumn({ name: 'listing_id' }) listing?: Relation<ListingTable>;
  /** Photos are shown in the order of this number. */
  @Column('int') place: number;
  /** SHA-256 of the picture as it was sent: the same picture twice is one photo. */
  @Column('bytea', { name: 'content_hash' }) contentHash: Buffer;
  @Column('text', { name: 'small_key' }) smallKey: string;
  @Column('text', { name: 'medium_key' }) mediumKey: string;
  @Column('text', { name: 'large_key' }) largeKey: string;
  @Column('text', { name: 'small_url' }) smallUrl: string;
  @Column('text', { name: 'medium_url' }) mediumUrl: string;
  @Column('text', { name: 'large_url' }) largeUrl: string;
  @Column('int') width: number;
  @Column('int') height: number;
}
