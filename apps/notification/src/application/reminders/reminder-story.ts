import { factKey } from '../../domain/fact-key';
import type { DueReminder } from '../../persistence/reminder.store';
import { BOOKING_STORY } from '../booking-story';
import type { Story } from '../story';

/** What somebody is reminded of. At another time it is another reminder. */
export const REMINDER_STORY: Story<DueReminder> = {
  key: (topic, { booking, kind, beginsAt }) => factKey(topic, booking.id, `${kind}:${beginsAt.toISOString()}`),
  people: ({ booking }) => BOOKING_STORY.people(booking),
  content: ({ booking }, voice) => BOOKING_STORY.content(booking, voice),
  destination: ({ booking }) => BOOKING_STORY.destination(booking),
  expiresAt: ({ beginsAt }) => beginsAt.toISOString(),
};
