import type { CreateListingRequest, FoundListingView, FoundTotalView, ImportListingRequest, ListingFacetsView, ListingView, MapView, SearchListingsRequest } from '@bookable/contracts-catalog';
import { DomainError, Unavailable } from '@bookable/kernel';
import { Bus, type MessageContext } from '@bookable/platform-bus';
import { Logger } from '@bookable/platform-logging';
import { type ServiceDatabase, type TestServer, StandingClock, aContext, aContextOf, anActor, startServiceDatabase } from '@bookable/platform-testing';
import { ArchiveListing } from '../src/application/archive-listing';
import { CreateListing } from '../src/application/create-listing';
import { GetListing } from '../src/application/get-listing';
import { ImportGeography } from '../src/application/import-geography';
import { HostPlans } from '../src/application/host-plans';
import { ImportListing } from '../src/application/import-listing';
import { KeepCopies } from '../src/application/keep-copies';
import { KeepHost } from '../src/application/keep-host';
import { LearnHost } from '../src/application/learn-host';
import { ListFacets } from '../src/application/list-facets';
import { MapListings } from '../src/application/map-listings';
import { OfferRooms } from '../src/application/offer-rooms';
import { PlaceListings } from '../src/application/place-listings';
import { QuoteFound } from '../src/application/quote-found';
import { ChangeSavedSearch } from '../src/application/change-saved-search';
import { CompareListings } from '../src/application/compare-listings';
import { DeleteSavedSearch } from '../src/application/delete-saved-search';
import { FindSavedSearches } from '../src/application/find-saved-searches';
import { MatchSavedSearches } from '../src/application/match-saved-searches';
import { RefreshSuggestions } from '../src/application/refresh-suggestions';
import { SaveSearch } from '../src/application/save-search';
import { SearchListings } from '../src/application/search-listings';
import { SuggestListings } from '../src/application/suggest-listings';
import { TellSavedSearches } from '../src/application/tell-saved-searches';
import { UpdateListing } from '../src/application/update-listing';
import { AuthClient } from '../src/clients/auth.client';
import { BookingClient } from '../src/clients/booking.client';
import { FacetReader } from '../src/persistence/facet.reader';
import { FollowStore } from '../src/persistence/follow.store';
import { GeographyStore } from '../src/persistence/geography.store';
import { HostStore } from '../src/persistence/host.store';
import { ImportedListingStore } from '../src/persistence/imported-listing.store';
import { EventSlotStore } from '../src/persistence/event-slot.store';
import { HostTimeStore } from '../src/persistence/host-time.store';
import { ListingStore } from '../src/persistence/listing.store';
import { ListingTable } from '../src/persistence/listing.table';
import { CATALOG_MIGRATIONS } from '../src/persistence/migrations/all-migrations';
import { PhotoTable } from '../src/persistence/photo.table';
import { SavedSearchMatchStore } from '../src/persistence/saved-search-match.store';
import { SavedSearchStore } from '../src/persistence/saved-search.store';
import { SearchCopyStore } from '../src/persistence/search-copy.store';
import { CATALOG_SESSION } from '../src/persistence/session-settings';
import { SearchReader } from '../src/persistence/search/search.reader';
import { SuggestionReader } from '../src/persistence/suggestion.reader';
import { SuggestionStore } from '../src/persistence/suggestion.store';

type Answer = (request: never) => unknown;

/** The other services, as far as a test lets them answer; whoever was given no answer is away. */
export class OtherServices extends Bus {
  readonly answers = new Map<string, Answer>();
  readonly asked: { readonly topic: string; readonly request: unknown }[] = [];

  override async request<Request, Reply>({ topic }: { readonly topic: string }, request: Request): Promise<Reply> {
    this.asked.push({ topic, request });
    const answer = this.answers.get(topic);
    if (!answer) throw new DomainError(Unavailable);
    return answer(request as never) as Reply;
  }

  override forward(): Promise<Buffer> {
    return Promise.reject(new DomainError(Unavailable));
  }
}

export interface SearchAnswer {
  readonly items: readonly FoundListingView[];
  readonly nextCursor: string | null;
  readonly total?: FoundTotalView;
  readonly facets?: ListingFacetsView;
}

const read = <Answer>(bytes: Buffer) => JSON.parse(bytes.toString()) as Answer;

/** The use cases of the catalog on a fresh database. */
export class CatalogDesk {
  readonly clock = new StandingClock('2026-11-21T12:00:00Z');
  readonly others = new OtherServices();
  readonly listings = new ListingStore();
  readonly archiveListing: ArchiveListing;
  readonly copies: KeepCopies;
  readonly hosts: KeepHost;
  readonly facets: ListFacets;
  readonly rooms: OfferRooms;
  readonly suggest: SuggestListings;
  readonly compare: CompareListings;
  readonly refreshSuggestions: RefreshSuggestions;
  readonly saveSearch: SaveSearch;
  readonly findSavedSearches: FindSavedSearches;
  readonly changeSavedSearch: ChangeSavedSearch;
  readonly deleteSavedSearch: DeleteSavedSearch;
  readonly matchSavedSearches: MatchSavedSearches;
  readonly tellSavedSearches: TellSavedSearches;
  readonly geography: ImportGeography;
  readonly placeListings: PlaceListings;
  private readonly mapListings: MapListings;
  private readonly createListing: CreateListing;
  private readonly importListing: ImportListing;
  private readonly updateListing: UpdateListing;
  private readonly getListing: GetListing;
  private readonly searchListings: SearchListings;

  private constructor(readonly postgres: ServiceDatabase) {
    const { database } = postgres;
    const logger = Logger.create({ level: 'silent' });
    const hosts = new HostStore();
    const saved = new SavedSearchStore();
    const matches = new SavedSearchMatchStore();
    const booking = new BookingClient(this.others);
    const slots = new EventSlotStore();
    const plans = new HostPlans(booking, slots, new HostTimeStore());
    this.createListing = new CreateListing(database, this.clock, this.listings, new LearnHost(database, new AuthClient(this.others), hosts, logger), plans);
    this.importListing = new ImportListing(database, this.clock, new AuthClient(this.others), hosts, new ImportedListingStore(), this.listings);
    this.updateListing = new UpdateListing(database, this.clock, this.listings, plans);
    this.archiveListing = new ArchiveListing(database, this.clock, booking, this.listings, plans);
    this.getListing = new GetListing(database, this.listings);
    this.searchListings = new SearchListings(this.clock, new SearchReader(database), new QuoteFound(booking, logger));
    this.mapListings = new MapListings(this.clock, new SearchReader(database));
    const geography = new GeographyStore(database);
    this.geography = new ImportGeography(database, geography);
    this.placeListings = new PlaceListings(database, geography);
    this.copies = new KeepCopies(database, this.clock, new SearchCopyStore(), new FollowStore());
    this.hosts = new KeepHost(database, hosts, this.listings, this.archiveListing, saved);
    this.facets = new ListFacets(new FacetReader(database));
    this.rooms = new OfferRooms(database, this.clock, this.listings);
    this.compare = new CompareListings(this.clock, new SearchReader(database), new QuoteFound(booking, logger));
    this.suggest = new SuggestListings(new SuggestionReader(database));
    this.refreshSuggestions = new RefreshSuggestions(database, this.clock, new SuggestionStore());
    this.saveSearch = new SaveSearch(database, this.clock, saved);
    this.findSavedSearches = new FindSavedSearches(database, this.clock, saved);
    this.changeSavedSearch = new ChangeSavedSearch(database, this.clock, saved);
    this.deleteSavedSearch = new DeleteSavedSearch(database, saved);
    this.matchSavedSearches = new MatchSavedSearches(database, this.clock, matches);
    this.tellSavedSearches = new TellSavedSearches(database, this.clock, matches);
  }

  static async open(on?: TestServer): Promise<CatalogDesk> {
    const options = {
      service: 'catalog', entities: [ListingTable, PhotoTable], migrations: CATALOG_MIGRATIONS, sessionSettings: CATALOG_SESSION, extensionsWhereAvailable: ['postgis'],
    };
    return new CatalogDesk(await startServiceDatabase(options, on));
  }

  as(userId: string, roles: readonly string[] = ['renter', 'landlord']): MessageContext {
    return aContextOf(anActor({ userId, roles }));
  }

  async create(request: CreateListingRequest, context: MessageContext): Promise<ListingView> {
    return read(await this.createListing.execute(request, context));
  }

  async bringOver(request: ImportListingRequest, context: MessageContext): Promise<ListingView> {
    return read(await this.importListing.execute(request, context));
  }

  async update(request: Parameters<UpdateListing['execute']>[0], context: MessageContext): Promise<ListingView> {
    return read(await this.updateListing.execute(request, context));
  }

  async get(id: string, context: MessageContext = aContext()): Promise<ListingView> {
    return read(await this.getListing.execute({ id }, context));
  }

  async map(request: SearchListingsRequest, context: MessageContext = aContext()): Promise<MapView> {
    return read(await this.mapListings.execute(request, context));
  }

  async search(request: SearchListingsRequest, context: MessageContext = aContext()): Promise<SearchAnswer> {
    return read(await this.searchListings.execute(request, context));
  }
}
