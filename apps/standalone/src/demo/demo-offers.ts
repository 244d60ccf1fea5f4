import type { CreateListingRequest } from '@bookable/contracts-catalog';
import { Temporal } from 'temporal-polyfill';

const BERLIN = { city: 'Berlin', district: 'Kreuzberg' };
const MOSCOW_ZONE = 'Europe/Moscow';
const BERLIN_ZONE = 'Europe/Berlin';
const WORKDAYS = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '08:00', closes: '20:00' }));

/** A flat that is booked on request, by the night. */
const flat: CreateListingRequest = {
  kind: 'apartment',
  title: 'A bright flat by the canal',
  description: 'Two rooms under the roof, morning sun, and a balcony over the water. The baker downstairs opens at six.',
  category: 'apartment',
  amenities: ['wifi', 'kitchen', 'washing machine'],
  tags: ['quiet', 'canal'],
  location: { ...BERLIN, address: 'Kanalstraße 7', lat: 52.4966, lng: 13.4226 },
  timeZone: BERLIN_ZONE,
  price: { currency: 'EUR', per: 'night', amount: 9_500, weekend: 11_500, week: 58_000, month: 210_000, cleaningFee: 3_000 },
  booking: { approval: 'request', minUnits: 2, maxUnits: 30, checkIn: '14:00', checkOut: '12:00', cancellation: 'moderate' },
  details: { rooms: 2, beds: 2, guests: 4, areaSquareMetres: 58, floor: 4 },
};

/** A studio told of in Russian and booked at once. */
const studio: CreateListingRequest = {
  kind: 'apartment',
  title: 'Студия у Чистых прудов',
  description: 'Светлая студия в тихом дворе, пять минут до метро. Есть всё для работы и завтрака.',
  category: 'apartment',
  amenities: ['wifi', 'kitchen', 'desk'],
  location: { city: 'Москва', address: 'Чистопрудный бульвар, 12', lat: 55.7636, lng: 37.6442 },
  timeZone: MOSCOW_ZONE,
  price: { currency: 'RUB', per: 'night', amount: 480_000, week: 2_900_000 },
  booking: { approval: 'instant', minUnits: 1, checkIn: '14:00', checkOut: '12:00', cancellation: 'flexible' },
  details: { rooms: 0, beds: 1, guests: 2, areaSquareMetres: 31 },
};

/** A thing, by the day. */
const drill: CreateListingRequest = {
  kind: 'item',
  title: 'Cordless hammer drill with a case of bits',
  description: 'Goes through concrete. Two batteries and a charger are in the case.',
  category: 'tools',
  tags: ['drill', 'renovation'],
  location: { ...BERLIN, lat: 52.4986, lng: 13.4187 },
  timeZone: BERLIN_ZONE,
  price: { currency: 'EUR', per: 'day', amount: 1_200, week: 5_500, deposit: 8_000 },
  booking: { approval: 'request', minUnits: 1, maxUnits: 14 },
  terms: 'Bring it back clean; worn bits are part of the price.',
  details: { condition: 'good', parameters: { weightKilograms: 2.4, voltage: 18 }, handoverTerms: 'At the door, with a look at it together.' },
};

/** Desks by the hour, six at a time. */
const desk: CreateListingRequest = {
  kind: 'workspace',
  title: 'Desks in a former printworks',
  description: 'High windows, good chairs, and a telephone room for calls.',
  category: 'coworking',
  amenities: ['wifi', 'coffee', 'printer'],
  location: { city: 'Санкт-Петербург', address: 'Кожевенная линия, 40', lat: 59.9293, lng: 30.2461 },
  timeZone: MOSCOW_ZONE,
  price: { currency: 'RUB', per: 'hour', amount: 35_000 },
  capacity: 6,
  booking: { approval: 'instant', minUnits: 1, maxUnits: 12, openingHours: WORKDAYS },
  details: { seatType: 'desk', floor: '2' },
};

/** A film night a week from now, with eight seats. */
function filmNight(today: Temporal.PlainDate): CreateListingRequest {
  const starts = today.add({ days: 7 }).toZonedDateTime({ timeZone: MOSCOW_ZONE, plainTime: '19:30' });
  const instant = (at: Temporal.ZonedDateTime) => at.toString({ timeZoneName: 'never' });
  return {
    kind: 'event',
    title: 'Film night: the silent twenties',
    description: 'Two short films, tea, and a talk about both.',
    category: 'film',
    location: { city: 'Москва', address: 'Покровка, 3', lat: 55.7591, lng: 37.6446 },
    timeZone: MOSCOW_ZONE,
    price: { currency: 'RUB', per: 'seat', amount: 0 },
    capacity: 8,
    booking: { approval: 'request' },
    details: { startsAt: instant(starts), endsAt: instant(starts.add({ hours: 3 })), privacy: 'everyone', paid: false, place: 'The blue room' },
  };
}

/** What the demo's host offers, one of each kind at least; rooms come from the hotel. */
export function demoOffers(today: Temporal.PlainDate) {
  return { flat, studio, drill, desk, filmNight: filmNight(today) } as const;
}

/** One of them. */
export type DemoOffer = keyof ReturnType<typeof demoOffers>;
