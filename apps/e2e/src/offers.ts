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
