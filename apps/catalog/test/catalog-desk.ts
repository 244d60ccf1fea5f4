import type { CreateListingRequest, FoundListingView, ImportListingRequest, ListingView, SearchListingsRequest } from '@bookable/contracts-catalog';
import { DomainError, Unavailable } from '@bookable/kernel';
import { Bus, type MessageContext } from '@bookable/platform-bus';
import { Logger } from '@bookable/platform-logging';
import { Clock } from '@bookable/platform-runtime';
import { type ServiceDatabase, aContext, aContextOf, anActor, startServiceDatabase } from '@bookable/platform-testing';
import { ArchiveListing } from '../src/application/archive-listing';
import { CreateListing } from '../src/application/create-listing';
import { GetListing } from '../src/application/get-listing';
import { ImportListing } from '../src/application/import-listing';
import { KeepCopies } from '../src/application/keep-copies';
import { KeepHost } from '../src/application/keep-host';
import { LearnHost } from '../src/application/learn-host';
import { ListFacets } from '../src/application/list-facets';
import { OfferRooms } from '../src/application/offer-rooms';
import { QuoteFound } from '../src/application/quote-found';
import { SearchListings } from '../src/application/search-listings';
import { UpdateListing } from '../src/application/update-listing';
import { AuthClient } from '../src/clients/auth.client';
import { BookingClient } from '../src/clients/booking.client';
import { FacetReader } from '../src/persistence/facet.reader';
import { FollowStore } from '../src/persistence/follow.store';
import { HostStore } from '../src/persistence/host.store';
import { ImportedListingStore } from '../src/persistence/imported-listing.store';
import { ListingStore } from '../src/persistence/listing.store';
import { ListingTable } from '../src/persistence/listing.table';
import { CATALOG_MIGRATIONS } from '../src/persistence/migrations/all-migrations';
import { PhotoTable } from '../src/persistence/photo.table';
import { SearchCopyStore } from '../src/persistence/search-copy.store';
import { SearchReader } from '../src/persistence/search/search.reader';

/** A clock that stands still until it is moved. */
export class StandingClock extends Clock {
  constructor(public time: Date) {
    super();
  }

  override now(): Date {
    return this.time;
  }
}

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
}

const read = <Answer>(bytes: Buffer) => JSON.parse(bytes.toString()) as Answer;

/** The use cases of the catalog on a fresh database. */
export class CatalogDesk {
  readonly clock = new StandingClock(new Date('2026-11-21T12:00:00Z'));
  readonly others = new OtherServices();
  readonly listings = new ListingStore();
  readonly archiveListing: ArchiveListing;
  readonly copies: KeepCopies;
  readonly hosts: KeepHost;
  readonly facets: ListFacets;
  readonly rooms: OfferRooms;
  private readonly createListing: CreateListing;
  private readonly importListing: ImportListing;
  private readonly updateListing: UpdateListing;
  private readonly getListing: GetListing;
  private readonly searchListings: SearchListings;

  private constructor(readonly postgres: ServiceDatabase) {
    const { database } = postgres;
    const logger = Logger.create({ level: 'silent' });
    const hosts = new HostStore();
    const booking = new BookingClient(this.others);
    this.createListing = new CreateListing(database, this.clock, this.listings, new LearnHost(database, new AuthClient(this.others), hosts, logger));
    this.importListing = new ImportListing(database, this.clock, new AuthClient(this.others), hosts, new ImportedListingStore(), this.listings);
    this.updateListing = new UpdateListing(database, this.clock, this.listings);
    this.archiveListing = new ArchiveListing(database, this.clock, booking, this.listings);
    this.getListing = new GetListing(database, this.listings);
    this.searchListings = new SearchListings(this.clock, new SearchReader(database), new QuoteFound(booking, logger));
    this.copies = new KeepCopies(database, this.clock, new SearchCopyStore(), new FollowStore());
    this.hosts = new KeepHost(database, hosts, this.listings, this.archiveListing);
    this.facets = new ListFacets(new FacetReader(database));
    this.rooms = new OfferRooms(database, this.clock, this.listings);
  }

  static async open(): Promise<CatalogDesk> {
    return new CatalogDesk(await startServiceDatabase({ service: 'catalog', entities: [ListingTable, PhotoTable], migrations: CATALOG_MIGRATIONS }));
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

  async search(request: SearchListingsRequest, context: MessageContext = aContext()): Promise<SearchAnswer> {
    return read(await this.searchListings.execute(request, context));
  }
}
