import type { CreateListingRequest } from '@bookable/contracts-catalog';
import { type DemoOffer, demoOffers } from './demo-offers';
import type { DemoPerson } from './demo-people';
import { demoPhoto } from './demo-photo';
import { Temporal } from 'temporal-polyfill';

interface OwnListing {
  readonly id: string;
  readonly title: string;
}

interface PhotographedListing {
  readonly photos: readonly object[];
}

const PHOTOS_EACH = 2;

async function addPhotos({ door }: DemoPerson, listingId: string, firstSeed: number): Promise<void> {
  const { photos } = await door.get<PhotographedListing>(`/api/listings/${listingId}`);
  if (photos.length > 0) return;
  const made = await Promise.all(Array.from({ length: PHOTOS_EACH }, (_, index) => demoPhoto(firstSeed + index)));
  await door.upload(`/api/listings/${listingId}/photos`, 'files', made);
}

async function offer(host: DemoPerson, known: readonly OwnListing[], wanted: CreateListingRequest): Promise<string> {
  const found = known.find(({ title }) => title === wanted.title);
  return found?.id ?? (await host.door.post<OwnListing>('/api/listings', wanted)).id;
}

/** Puts up what the host does not offer yet, each with photos. */
export async function offerListings(host: DemoPerson, today: Temporal.PlainDate): Promise<Record<DemoOffer, string>> {
  const known = await host.door.list<OwnListing>(`/api/listings?hostId=${host.id}&limit=100`);
  const ids: [string, string][] = [];
  for (const [index, [name, wanted]] of Object.entries(demoOffers(today)).entries()) {
    const id = await offer(host, known, wanted);
    await addPhotos(host, id, index * PHOTOS_EACH + 1);
    ids.push([name, id]);
  }
  return Object.fromEntries(ids) as Record<DemoOffer, string>;
}
