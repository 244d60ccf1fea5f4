import type { RemovePhotoRequest } from '@bookable/contracts-catalog';
import { DomainError, NotFound } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { ListingStore } from '../persistence/listing.store';
import { PhotoStore } from '../persistence/photo.store';
import { StrayFileStore } from '../persistence/stray-file.store';
import { announce } from './announce';
import { holdOwnListing } from './hold-own-listing';
import { signedIn } from './signed-in';

/** Takes a photo away. Its files are noted as stray with the same commit, and swept after it. */
@Injectable()
export class RemovePhoto {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly listings: ListingStore,
    private readonly photos: PhotoStore,
    private readonly strays: StrayFileStore,
  ) {}

  execute(request: RemovePhotoRequest, context: MessageContext): Promise<void> {
    const { listingId, photoId } = request;
    const actor = signedIn(context);
    return this.database.command(context, request, async (tx) => {
      const listing = await holdOwnListing(tx, this.listings, listingId, actor);
      const keys = await this.photos.remove(tx, listingId, photoId);
      if (!keys) throw new DomainError(NotFound);
      const now = this.clock.now();
      await this.strays.note(tx, keys, now);
      const next = { ...listing, version: listing.version + 1, updatedAt: now };
      const { cover } = await this.listings.update(tx, next);
      announce(tx, listing.status, next, cover);
    });
  }
}
