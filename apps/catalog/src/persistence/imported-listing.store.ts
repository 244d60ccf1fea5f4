import type { Queryable } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';

/** By what a listing is known where it comes from. */
export interface ExternalListing {
  readonly source: string;
  readonly externalId: string;
}

const CLAIM = `
  INSERT INTO imported_listing (source, external_id, listing_id) VALUES ($1, $2, $3)
  ON CONFLICT (source, external_id) DO NOTHING RETURNING listing_id`;

/** Which listing came from where. */
@Injectable()
export class ImportedListingStore {
  /** Keeps the identity for a listing that follows in this transaction; of two at once the later waits, and is told false. */
  async claim(tx: Queryable, { source, externalId }: ExternalListing, listingId: string): Promise<boolean> {
    const claimed = await tx.query(CLAIM, [source, externalId, listingId], { name: 'claim-imported-listing' });
    return claimed.length > 0;
  }

  async find(on: Queryable, { source, externalId }: ExternalListing): Promise<string | undefined> {
    const [known] = await on.query<{ listingId: string }>(
      'SELECT listing_id AS "listingId" FROM imported_listing WHERE source = $1 AND external_id = $2',
      [source, externalId],
      { name: 'find-imported-listing' },
    );
    return known?.listingId;
  }
}
