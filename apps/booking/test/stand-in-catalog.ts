import { AddSeat, type AddSeatRequest, GetListing, GetListingFacts, type GetListingFactsRequest, type GetListingRequest, type ListingFacts } from '@bookable/contracts-catalog';
import { DomainError, NotFound, addDays, dayAt, newId } from '@bookable/kernel';
import { BusModule, Handles, type MessageContext } from '@bookable/platform-bus';
import type { ServiceDefinition } from '@bookable/platform-runtime';
import { Controller } from '@nestjs/common';

const listings = new Map<string, ListingFacts>();
/** Who follows every host there is. */
export const followers = new Set<string>();

/** What catalog would answer, from memory. */
@Controller()
class StandInListingsRpc {
  @Handles(GetListingFacts)
  async facts({ id }: GetListingFactsRequest): Promise<ListingFacts> {
    const listing = listings.get(id);
    if (!listing) throw new DomainError(NotFound);
    return listing;
  }

  @Handles(AddSeat)
  async addSeat({ id }: AddSeatRequest, { actor }: MessageContext): Promise<ListingFacts> {
    const listing = listings.get(id);
    if (!listing || listing.ownerId !== actor?.userId) throw new DomainError(NotFound);
    const wider = { ...listing, capacity: listing.capacity + 1, version: listing.version + 1 };
    listings.set(id, wider);
    return wider;
  }

  @Handles(GetListing)
  async show({ id }: GetListingRequest, { actor }: MessageContext): Promise<Buffer> {
    const listing = listings.get(id);
    const isForAll = listing?.details?.privacy !== 'followers';
    if (!listing || !(isForAll || (actor && followers.has(actor.userId)))) throw new DomainError(NotFound);
    return Buffer.from(JSON.stringify(listing));
  }
}

class StandInCatalogModule {}

/** Another service in the place of catalog. */
export const standInCatalog: ServiceDefinition = {
  name: 'catalog',
  module: (_env, { bus }) => ({ module: StandInCatalogModule, imports: [BusModule.register(bus)], controllers: [StandInListingsRpc] }),
};

/** A listing that catalog knows of, and that booking will ask for. */
export function aListing(differences: Partial<ListingFacts> = {}): ListingFacts {
  const listing: ListingFacts = {
    id: newId(),
    ownerId: newId(),
    kind: 'apartment',
    title: 'Flat on the Havel',
    status: 'active',
    timeZone: 'Europe/Berlin',
    capacity: 1,
    price: { currency: 'EUR', per: 'night', amount: 10_000 },
    booking: { approval: 'instant' },
    city: 'Potsdam',
    version: 1,
    ...differences,
  };
  listings.set(listing.id, listing);
  return listing;
}

/** An event with seats, a week from now. */
export function anEvent(seats: number, differences: Partial<ListingFacts> = {}): ListingFacts {
  const startsAt = new Date(Math.ceil(Date.now() / 3_600_000) * 3_600_000 + 7 * 86_400_000);
  const endsAt = new Date(startsAt.getTime() + 3 * 3_600_000);
  return aListing({
    kind: 'event',
    capacity: seats,
    price: { currency: 'EUR', per: 'seat', amount: 500 },
    details: { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), privacy: 'everyone', paid: true },
    ...differences,
  });
}

/** The local day so many days from today, where the listing is. */
export function day(fromToday: number, timeZone = 'Europe/Berlin'): string {
  return addDays(dayAt(Date.now(), timeZone), fromToday);
}
