import { BusModule } from '@bookable/platform-bus';
import type { Environment } from '@bookable/platform-config';
import { DatabaseModule } from '@bookable/platform-database';
import type { Platform, ServiceDefinition } from '@bookable/platform-runtime';
import { StorageModule } from '@bookable/platform-storage';
import { type DynamicModule, Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { AddPhotos } from './application/add-photos';
import { ArchiveListing } from './application/archive-listing';
import { ClearPastDays } from './application/clear-past-days';
import { CreateListing } from './application/create-listing';
import { GetListing } from './application/get-listing';
import { GetListingFacts } from './application/get-listing-facts';
import { ImportListing } from './application/import-listing';
import { KeepCopies } from './application/keep-copies';
import { KeepHost } from './application/keep-host';
import { LearnHost } from './application/learn-host';
import { ListFacets } from './application/list-facets';
import { OfferRooms } from './application/offer-rooms';
import { OrderPhotos } from './application/order-photos';
import { PhotoFiles } from './application/photo-files';
import { QuoteFound } from './application/quote-found';
import { RemovePhoto } from './application/remove-photo';
import { SearchListings } from './application/search-listings';
import { SweepStrayFiles } from './application/sweep-stray-files';
import { UpdateListing } from './application/update-listing';
import { AuthClient } from './clients/auth.client';
import { BookingClient } from './clients/booking.client';
import { CatalogConfig } from './config';
import { FacetReader } from './persistence/facet.reader';
import { FollowStore } from './persistence/follow.store';
import { HostStore } from './persistence/host.store';
import { ImportedListingStore } from './persistence/imported-listing.store';
import { ListingStore } from './persistence/listing.store';
import { ListingTable } from './persistence/listing.table';
import { CATALOG_MIGRATIONS } from './persistence/migrations/all-migrations';
import { PhotoStore } from './persistence/photo.store';
import { PhotoTable } from './persistence/photo.table';
import { SearchCopyStore } from './persistence/search-copy.store';
import { SearchReader } from './persistence/search/search.reader';
import { StrayFileStore } from './persistence/stray-file.store';
import { AvailabilityChangedConsumer } from './transport/availability-changed.consumer';
import { ClearPastDaysSchedule } from './transport/clear-past-days.schedule';
import { FacetsRpc } from './transport/facets.rpc';
import { ImportedListingsRpc } from './transport/imported-listings.rpc';
import { ListingsRpc } from './transport/listings.rpc';
import { PhotosRpc } from './transport/photos.rpc';
import { ReviewToldConsumer } from './transport/review-told.consumer';
import { RoomTypePublishedConsumer } from './transport/room-type-published.consumer';
import { SweepStrayFilesSchedule } from './transport/sweep-stray-files.schedule';
import { UserChangedConsumer } from './transport/user-changed.consumer';

const NAME = 'catalog';

const USE_CASES = [
  AddPhotos, ArchiveListing, ClearPastDays, CreateListing, GetListing, GetListingFacts, ImportListing, KeepCopies, KeepHost, LearnHost,
  ListFacets, OfferRooms, OrderPhotos, PhotoFiles, QuoteFound, RemovePhoto, SearchListings, SweepStrayFiles, UpdateListing,
];
const STORES = [FacetReader, FollowStore, HostStore, ImportedListingStore, ListingStore, PhotoStore, SearchCopyStore, SearchReader, StrayFileStore];
const CLIENTS = [AuthClient, BookingClient];
const SCHEDULES = [ClearPastDaysSchedule, SweepStrayFilesSchedule];
const DOORS = [
  AvailabilityChangedConsumer, FacetsRpc, ImportedListingsRpc, ListingsRpc, PhotosRpc, ReviewToldConsumer, RoomTypePublishedConsumer, UserChangedConsumer,
];

/** Composes the catalog service: the only file that sees every layer of it. */
@Module({})
export class CatalogModule {
  static register({ databaseUrl, databasePoolSize }: CatalogConfig, env: Environment, { bus }: Platform): DynamicModule {
    const entities = [ListingTable, PhotoTable];
    return {
      module: CatalogModule,
      imports: [
        BusModule.register(bus),
        DatabaseModule.register({ service: NAME, databaseUrl, entities, migrations: CATALOG_MIGRATIONS, poolSize: databasePoolSize }),
        StorageModule.register(env),
        ScheduleModule.forRoot(),
      ],
      controllers: DOORS,
      providers: [...USE_CASES, ...STORES, ...CLIENTS, ...SCHEDULES],
    };
  }
}

/** How a process starts this service. */
export const catalogService: ServiceDefinition = {
  name: NAME,
  module: (env, platform) => CatalogModule.register(CatalogConfig.read(env), env, platform),
};
