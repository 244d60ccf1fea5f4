import { ImportPerson, type ImportPersonRequest } from '@bookable/contracts-auth';
import {
  GetGeography, type GetGeographyRequest, ImportDistricts, type ImportDistrictsRequest, ImportListing, type ImportListingRequest, ImportMovies,
  type ImportMoviesRequest, ImportStations, type ImportStationsRequest, SettleGeography, type SettleGeographyRequest,
} from '@bookable/contracts-catalog';
import { ImportRating, type ImportRatingRequest } from '@bookable/contracts-review';
import { Bus } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { Route } from '../http/route';

/** Borders of fifty districts have tens of thousands of corners. */
const BORDERS_TIMEOUT_MS = 20_000;

/** What only administrators do: people, listings, their reputation what is known of films and of the map are brought over from elsewhere. */
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

  @Route('POST', '/api/admin/movies', ImportMovies, { says: 'Takes over what a source knows of films; the same again changes nothing.', access: 'admin' })
  importMovies(asked: ImportMoviesRequest): Promise<Buffer> {
    return this.bus.forward(ImportMovies, asked);
  }

  @Route('POST', '/api/admin/stations', ImportStations, { says: 'Takes over where stations are; the same again changes nothing.', access: 'admin' })
  importStations(asked: ImportStationsRequest): Promise<Buffer> {
    return this.bus.forward(ImportStations, asked);
  }

  @Route('POST', '/api/admin/districts', ImportDistricts, { says: 'Takes over where districts lie; the same again changes nothing.', access: 'admin' })
  importDistricts(asked: ImportDistrictsRequest): Promise<Buffer> {
    return this.bus.forward(ImportDistricts, asked, { timeoutMs: BORDERS_TIMEOUT_MS });
  }

  @Route('PUT', '/api/admin/geography', SettleGeography, { says: 'Forgets what a source no longer knows, and places all listings anew.', access: 'admin' })
  settleGeography(asked: SettleGeographyRequest): Promise<Buffer> {
    return this.bus.forward(SettleGeography, asked);
  }

  @Route('GET', '/api/admin/geography', GetGeography, { says: 'What is known of the map, and how far listings are placed on it.', access: 'admin' })
  showGeography(asked: GetGeographyRequest): Promise<Buffer> {
    return this.bus.forward(GetGeography, asked);
  }

  @Route('PUT', '/api/admin/ratings/listing/:id', ImportRating, {
    says: "Carries a listing's rating over from elsewhere, in place of what was carried over before.", access: 'admin', names: { id: 'listingId' },
  })
  importRating(asked: ImportRatingRequest): Promise<Buffer> {
    return this.bus.forward(ImportRating, asked);
  }
}
