import type { BookingRules, PricePlan } from '@bookable/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Listing, Location } from '../domain/listing';
import type { ListingKind } from '../domain/listing-kind';
import type { ListingStatus } from '../domain/listing-status';

/** The columns of a place; part of the listing's own row. */
export class LocationColumns implements Location {
  @Column('text', { nullable: true }) address: string | null;
  @Column('text') city: string;
  @Column('text', { nullable: true }) district: string | null;
  @Column('float8') lat: number;
  @Column('float8') lng: number;
}

@Entity('listing')
export class ListingTable implements Listing {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'owner_id' }) ownerId: string;
  @Column('text') kind: ListingKind;
  @Column('text') status: ListingStatus;
  @Column('text') title: string;
  @Column('text') description: string;
  @Column('text', { nullable: true }) category: string | null;
  @Column('text', { array: true }) tags: string[];
  @Column('text', { array: true }) amenities: string[];
  @Column(() => LocationColumns, { prefix: false }) location: LocationColumns;
  @Column('text', { name: 'time_zone' }) timeZone: string;
  @Column('jsonb') price: PricePlan;
  @Column('int') capacity: number;
  @Column('jsonb') booking: BookingRules;
  @Column('text', { nullable: true }) terms: string | null;
  @Column('jsonb') details: object;
  @Column('int') version: number;
  @Column('int', { name: 'source_version', nullable: true }) sourceVersion: number | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt: Date;
}
