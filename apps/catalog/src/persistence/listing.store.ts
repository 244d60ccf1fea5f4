import { Injectable } from '@nestjs/common';
import type { Queryable, Transaction } from '@bookable/platform-database';
import { keptDegrees } from '../domain/kept-degrees';
import type { Listing } from '../domain/listing';
import { ListingTable } from './listing.table';

/** What the writer of a listing needs next: the JSON of the whole listing, its cover, and whether its host has a name here. */
export interface ShelvedListing {
  readonly page: string;
  readonly cover: string | null;
  readonly hostIsKnown: boolean;
}

/** What decides who may see a listing, and the JSON they would see. */
export interface ListingPage extends Pick<Listing, 'ownerId' | 'status' | 'kind' | 'details'> {
  readonly followsOwner: boolean;
  readonly page: string;
}

export interface ListingWithCover {
  readonly listing: Listing;
  readonly cover: string | null;
}

const SHELVED = 's.page, s.cover, s.host_is_known AS "hostIsKnown"';

const INSERT = `
  WITH made AS (INSERT INTO listing SELECT * FROM jsonb_populate_record(NULL::listing, $1::jsonb) RETURNING *)
  SELECT ${SHELVED} FROM made, LATERAL catalog.shelve(ROW(made.*)::listing) AS s`;

const COLUMNS =
  'status, title, description, category, tags, amenities, address, city, district, lat, lng, time_zone, price, capacity, booking, terms, details, version, source_version, updated_at';

const UPDATE = `
  WITH made AS (
    UPDATE listing SET (${COLUMNS}) = (SELECT ${COLUMNS} FROM jsonb_populate_record(NULL::listing, $1::jsonb))
    WHERE id = ($1::jsonb ->> 'id')::uuid RETURNING listing.*)
  SELECT ${SHELVED} FROM made, LATERAL catalog.shelve(ROW(made.*)::listing) AS s`;

const HAND_OVER = `
  WITH handed AS (UPDATE listing SET owner_id = $2 WHERE id = $1)
  UPDATE search_entry SET owner_id = $2 WHERE listing_id = $1`;

const READ_PAGE = `
  SELECT owner_id AS "ownerId", status, kind, details, catalog.page_of(l) AS page,
    EXISTS (SELECT FROM follow WHERE follower_id = $2 AND followed_id = l.owner_id AND is_following) AS "followsOwner"
  FROM listing AS l WHERE id = $1`;

const READ_COVER = 'SELECT small_url AS cover FROM photo WHERE listing_id = $1 ORDER BY place, id LIMIT 1';

function rowOf({ ownerId, location, timeZone, sourceVersion, createdAt, updatedAt, ...same }: Listing): string {
  const renamed = { owner_id: ownerId, time_zone: timeZone, source_version: sourceVersion, created_at: createdAt, updated_at: updatedAt };
  return JSON.stringify({ ...same, ...location, lat: keptDegrees(location.lat), lng: keptDegrees(location.lng), ...renamed });
}

/** Listings as their owners wrote them. Whatever writes one also puts it where searches look, in the same statement. */
@Injectable()
export class ListingStore {
  async insert(tx: Queryable, listing: Listing): Promise<ShelvedListing> {
    return this.written(tx, INSERT, 'insert-listing', listing);
  }

  /** Lets it in another owner's name; whoever calls this updates it afterwards, so that it is shown in theirs. */
  async handOver(tx: Queryable, id: string, ownerId: string): Promise<void> {
    await tx.query(HAND_OVER, [id, ownerId]);
  }

  async update(tx: Queryable, listing: Listing): Promise<ShelvedListing> {
    return this.written(tx, UPDATE, 'update-listing', listing);
  }

  /** The listing, held against other writers until the transaction ends. */
  async lock(tx: Transaction, id: string): Promise<Listing | undefined> {
    const found = await tx.manager.findOne(ListingTable, { where: { id }, lock: { mode: 'pessimistic_write' } });
    return found ?? undefined;
  }

  /** All listings of an owner that are not archived, held against other writers, in one order for everybody. */
  lockOfOwner(tx: Transaction, ownerId: string): Promise<Listing[]> {
    return tx.manager
      .createQueryBuilder(ListingTable, 'listing')
      .setLock('pessimistic_write')
      .where(`listing.ownerId = :ownerId AND listing.status <> 'archived'`, { ownerId })
      .orderBy('listing.id')
      .getMany();
  }

  async readPage(queryable: Queryable, id: string, viewerId: string | undefined): Promise<ListingPage | undefined> {
    const [page] = await queryable.query<ListingPage>(READ_PAGE, [id, viewerId ?? null], { name: 'read-listing-page' });
    return page;
  }

  async readCover(tx: Queryable, id: string): Promise<string | null> {
    const [row] = await tx.query<{ cover: string }>(READ_COVER, [id], { name: 'read-cover' });
    return row?.cover ?? null;
  }

  async find(tx: Transaction, id: string): Promise<ListingWithCover | undefined> {
    const listing = await tx.manager.findOneBy(ListingTable, { id });
    return listing ? { listing, cover: await this.readCover(tx, id) } : undefined;
  }

  private async written(tx: Queryable, sql: string, name: string, listing: Listing): Promise<ShelvedListing> {
    const [shelved] = await tx.query<ShelvedListing>(sql, [rowOf(listing)], { name });
    if (!shelved) throw new Error('A listing that was held has gone.');
    return shelved;
  }
}
