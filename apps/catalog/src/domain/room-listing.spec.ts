import { type RoomType, isNews, roomListing } from './room-listing';

const NOW = new Date('2026-11-21T12:00:00Z');
const roomType: RoomType = {
  id: 'type', hotelId: 'hotel', hotelName: 'Grand', ownerId: 'owner', category: 'luxury', beds: 1, minibar: true, rooms: 4, city: 'Sochi', lat: 43.6, lng: 39.7,
  timeZone: 'Europe/Moscow', checkIn: '14:00', checkOut: '12:00', amount: 900_000, currency: 'RUB', version: 3,
};

describe('the listing of a room type', () => {
  it('offers as many rooms as there are', () => {
    expect(roomListing(roomType, true, undefined, NOW)).toMatchObject({ title: 'Grand: Luxury, 1 bed', status: 'active', capacity: 4, version: 1, sourceVersion: 3 });
  });

  it('is out of sight while the type is retired or has no rooms', () => {
    expect(roomListing(roomType, false, undefined, NOW).status).toBe('inactive');
    expect(roomListing({ ...roomType, rooms: 0 }, true, undefined, NOW)).toMatchObject({ status: 'inactive', capacity: 1 });
  });

  it('says how long a room is cleaned, where that takes any time', () => {
    expect(roomListing({ ...roomType, cleaningMinutes: 90 }, true, undefined, NOW).booking).toEqual({ approval: 'instant', checkIn: '14:00', checkOut: '12:00', cleaningMinutes: 90 });
    expect(roomListing({ ...roomType, cleaningMinutes: 0 }, true, undefined, NOW).booking).not.toHaveProperty('cleaningMinutes');
  });

  it('keeps what the hotel does not say', () => {
    const present = { ...roomListing(roomType, true, undefined, NOW), description: 'Sea view', tags: ['sea'] };
    expect(roomListing({ ...roomType, version: 4 }, true, present, NOW)).toMatchObject({ description: 'Sea view', tags: ['sea'], version: 2 });
  });

  it('takes only newer facts, and none once it is archived', () => {
    const present = roomListing(roomType, true, undefined, NOW);
    expect([isNews(roomType, undefined), isNews(roomType, present), isNews({ ...roomType, version: 4 }, present)]).toEqual([true, false, true]);
    expect(isNews({ ...roomType, version: 9 }, { ...present, status: 'archived' })).toBe(false);
  });
});
