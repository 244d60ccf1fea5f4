import { BusModule } from '@bookable/platform-bus';
import type { Environment } from '@bookable/platform-config';
import { DatabaseModule, type DatabaseOptions, migrateDatabase } from '@bookable/platform-database';
import { OperationsModule } from '@bookable/platform-operations';
import type { Platform, ServiceDefinition } from '@bookable/platform-runtime';
import { StorageModule } from '@bookable/platform-storage';
import { type DynamicModule, Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { AddSeat } from './application/add-seat';
import { AddPhotos } from './application/add-photos';
import { ArchiveListing } from './application/archive-listing';
import { ChangeSavedSearch } from './application/change-saved-search';
import { ClearPastDays } from './application/clear-past-days';
import { CompareListings } from './application/compare-listings';
import { CreateListing } from './application/create-listing';
import { FindFeed } from './application/find-feed';
import { FindMovies } from './application/find-movies';
import { DeleteSavedSearch } from './application/delete-saved-search';
import { FindSavedSearches } from './application/find-saved-searches';
import { GetListing } from './application/get-listing';
import { GetListingFacts } from './application/get-listing-facts';
import { ImportGeography } from './application/import-geography';
import { ImportListing } from './application/import-listing';
import { ImportMovies } from './application/import-movies';
import { KeepCopies } from './application/keep-copies';
import { KeepHost } from './application/keep-host';
import { LearnFilms } from './application/learn-films';
import { LearnHost } from './application/learn-host';
import { ListFacets } from './application/list-facets';
import { MatchSavedSearches } from './application/match-saved-searches';
import { MapListings } from './application/map-listings';
import { OfferRooms } from './application/offer-rooms';
import { OrderPhotos } from './application/order-photos';
import { PhotoFiles } from './application/photo-files';
import { PlaceListings } from './application/place-listings';
import { QuoteFound } from './application/quote-found';
import { RefreshSuggestions } from './application/refresh-suggestions';
import { RemovePhoto } from './application/remove-photo';
import { SaveSearch } from './application/save-search';
import { SearchListings } from './application/search-listings';
import { SuggestListings } from './application/suggest-listings';
import { SweepStrayFiles } from './application/sweep-stray-files';
import { TellSavedSearches } from './application/tell-saved-searches';
import { UpdateListing } from './application/update-listing';
import { AuthClient } from './clients/auth.client';
import { HostPlans } from './application/host-plans';
import { BookingClient } from './clients/booking.client';
import { FilmInformation, NoFilmInformation } from './clients/film-information';
import { TmdbFilms } from './clients/tmdb-films';
import { CatalogConfig } from './config';
import { FacetReader } from './persistence/facet.reader';
import { FeedReader } from './persistence/feed.reader';
import { FollowStore } from './persistence/follow.store';
import { GeographyStore } from './persistence/geography.store';
import { HostStore } from './persistence/host.store';
import { ImportedListingStore } from './persistence/imported-listing.store';
import { EventSlotStore } from './persistence/event-slot.store';
import { HostTimeStore } from './persistence/host-time.store';
import { ListingStore } from './persistence/listing.store';
import { ListingTable } from './persistence/listing.table';
import { CATALOG_MIGRATIONS } from './persistence/migrations/all-migrations';
import { MovieStore } from './persistence/movie.store';
import { PhotoStore } from './persistence/photo.store';
import { PhotoTable } from './persistence/photo.table';
import { SavedSearchMatchStore } from './persistence/saved-search-match.store';
import { SavedSearchStore } from './persistence/saved-search.store';
import { SearchCopyStore } from './persistence/search-copy.store';
import { CATALOG_SESSION } from './persistence/session-settings';
import { SearchReader } from './persistence/search/search.reader';
import { StrayFileStore } from './persistence/stray-file.store';
import { SuggestionReader } from './persistence/suggestion.reader';
import { SuggestionStore } from './persistence/suggestion.store';
import { PERSONAL_TABLES } from './persistence/personal-tables';
import { AvailabilityChangedConsumer } from './transport/availability-changed.consumer';
import { ClearPastDaysSchedule } from './transport/clear-past-days.schedule';
import { FacetsRpc } from './transport/facets.rpc';
import { FindingRpc } from './transport/finding.rpc';
import { GeographyRpc } from './transport/geography.rpc';
import { ImportedListingsRpc } from './transport/imported-listings.rpc';
import { ListingsRpc } from './transport/listings.rpc';
import { MoviesRpc } from './transport/movies.rpc';
import { MatchSavedSearchesSchedule } from './transport/match-saved-searches.schedule';
import { PhotosRpc } from './transport/photos.rpc';
import { RefreshSuggestionsSchedule } from './transport/refresh-suggestions.schedule';
import { PlaceListingsSchedule } from './transport/place-listings.schedule';
import { ReviewToldConsumer } from './transport/review-told.consumer';
import { RoomTypePublishedConsumer } from './transport/room-type-published.consumer';
import { SavedSearchesRpc } from './transport/saved-searches.rpc';
import { SweepStrayFilesSchedule } from './transport/sweep-stray-files.schedule';
import { UserChangedConsumer } from './transport/user-changed.consumer';

const NAME = 'catalog';

const USE_CASES = [
  AddPhotos,
  AddSeat,
  HostPlans,
  ArchiveListing,
  ChangeSavedSearch,
  ClearPastDays,
  CompareListings,
  CreateListing,
  DeleteSavedSearch,
  FindFeed,
  FindMovies,
  FindSavedSearches,
  GetListing,
  GetListingFacts,
  ImportGeography,
  ImportListing,
  ImportMovies,
  KeepCopies,
  KeepHost,
  LearnFilms,
  LearnHost,
  ListFacets,
  MatchSavedSearches,
  MapListings,
  OfferRooms,
  OrderPhotos,
  PhotoFiles,
  PlaceListings,
  QuoteFound,
  RefreshSuggestions,
  RemovePhoto,
  SaveSearch,
  SearchListings,
  SuggestListings,
  SweepStrayFiles,
  TellSavedSearches,
  UpdateListing,
];
const STORES = [
  FacetReader,
  FeedReader,
  FollowStore,
  GeographyStore,
  HostStore,
  EventSlotStore,
  HostTimeStore,
  ImportedListingStore,
  ListingStore,
  MovieStore,
  PhotoStore,
  SavedSearchMatchStore,
  SavedSearchStore,
  SearchCopyStore,
  SearchReader,
  StrayFileStore,
  SuggestionReader,
  SuggestionStore,
];
const CLIENTS = [AuthClient, BookingClient];
const SCHEDULES = [ClearPastDaysSchedule, MatchSavedSearchesSchedule, PlaceListingsSchedule, RefreshSuggestionsSchedule, SweepStrayFilesSchedule];
const DOORS = [
  AvailabilityChangedConsumer,
  FacetsRpc,
  FindingRpc,
  GeographyRpc,
  ImportedListingsRpc,
  ListingsRpc,
  MoviesRpc,
  PhotosRpc,
  ReviewToldConsumer,
  RoomTypePublishedConsumer,
  SavedSearchesRpc,
  UserChangedConsumer,
];

function databaseOf({ databaseUrl, databasePoolSize: poolSize }: CatalogConfig): DatabaseOptions {
  return {
    service: NAME, databaseUrl, poolSize, entities: [ListingTable, PhotoTable], migrations: CATALOG_MIGRATIONS,
    sessionSettings: CATALOG_SESSION, extensionsWhereAvailable: ['postgis'],
  };
}

/** Composes the catalog service: the only file that sees every layer of it. */
@Module({})
export class CatalogModule {
  static register(config: CatalogConfig, env: Environment, { bus }: Platform): DynamicModule {
    return {
      module: CatalogModule,
      imports: [
        BusModule.register(bus),
        DatabaseModule.register(databaseOf(config)),
        OperationsModule.register(NAME, PERSONAL_TABLES),
        StorageModule.register(env),
        ScheduleModule.forRoot(),
      ],
      controllers: DOORS,
      providers: [
        { provide: FilmInformation, useFactory: () => (config.tmdb ? new TmdbFilms(config.tmdb) : new NoFilmInformation()) },
        ...USE_CASES, ...STORES, ...CLIENTS, ...SCHEDULES,
      ],
    };
  }
}

/** How a process starts this service. */
export const catalogService: ServiceDefinition = {
  name: NAME,
  module: (env, platform) => CatalogModule.register(CatalogConfig.read(env), env, platform),
  migrate: (env, only) => migrateDatabase(databaseOf(CatalogConfig.read(env)), only),
};
