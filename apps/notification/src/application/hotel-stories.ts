import type { CleaningNoticeFacts, HotelNoticeFacts, StayNoticeFacts } from '@bookable/contracts-hotel-management';
import { factKey } from '../domain/fact-key';
import { formatInstant } from '../templates/format';
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
