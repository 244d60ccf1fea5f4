import type { CleaningNoticeFacts, HotelNoticeFacts, LineNoticeFacts, StayNoticeFacts } from '@bookable/contracts-hotel-management';
import { factKey } from '../domain/fact-key';
import { formatInstant, formatWhen } from '../templates/format';
import type { Story } from './story';

const whatever = {
  key: (topic: string, { id, version }: HotelNoticeFacts) => factKey(topic, id, version),
  people: () => [],
} as const;

/** What the staff of a hotel is told of a stay that ends. */
export const STAY_NOTICE_STORY: Story<StayNoticeFacts> = {
  ...whatever,
  content: ({ hotelName, roomNumber, endsAt, timeZone }, { locale }) => ({ hotelName, roomNumber, endsAt: formatInstant(endsAt, timeZone, locale) }),
  destination: ({ hotelId, reservationId }) => ({ subject: 'reservation', subjectId: reservationId, path: `/hotels/${hotelId}/reservations/${reservationId}` }),
};

/** What the staff of a hotel is told of a room to clean. */
export const CLEANING_NOTICE_STORY: Story<CleaningNoticeFacts> = {
  ...whatever,
  content: ({ hotelName, roomNumber, cause, note }) => ({
    hotelName, roomNumber, note: note ?? null, isAfterCheckOut: cause === 'check-out', isAfterTwoDays: cause === '48-hours',
  }),
  destination: ({ hotelId, roomId }) => ({ subject: 'room', subjectId: roomId, path: `/hotels/${hotelId}/housekeeping` }),
};

/** What the staff of a hotel is told of a room that is held for a guest in line; whose name it is stays in the line. */
export const LINE_NOTICE_STORY: Story<LineNoticeFacts> = {
  ...whatever,
  content: ({ hotelName, roomTypeTitle, from, to, until, timeZone }, { locale }) => ({
    hotelName, roomTypeTitle, when: formatWhen({ kind: 'room', from, to, timeZone }, locale), respondBy: formatInstant(until, timeZone, locale),
  }),
  destination: ({ hotelId, roomTypeId }) => ({ subject: 'listing', subjectId: roomTypeId, path: `/hotels/${hotelId}/waitlist?roomTypeId=${roomTypeId}` }),
};
