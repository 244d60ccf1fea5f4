import { Injectable } from '@nestjs/common';
import { NotBookable, OfferNotHeard } from '@bookable/contracts-booking';
import type { ListingFacts } from '@bookable/contracts-catalog';
import { DomainError, NotFound } from '@bookable/kernel';
import { Database } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { CatalogClient } from '../clients/catalog.client';
import type { Resource } from '../domain/resource';
import { ResourceStore } from '../persistence/resource.store';
import { resourceFactsOf } from './resource-facts';

/** Finds the bookable side of a listing, asking catalog where its news has not arrived yet. */
@Injectable()
export class FindResource {
  private readonly pulls = new Map<string, Promise<Resource>>();

  constructor(
    private readonly resources: ResourceStore,
    private readonly catalog: CatalogClient,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** As it is now. */
  async current(id: string): Promise<Resource> {
    return (await this.resources.read(id)) ?? (await this.pull(id));
  }

  /** As it is now; where it is not offered as far as is known here, it may have been published a moment ago. */
  async offered(id: string): Promise<Resource> {
    const known = await this.current(id);
    return known.isBookable ? known : this.pull(id);
  }

  /** A room type with at least as many places as its hotel says it has rooms: what it has told of may still be on its way. */
  async roomType(id: string, rooms: number): Promise<Resource> {
    const known = await this.current(id);
    const resource = known.capacity < rooms ? await this.pull(id) : known;
    if (resource.kind !== 'room') throw new DomainError(NotBookable);
    if (resource.capacity < rooms) throw new DomainError(OfferNotHeard);
    return resource;
  }

  /** As it was last seen here: only for what the database checks by its revision afterwards. */
  async recalled(id: string): Promise<Resource> {
    return (await this.resources.recall(id)) ?? (await this.pull(id));
  }

  /** As catalog sees it at this moment. However many want to know, catalog is asked once. */
  pull(id: string): Promise<Resource> {
    const running = this.pulls.get(id);
    if (running) return running;
    const pull = this.takeOver(id).finally(() => this.pulls.delete(id));
    this.pulls.set(id, pull);
    return pull;
  }

  private async takeOver(id: string): Promise<Resource> {
    const listing = await this.catalog.listingFacts(id);
    if (!listing) throw new DomainError(NotFound, 'There is no such listing.');
    return this.learn(listing);
  }

  /** As catalog has just told it, unless something newer is known. */
  async learn(listing: ListingFacts): Promise<Resource> {
    await this.database.transaction((tx) => this.resources.applyFacts(tx, resourceFactsOf(listing), this.clock.now()));
    const resource = await this.resources.read(listing.id);
    if (!resource) throw new DomainError(NotFound, 'There is no such listing.');
    return resource;
  }
}
