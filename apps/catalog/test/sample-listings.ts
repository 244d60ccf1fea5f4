import type { CreateListingRequest } from '@bookable/contracts-catalog';

/** An apartment in Albany, but for what a test says otherwise. */
export function anApartment(differences: Partial<CreateListingRequest> = {}): CreateListingRequest {
  return {
    kind: 'apartment',
    title: 'Sunny loft by the river',
    description: 'Two quiet rooms under the roof.',
    location: { city: 'Albany', lat: 42.65, lng: -73.75 },
    timeZone: 'America/New_York',
    price: { currency: 'USD', per: 'night', amount: 12_000 },
    details: { rooms: 2, beds: 2, guests: 4 },
    ...differences,
  };
}

/** A free film evening for twelve, but for what a test says otherwise. */
export function anEvent(differences: Partial<CreateListingRequest> = {}): CreateListingRequest {
  return {
    kind: 'event',
    title: 'Film evening',
    description: 'We watch a film together.',
    location: { city: 'Москва', lat: 55.75, lng: 37.61 },
    timeZone: 'Europe/Moscow',
    price: { currency: 'RUB', per: 'seat', amount: 0 },
    capacity: 12,
    details: { startsAt: '2026-12-05T19:00:00+03:00', endsAt: '2026-12-05T22:00:00+03:00', privacy: 'everyone', paid: false },
    ...differences,
  };
}

/** A desk in an office that is open on weekdays from nine to six, but for what a test says otherwise. */
export function aWorkspace(differences: Partial<CreateListingRequest> = {}): CreateListingRequest {
  const openingHours = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '09:00', closes: '18:00' }));
  return {
    kind: 'workspace',
    title: 'Desk with a view',
    description: 'Bring a laptop.',
    location: { city: 'Berlin', lat: 52.52, lng: 13.4 },
    timeZone: 'Europe/Berlin',
    price: { currency: 'EUR', per: 'hour', amount: 500 },
    capacity: 10,
    booking: { approval: 'instant', openingHours },
    details: { seatType: 'desk' },
    ...differences,
  };
}
