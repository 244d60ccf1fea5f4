import type { PriceRule } from '@bookable/kernel';
import type { Listing } from './listing';

/** A hotel's rooms of one category, bed count and minibar, as the hotel service tells of them. */
export interface RoomType {
  readonly id: string;
  readonly hotelId: string;
  readonly hotelName: string;
  readonly ownerId: string;
  readonly category: 'economy' | 'standard' | 'luxury';
  readonly beds: number;
  readonly minibar: boolean;
  readonly rooms: number;
  readonly city: string;
  readonly address?: string;
  readonly lat: number;
  readonly lng: number;
  readonly timeZone: string;
  readonly checkIn: string;
  readonly checkOut: string;
  readonly cleaningMinutes?: number;
  readonly amount: number;
  readonly currency: string;
  readonly rules?: readonly PriceRule[];
  readonly version: number;
}

const CATEGORY_NAMES = { economy: 'Economy', standard: 'Standard', luxury: 'Luxury' } as const;

function titleOf({ hotelName, category, beds }: RoomType): string {
  return `${hotelName.slice(0, 160)}: ${CATEGORY_NAMES[category]}, ${beds} ${beds === 1 ? 'bed' : 'beds'}`;
}

/** What was told later replaces what was told earlier, whatever the order it arrives in; what is archived stays so. */
export function isNews(roomType: RoomType, present: Listing | undefined): boolean {
  if (present?.status === 'archived') return false;
  return present?.sourceVersion === undefined || present.sourceVersion === null || present.sourceVersion < roomType.version;
}

/** The listing of a room type; what the hotel does not say (description, labels, terms) stays as it is. */
export function roomListing(roomType: RoomType, isOffered: boolean, present: Listing | undefined, now: Date): Listing {
  const { id, ownerId, hotelId, category, beds, minibar, rooms, city, address, lat, lng, timeZone, checkIn, checkOut, cleaningMinutes = 0, amount, currency, rules } = roomType;
  return {
    id,
    ownerId,
    kind: 'room',
    status: isOffered && rooms > 0 ? 'active' : 'inactive',
    title: titleOf(roomType),
    description: present?.description ?? '',
    category,
    tags: present?.tags ?? [],
    amenities: minibar ? ['Minibar'] : [],
    location: { address: address ?? null, city, district: present?.location.district ?? null, lat, lng },
    timeZone,
    price: { currency, per: 'night', amount, rules },
    capacity: Math.max(1, rooms),
    booking: { approval: 'instant', checkIn, checkOut, ...(cleaningMinutes > 0 && { cleaningMinutes }) },
    terms: present?.terms ?? null,
    details: { hotelId, category, beds, minibar, rooms },
    version: (present?.version ?? 0) + 1,
    sourceVersion: roomType.version,
    createdAt: present?.createdAt ?? now,
    updatedAt: now,
  };
}
