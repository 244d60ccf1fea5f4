import type { HotelView, RoomTerms, RoomView } from '@bookable/contracts-hotel-management';
import type { DemoPerson } from './demo-people';

const HOTEL = {
  name: 'Hotel Sommer',
  city: 'Hamburg',
  timeZone: 'Europe/Berlin',
  location: { address: 'Elbchaussee 40', lat: 53.5453, lng: 9.9256 },
  currency: 'EUR',
};

const ROOMS: readonly RoomTerms[] = [
  { number: '11', floor: 1, category: 'standard', beds: 2, minibar: false },
  { number: '12', floor: 1, category: 'standard', beds: 2, minibar: false },
  { number: '13', floor: 1, category: 'economy', beds: 1, minibar: false },
  { number: '21', floor: 2, category: 'luxury', beds: 2, minibar: true },
];

const RATES = {
  base: [
    { category: 'economy', beds: 1, amount: 6_900 },
    { category: 'standard', beds: 2, amount: 9_900 },
    { category: 'luxury', beds: 2, amount: 18_900 },
  ],
  minibar: 900,
};

/** A hotel whose room types are offered like everything else; they are made by the hotel, not put up as listings. */
export async function openHotel({ door }: DemoPerson): Promise<void> {
  const known = await door.list<HotelView>('/api/hotels');
  const hotel = known.find(({ name }) => name === HOTEL.name) ?? (await door.post<HotelView>('/api/hotels', HOTEL));
  const rooms = await door.list<RoomView>(`/api/hotels/${hotel.id}/rooms`);
  for (const room of ROOMS) {
    if (!rooms.some(({ number }) => number === room.number)) await door.post(`/api/hotels/${hotel.id}/rooms`, room);
  }
  await door.put(`/api/hotels/${hotel.id}/rates`, RATES);
}
