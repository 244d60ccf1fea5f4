import { dayFromToday } from '../days';
import type { Door } from '../door';
import { eventually } from '../eventually';
import { apartment, filmNight, item, ownCity, workspace } from '../offers';
import { Person } from '../person';
import type { SeededChance } from '../seeded-chance';
import type { Offer, Stretch } from './offer';

/** The first day people ask for by chance, and how many days after it they may begin. */
const FIRST_DAY = 10;
const WINDOW_DAYS = 30;
/** Far behind all that is drawn by chance: the stretch everybody wants. */
const WANTED_DAY = 60;
const ITEMS_OF_ONE_KIND = 3;
const DESKS = 6;
const ROOMS = 5;

const stay = (first: number, days: number, quantity = 1): Stretch => ({ from: dayFromToday(first), to: dayFromToday(first + days), quantity });

/** Hours of a day in the time of the listings, which in none of these days changes its offset within a stretch. */
const hours = (day: number, quarter: number, quarters: number, quantity = 1): Stretch => {
  const startMs = Date.parse(`${dayFromToday(day)}T08:00:00Z`) + quarter * 900_000;
  return { from: new Date(startMs).toISOString(), to: new Date(startMs + quarters * 900_000).toISOString(), quantity };
};

const drawDays = (atMost: number) => (chance: SeededChance): Stretch =>
  stay(FIRST_DAY + chance.integer(0, WINDOW_DAYS), chance.integer(1, 7), chance.integer(1, atMost));

const drawHours = (chance: SeededChance): Stretch =>
  hours(FIRST_DAY + chance.integer(0, 3), chance.integer(0, 30), chance.integer(4, 12), chance.integer(1, 3));

/** Opens a shop that has one thing or some of every kind, all of them booked at once. */
export async function openShop(door: Door, seats: number): Promise<Offer[]> {
  const owner = await Person.register(door, 'Owner of every kind', { role: 'landlord' });
  const city = ownCity();
  const instant = { approval: 'instant', minUnits: 1, maxUnits: 14 };
  const offer = async (made: Record<string, unknown>): Promise<string> => (await owner.post<{ id: string }>('/api/listings', made)).id;
  const flats = await Promise.all([0, 1, 2, 3].map(() => offer(apartment(city, { booking: instant }))));
  const drills = await Promise.all([0, 1].map(() => offer(item(city, { capacity: ITEMS_OF_ONE_KIND, booking: instant }))));
  const desks = await Promise.all([0, 1].map(() => offer(workspace(city, { capacity: DESKS, booking: instant }))));
  const film = await offer(filmNight(city, dayFromToday(WANTED_DAY), { capacity: seats, booking: { approval: 'instant' } }));
  return [
    ...flats.map((listingId) => ({ kind: 'apartment', listingId, capacity: 1, wantedByAll: stay(WANTED_DAY, 2), draw: drawDays(1) })),
    ...drills.map((listingId) => ({ kind: 'item', listingId, capacity: ITEMS_OF_ONE_KIND, wantedByAll: stay(WANTED_DAY, 1), draw: drawDays(2) })),
    ...desks.map((listingId) => ({ kind: 'workspace', listingId, capacity: DESKS, wantedByAll: hours(WANTED_DAY, 1, 11), draw: drawHours })),
    { kind: 'event', listingId: film, capacity: seats, wantedByAll: { quantity: 1 } },
    { kind: 'room', listingId: await openHotel(owner, city), capacity: ROOMS, wantedByAll: stay(WANTED_DAY, 2), draw: drawDays(2) },
  ];
}

/** A hotel with rooms of one type, which are sold as one listing. */
async function openHotel(owner: Person, city: string): Promise<string> {
  const hotel = await owner.post<{ id: string }>('/api/hotels', { name: `Hotel ${city}`, city, timeZone: 'Europe/Berlin', location: { lat: 52.5, lng: 13.4 }, currency: 'EUR' });
  await owner.put(`/api/hotels/${hotel.id}/rates`, { base: [{ category: 'standard', beds: 2, amount: 9_000 }], minibar: 0 });
  for (let number = 101; number < 101 + ROOMS; number += 1) {
    await owner.post(`/api/hotels/${hotel.id}/rooms`, { number: String(number), floor: 1, category: 'standard', beds: 2, minibar: false });
  }
  const published = async () => {
    const { items } = await owner.get<{ items: { id: string; capacity: number }[] }>(`/api/listings?${new URLSearchParams({ city, kind: 'room' })}`);
    return items.find(({ capacity }) => capacity === ROOMS)?.id;
  };
  return eventually('all rooms of the hotel are on offer', published, 60_000);
}
