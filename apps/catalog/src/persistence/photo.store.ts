import { Injectable } from '@nestjs/common';
import type { Queryable } from '@bookable/platform-database';

/** A photo to be kept; the three addresses are where its sizes are served. */
export interface NewPhoto {
  readonly id: string;
  readonly contentHash: Buffer;
  readonly keys: readonly [small: string, medium: string, large: string];
  readonly urls: readonly [small: string, medium: string, large: string];
  readonly width: number;
  readonly height: number;
}

/** After the last photo there is; the caller holds the listing, so nobody else takes the same place. */
const ADD = `
  INSERT INTO photo (id, listing_id, place, content_hash, small_key, medium_key, large_key, small_url, medium_url, large_url, width, height)
  SELECT $1, $2, coalesce(max(place), 0) + 1, $3, $4, $5, $6, $7, $8, $9, $10, $11 FROM photo WHERE listing_id = $2`;

const ORDER = `
  UPDATE photo SET place = wanted.place FROM unnest($2::uuid[]) WITH ORDINALITY AS wanted (id, place)
  WHERE photo.listing_id = $1 AND photo.id = wanted.id`;

const REMOVE = 'DELETE FROM photo WHERE listing_id = $1 AND id = $2 RETURNING small_key, medium_key, large_key';

/** The photos of listings. */
@Injectable()
export class PhotoStore {
  async ids(queryable: Queryable, listingId: string): Promise<string[]> {
    const rows = await queryable.query<{ id: string }>('SELECT id FROM photo WHERE listing_id = $1 ORDER BY place, id', [listingId]);
    return rows.map(({ id }) => id);
  }

  /** Which of the pictures the listing has already, as hexadecimal hashes. */
  async knownHashes(queryable: Queryable, listingId: string, hashes: readonly Buffer[]): Promise<Set<string>> {
    const sql = `SELECT encode(content_hash, 'hex') AS hash FROM photo WHERE listing_id = $1 AND content_hash = ANY($2::bytea[])`;
    const rows = await queryable.query<{ hash: string }>(sql, [listingId, hashes]);
    return new Set(rows.map(({ hash }) => hash));
  }

  async add(tx: Queryable, listingId: string, photo: NewPhoto): Promise<void> {
    await tx.query(ADD, [photo.id, listingId, photo.contentHash, ...photo.keys, ...photo.urls, photo.width, photo.height], { name: 'add-photo' });
  }

  async putInOrder(tx: Queryable, listingId: string, order: readonly string[]): Promise<void> {
    await tx.query(ORDER, [listingId, order]);
  }

  /** Forgets a photo and answers the keys of its files; undefined where the listing has no such photo. */
  async remove(tx: Queryable, listingId: string, photoId: string): Promise<string[] | undefined> {
    const [row] = await tx.query<Record<string, string>>(REMOVE, [listingId, photoId]);
    return row && Object.values(row);
  }
}
