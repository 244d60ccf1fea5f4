import { IDS } from './sound-world';

const CLAIM = (during: string, resource = IDS.roomType): string => `
  INSERT INTO booking.claim (id, resource_id, during, quantity, capacity, kind) VALUES (gen_random_uuid(), '${resource}', ${during}, 1, 3, 'block')`;
const TOMORROW = `tstzrange(now() + interval '1 day', now() + interval '2 days')`;
const OUTBOX = (schema: string): string => `
  INSERT INTO ${schema}.outbox (message_id, topic, aggregate_id, occurred_at, request_id, payload) VALUES (gen_random_uuid(), 't', 'a', now(), 'r', '{}')`;

/** For each invariant, by its name, the ways to break it. Each of them has to be seen. */
export const PLANTED_VIOLATIONS: Readonly<Record<string, readonly string[]>> = {
  'at every moment the claims of a resource fit its capacity': [
    [1, 2, 3, 4].map(() => CLAIM(TOMORROW)).join(';'),
    // Neither alone is too much; together they are, for the hour in which all four overlap.
    `${CLAIM(TOMORROW)}; UPDATE booking.claim SET quantity = 3 WHERE resource_id = '${IDS.roomType}'; ${CLAIM(`tstzrange(now() + interval '47 hours', now() + interval '90 hours')`)}`,
  ],
  'every booking that stands has a claim of just its time and quantity': [
    `DELETE FROM booking.claim WHERE id = '${IDS.stay}'`,
    `UPDATE booking.claim SET during = tstzrange(lower(during), upper(during) - interval '1 day') WHERE id = '${IDS.stay}'`,
    `UPDATE booking.booking SET quantity = 2 WHERE id = '${IDS.stay}'`,
  ],
  'no claim outlives its booking': [`UPDATE booking.booking SET status = 'cancelled' WHERE id = '${IDS.stay}'`],
  'nobody has two standing bookings of one listing for the same time': [
    `INSERT INTO booking.booking SELECT (jsonb_populate_record(booking, jsonb_build_object('id', gen_random_uuid()))).* FROM booking.booking WHERE id = '${IDS.stay}'`,
  ],
  'a booking answered under a key exists, and was made under no other key': [
    `UPDATE booking.idempotency SET answer = '{"id":"${IDS.owner}"}'`,
    `INSERT INTO booking.idempotency SELECT caller, topic, 'other', body_hash, answer FROM booking.idempotency`,
    `UPDATE booking.idempotency SET caller = '${IDS.owner}'`,
  ],
  'no change of availability waits to be told': [`INSERT INTO booking.availability_change VALUES ('${IDS.flat}', now())`],
  'review has heard of every completed booking, and of no other': [
    `DELETE FROM review.review; DELETE FROM review.completed_booking`,
    `INSERT INTO review.completed_booking VALUES ('${IDS.stay}', '${IDS.flat}', '${IDS.renter}', '${IDS.owner}', now())`,
    `UPDATE review.completed_booking SET owner_id = renter_id`,
  ],
  "the lines of a booking's quote sum to its total, and each line is units times amount": [
    `UPDATE booking.booking SET total_amount = 9999 WHERE id = '${IDS.stay}'`,
    `UPDATE booking.booking SET quote = replace(quote::text, '"units":2', '"units":3')::json WHERE id = '${IDS.stay}'`,
    `UPDATE booking.booking SET quote = jsonb_set(quote::jsonb, '{lines}', '[]')::json WHERE id = '${IDS.stay}'`,
    `UPDATE booking.booking SET currency = 'USD' WHERE id = '${IDS.stay}'`,
  ],
  'nobody is paid for booking: no total is negative': [`UPDATE booking.booking SET total_amount = -1 WHERE id = '${IDS.stay}'`],
  'a booking has one step of history for each version, and its status is that of the last': [
    `DELETE FROM booking.booking_transition WHERE booking_id = '${IDS.stay}'`,
    `DELETE FROM booking.booking_transition WHERE booking_id = '${IDS.stay}' AND version = 1`,
    `UPDATE booking.booking SET status = 'in_progress' WHERE id = '${IDS.stay}'`,
    `UPDATE booking.booking SET version = 3 WHERE id = '${IDS.stay}'`,
  ],
  'each step begins where the one before ended, and not before it': [
    `UPDATE booking.booking_transition SET from_status = 'invited' WHERE booking_id = '${IDS.stay}' AND version = 2`,
    `UPDATE booking.booking_transition SET at = at - interval '1 hour' WHERE booking_id = '${IDS.stay}' AND version = 2`,
  ],
  'every step is one that the lifecycle of a booking knows': [
    `UPDATE booking.booking_transition SET action = 'start' WHERE booking_id = '${IDS.stay}' AND version = 2`,
    `UPDATE booking.booking_transition SET to_status = 'completed' WHERE booking_id = '${IDS.stay}' AND version = 2`,
    `UPDATE booking.booking_transition SET from_status = 'completed' WHERE booking_id = '${IDS.stay}' AND version = 1`,
  ],
  'every step says who took it, and a rejection why': [
    `UPDATE booking.booking_transition SET actor_id = NULL WHERE booking_id = '${IDS.stay}' AND version = 2`,
    `UPDATE booking.booking_transition SET actor_id = '${IDS.renter}' WHERE booking_id = '${IDS.stay}' AND version = 2`,
    `UPDATE booking.booking_transition SET action = 'reject' WHERE booking_id = '${IDS.stay}' AND version = 2`,
  ],
  'what booking lets is what catalog lists: owner, capacity, price, offered or not': [
    `UPDATE booking.resource SET capacity = 2 WHERE id = '${IDS.flat}'`,
    `UPDATE booking.resource SET price = jsonb_set(price, '{amount}', '1') WHERE id = '${IDS.flat}'`,
    `UPDATE catalog.listing SET status = 'archived' WHERE id = '${IDS.flat}'`,
    `DELETE FROM booking.resource WHERE id = '${IDS.roomType}'`,
    `DELETE FROM catalog.listing WHERE id = '${IDS.hall}'`,
  ],
  'every room type a hotel offers is listed, under its last version': [
    `UPDATE hotel_management.room_type SET version = 2`,
    `DELETE FROM catalog.listing WHERE id = '${IDS.roomType}'`,
    `UPDATE hotel_management.room_type SET offered = false`,
  ],
  'search has the last profile that booking told, with its number of places': [
    `UPDATE catalog.search_entry SET availability_version = 0 WHERE listing_id = '${IDS.flat}'`,
    `UPDATE catalog.search_entry SET offered = 7 WHERE listing_id = '${IDS.flat}'`,
  ],
  'search takes for full just the days and nights on which no place is left': [
    `UPDATE catalog.search_entry SET full_days = repeat('0', 768)::bit(768) WHERE listing_id = '${IDS.flat}'`,
    `UPDATE catalog.search_entry SET full_days = set_bit(full_days, (current_date + 20 - date '1970-01-01') % 768, 1) WHERE listing_id = '${IDS.flat}'`,
    // Two claims side by side leave no hole: the third place of one night is taken by the one, and then by the other.
    [`tstzrange(date_trunc('day', now()) + interval '20 days', date_trunc('day', now()) + interval '25 days')`, `tstzrange(date_trunc('day', now()) + interval '22 days', date_trunc('day', now()) + interval '30 days')`]
      .map((during) => CLAIM(during))
      .join(';') + `; UPDATE booking.claim SET quantity = 2 WHERE resource_id = '${IDS.roomType}'`,
  ],
  'search knows just the hours and sessions of which something is taken': [
    `UPDATE catalog.search_entry SET taken_from = '{}', taken_to = '{}', taken_free = '{}' WHERE listing_id = '${IDS.hall}'`,
    `UPDATE catalog.search_entry SET taken_to = ARRAY[taken_to[1] + 900] WHERE listing_id = '${IDS.hall}'`,
    CLAIM(TOMORROW, IDS.hall),
  ],
  'a rating counts just the reviews that are shown, star by star': [
    `UPDATE review.rating SET histogram = '{0,0,0,2,0}' WHERE subject = 'listing'`,
    `UPDATE review.review SET deleted_at = now() WHERE rated = 'listing'`,
    `UPDATE review.review SET published_at = NULL WHERE rated = 'user'`,
    `DELETE FROM review.rating WHERE subject = 'user'`,
  ],
  'search shows the ratings that review has counted': [
    `UPDATE catalog.search_entry SET rating_average = 4.5 WHERE listing_id = '${IDS.flat}'`,
    `UPDATE catalog.search_entry SET rating_count = 4 WHERE listing_id = '${IDS.flat}'`,
    `UPDATE catalog.search_entry SET rating_average = 5, rating_count = 1 WHERE listing_id = '${IDS.hall}'`,
  ],
  'profiles show the ratings that review has counted': [`UPDATE auth.user_rating SET average = 4`, `DELETE FROM auth.user_rating`],
  "names in other services are those of auth, and nobody's name outlives the account": [
    `UPDATE catalog.host SET name = 'Olgha'`,
    `UPDATE auth.user_account SET name = 'Ralph' WHERE id = '${IDS.renter}'`,
    `DELETE FROM auth.user_account WHERE id = '${IDS.renter}'`,
  ],
  'mail goes to the address that auth knows, in the language chosen there': [
    `UPDATE notification.person SET email = 'other@example.org'`,
    `UPDATE auth.user_account SET locale = 'ru' WHERE id = '${IDS.renter}'`,
  ],
  'catalog lets in just those who follow, as review has it': [`UPDATE review.follow SET following = false`, `DELETE FROM catalog.follow`],
  ...Object.fromEntries(
    ['auth', 'booking', 'catalog', 'hotel_management', 'notification', 'review', 'url_shortener'].map((schema) => [
      `every fact of ${schema.replace('_', '-')} has been told`,
      [OUTBOX(schema)],
    ]),
  ),
};
