import type { HotelTerms, HotelView, RatesView, RoomView } from '@bookable/contracts-hotel-management';
import type { HotelRow, HotelTermsRow } from '../persistence/hotel.store';
import type { RoomRow } from '../persistence/room.store';

/** A stored hotel as readers get it. */
export function presentHotel(hotel: HotelRow): HotelView {
  return {
    id: hotel.id,
    ownerId: hotel.ownerId,
    name: hotel.name,
    city: hotel.city,
    timeZone: hotel.timeZone,
    location: { lat: hotel.lat, lng: hotel.lng, ...(hotel.address !== null && { address: hotel.address }) },
    currency: hotel.currency,
    checkIn: hotel.checkIn,
    checkOut: hotel.checkOut,
    cleaningMinutes: hotel.cleaningMinutes,
    createdAt: hotel.createdAt.toISOString(),
  };
}

/** A hotel's rates as readers get them. */
export function presentRates(hotel: HotelRow): RatesView {
  return { base: hotel.baseRates, minibar: hotel.minibarAmount, rules: hotel.rateRules };
}

/** A stored room as readers get it. */
export function presentRoom(room: RoomRow): RoomView {
  return { id: room.id, hotelId: room.hotelId, number: room.number, floor: room.floor, category: room.category, beds: room.beds, minibar: room.minibar };
}

/** What an owner said of a hotel, as it is stored. */
export function termsRow(terms: HotelTerms): HotelTermsRow {
  return {
    name: terms.name,
    city: terms.city,
    timeZone: terms.timeZone,
    address: terms.location.address ?? null,
    lat: terms.location.lat,
    lng: terms.location.lng,
    currency: terms.currency,
    checkIn: terms.checkIn ?? '14:00',
    checkOut: terms.checkOut ?? '12:00',
    cleaningMinutes: terms.cleaningMinutes ?? 0,
  };
}
