import { randomUUID } from 'node:crypto';

/** A city of its own for each journey, so that what others offer is not found by it. */
export function ownCity(): string {
  return `Journey ${randomUUID().slice(0, 8)}`;
}

/** An apartment by the night, 100 euro a night, 120 at weekends, 600 a week. */
export function apartment(city: string, more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    kind: 'apartment',
    title: 'A quiet flat by the canal',
    description: 'Two rooms, a balcony and morning sun.',
    category: 'apartment',
    amenities: ['wifi', 'kitchen'],
    tags: ['quiet'],
    location: { address: 'Kanalstraße 7', city, lat: 52.5, lng: 13.4 },
    timeZone: 'Europe/Berlin',
    price: { currency: 'EUR', per: 'night', amount: 10_000, weekend: 12_000, week: 60_000, cleaningFee: 3_000 },
    booking: { approval: 'request', minUnits: 1, maxUnits: 60, checkIn: '14:00', checkOut: '12:00' },
    status: 'active',
    details: { rooms: 2, beds: 2, guests: 4 },
    ...more,
  };
}

/** A thing by the day, which is booked at once. */
export function item(city: string, more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    ...apartment(city),
    kind: 'item',
    title: 'A cordless drill',
    category: 'tools',
    price: { currency: 'EUR', per: 'day', amount: 1_200, week: 5_500, deposit: 8_000 },
    booking: { approval: 'instant', minUnits: 1, maxUnits: 14, cancellation: 'moderate' },
    terms: 'Bring it back clean.',
    details: { condition: 'good', parameters: { voltage: 18, bits: ['wood', 'stone'] }, handoverTerms: 'At the door.' },
    ...more,
  };
}

/** Desks by the hour. */
export function workspace(city: string, more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    ...apartment(city),
    kind: 'workspace',
    title: 'Desks in a former printworks',
    category: 'coworking',
    price: { currency: 'EUR', per: 'hour', amount: 500 },
    capacity: 6,
    booking: { approval: 'instant', minUnits: 1, maxUnits: 12, openingHours: [{ weekday: 1, opens: '08:00', closes: '20:00' }] },
    details: { seatType: 'desk', floor: '2', areaSquareMetres: 120, access: 'Ring twice.' },
    ...more,
  };
}

/** A film night with eight seats; nobody can be at two at once, so each takes place some days from today. */
export function filmNight(city: string, day: string, more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    ...apartment(city),
    kind: 'event',
    title: 'Film night: the silent twenties',
    category: 'film',
    price: { currency: 'EUR', per: 'seat', amount: 0 },
    capacity: 8,
    booking: { approval: 'request' },
    details: { movieId: 'metropolis', startsAt: `${day}T18:30:00+01:00`, endsAt: `${day}T21:30:00+01:00`, privacy: 'everyone', paid: false, place: 'The blue room' },
    ...more,
  };
}
