/** By what a listing is let. */
export type BookingUnit = 'night' | 'day' | 'hour' | 'session';

interface KindRule {
  readonly unit: BookingUnit;
  /** What one unit of the price buys. */
  readonly per: 'night' | 'day' | 'hour' | 'seat';
  /** Who may make one: a landlord, anyone with an account, or nobody but the hotel service. */
  readonly offeredBy: 'landlord' | 'anyone' | 'hotel';
}

/** How the kinds differ, in one table. */
export const KIND_RULES = {
  apartment: { unit: 'night', per: 'night', offeredBy: 'landlord' },
  item: { unit: 'day', per: 'day', offeredBy: 'landlord' },
  workspace: { unit: 'hour', per: 'hour', offeredBy: 'landlord' },
  event: { unit: 'session', per: 'seat', offeredBy: 'anyone' },
  room: { unit: 'night', per: 'night', offeredBy: 'hotel' },
} as const satisfies Record<string, KindRule>;

export type ListingKind = keyof typeof KIND_RULES;

export function mayOffer(kind: ListingKind, roles: readonly string[]): boolean {
  const { offeredBy } = KIND_RULES[kind];
  return offeredBy === 'anyone' || (offeredBy === 'landlord' && roles.includes('landlord'));
}

export function isOfferedByHotelOnly(kind: ListingKind): boolean {
  return KIND_RULES[kind].offeredBy === 'hotel';
}
