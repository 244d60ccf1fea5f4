import { ImportPerson, type ImportPersonRequest } from '@bookable/contracts-auth';
import { ImportListing, type ImportListingRequest } from '@bookable/contracts-catalog';
import { ImportRating, type ImportRatingRequest } from '@bookable/contracts-review';
import { Bus } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { Route } from '../http/route';

/** What only administrators do: people, listings and their reputation are brought over from elsewhere. */
@Controller()
export class AdministrationHttp {
  constructor(private readonly bus: Bus) {}

  @Route('POST', '/api/admin/people', ImportPerson, { says: 'Brings somebody over from elsewhere, once for ever.', access: 'admin', status: 201 })
  importPerson(asked: ImportPersonRequest): Promise<Buffer> {
    return this.bus.forward(ImportPerson, asked);
  }

  @Route('POST', '/api/admin/listings', ImportListing, {
    says: 'Brings a listing over from elsewhere on behalf of its owner, once for ever.', access: 'admin', status: 201,
  })
  importListing(asked: ImportListingRequest): Promise<Buffer> {
    return this.bus.forward(ImportListing, asked);
  }

  @Route('PUT', '/api/admin/ratings/listing/:id', ImportRating, {
    says: "Carries a listing's rating over from elsewhere, in place of what was carried over before.", access: 'admin', names: { id: 'listingId' },
  })
  importRating(asked: ImportRatingRequest): Promise<Buffer> {
    return this.bus.forward(ImportRating, asked);
  }
}
