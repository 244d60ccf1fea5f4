import { type OrderPhotosRequest, PhotoOrderIncomplete } from '@bookable/contracts-catalog';
import { DomainError } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { orderNamesEveryPhotoOnce } from '../domain/photo-rules';
import { ListingStore } from '../persistence/listing.store';
import { PhotoStore } from '../persistence/photo.store';
import { announce } from './announce';
import { holdOwnListing } from './hold-own-listing';
import { signedIn } from './signed-in';

/** Puts photos in order; the first becomes the cover. */
@Injectable()
export class OrderPhotos {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly listings: ListingStore,
    private readonly photos: PhotoStore,
  ) {}

  execute(request: OrderPhotosRequest, context: MessageContext): Promise<Buffer> {
    const { listingId, order } = request;
    const actor = signedIn(context);
    return this.database.command(context, request, async (tx) => {
      const listing = await holdOwnListing(tx, this.listings, listingId, actor);
      const present = await this.photos.ids(tx, listingId);
      if (!orderNamesEveryPhotoOnce(order, present)) throw new DomainError(PhotoOrderIncomplete);
      await this.photos.putInOrder(tx, listingId, order);
      const next = { ...listing, version: listing.version + 1, updatedAt: this.clock.now() };
      const { page, cover } = await this.listings.update(tx, next);
      announce(tx, listing.status, next, cover);
      return Buffer.from(page);
    });
  }
}
