import type { ImportListingRequest } from '@bookable/contracts-catalog';
import { AUDITED } from '@bookable/contracts-operations';
import { DomainError, Forbidden, NotFound } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database, type Queryable, type Transaction } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { AuthClient } from '../clients/auth.client';
import type { Listing } from '../domain/listing';
import { HostStore } from '../persistence/host.store';
import { ImportedListingStore } from '../persistence/imported-listing.store';
import { ListingStore } from '../persistence/listing.store';
import { announce } from './announce';
import { draftListing } from './draft-listing';
import { signedIn } from './signed-in';

/** An administrator brings a listing over from elsewhere on behalf of its owner, once for ever. */
@Injectable()
export class ImportListing {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly auth: AuthClient,
    private readonly hosts: HostStore,
    private readonly imported: ImportedListingStore,
    private readonly listings: ListingStore,
  ) {}

  async execute(request: ImportListingRequest, context: MessageContext): Promise<Buffer> {
    if (!signedIn(context).roles.includes('admin')) throw new DomainError(Forbidden, 'Administrators only.');
    const isKnown = (await this.imported.find(this.database, request)) !== undefined;
    if (isKnown) return this.database.command(context, request, (tx) => this.madeBefore(tx, request));
    const owner = await this.auth.userFacts(request.ownerId);
    const listing = draftListing(request.listing, { userId: owner.id, roles: owner.roles }, this.clock.now());
    return this.database.command(context, request, async (tx) => {
      if (!(await this.imported.claim(tx, request, listing.id))) return this.madeBefore(tx, request);
      await this.hosts.keep(tx, owner);
      tx.audit({ action: AUDITED.listingImported, as: 'admin', subject: `listing ${listing.id}`, affects: [owner.id], facts: { source: request.source } });
      return this.write(tx, listing);
    });
  }

  private async write(tx: Transaction, listing: Listing): Promise<Buffer> {
    const shelved = await this.listings.insert(tx, listing);
    announce(tx, undefined, listing, shelved.cover);
    return Buffer.from(shelved.page);
  }

  private async madeBefore(tx: Transaction, request: ImportListingRequest): Promise<Buffer> {
    const known = await this.known(tx, request);
    if (!known) throw new DomainError(NotFound);
    return known;
  }

  private async known(on: Queryable, request: ImportListingRequest): Promise<Buffer | undefined> {
    const id = await this.imported.find(on, request);
    const found = id === undefined ? undefined : await this.listings.readPage(on, id, undefined);
    return found && Buffer.from(found.page);
  }
}
