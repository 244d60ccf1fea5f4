import type { GetListingRequest } from '@bookable/contracts-catalog';
import { DomainError, NotFound } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import { isVisibleTo } from '../domain/visibility';
import { ListingStore } from '../persistence/listing.store';

/** Shows one listing to whoever may see it. */
@Injectable()
export class GetListing {
  constructor(
    private readonly database: Database,
    private readonly listings: ListingStore,
  ) {}

  async execute({ id }: GetListingRequest, { actor }: MessageContext): Promise<Buffer> {
    const found = await this.listings.readPage(this.database, id, actor?.userId);
    if (!found || !isVisibleTo(found, { userId: actor?.userId, followsOwner: found.followsOwner })) throw new DomainError(NotFound);
    return Buffer.from(found.page);
  }
}
