import { Injectable } from '@nestjs/common';
import type { Queryable } from '@bookable/platform-database';

/** A rating as it is stored: counts, never a rounded mean. */
export interface RatingRow {
  readonly histogram: number[];
  readonly importedAverage: number;
  readonly importedCount: number;
  readonly version: number;
}

const COLUMNS = 'histogram, imported_average::float8 AS "importedAverage", imported_count AS "importedCount", version';

@Injectable()
export class RatingStore {
  async find(queryable: Queryable, subject: 'listing' | 'user', subjectId: string): Promise<RatingRow | undefined> {
    const [rating] = await queryable.query<RatingRow>(`SELECT ${COLUMNS} FROM rating WHERE subject = $1 AND subject_id = $2`, [subject, subjectId], { name: 'find-rating' });
    return rating;
  }

  /** Adds a difference to a histogram in one statement; the row lock keeps two at once apart. */
  async add(queryable: Queryable, subject: 'listing' | 'user', subjectId: string, difference: readonly number[]): Promise<RatingRow> {
    const [rating] = await queryable.query<RatingRow>(
      `INSERT INTO rating (subject, subject_id, histogram) VALUES ($1, $2, $3::integer[])
       ON CONFLICT (subject, subject_id) DO UPDATE
       SET histogram = ARRAY(SELECT old + new FROM unnest(rating.histogram, excluded.histogram) AS star (old, new)), version = rating.version + 1
       RETURNING ${COLUMNS}`,
      [subject, subjectId, difference],
    );
    return rating!;
  }

  /** Sets what was carried over from elsewhere; the reviews written here stay as they are. */
  async setImported(queryable: Queryable, listingId: string, average: number, count: number): Promise<RatingRow> {
    const [rating] = await queryable.query<RatingRow>(
      `INSERT INTO rating (subject, subject_id, imported_average, imported_count) VALUES ('listing', $1, $2, $3)
       ON CONFLICT (subject, subject_id) DO UPDATE
       SET imported_average = excluded.imported_average, imported_count = excluded.imported_count, version = rating.version + 1
       RETURNING ${COLUMNS}`,
      [listingId, average, count],
    );
    return rating!;
  }

  /** Keeps that reviews were written elsewhere, and when; one that is known stays as it is. */
  async keepImported(queryable: Queryable, listingId: string, source: string, reviews: readonly { externalId: string; writtenOn: string }[]): Promise<void> {
    await queryable.query(
      `INSERT INTO imported_review (source, external_id, listing_id, written_on)
       SELECT $1, external_id, $2, written_on FROM unnest($3::text[], $4::date[]) AS review (external_id, written_on)
       ON CONFLICT DO NOTHING`,
      [source, listingId, reviews.map((review) => review.externalId), reviews.map((review) => review.writtenOn)],
    );
  }
}
