import { PLANTED_IN_THE_BOOKS } from './planted-in-the-books';
import { IDS } from './sound-world';

const CLAIM = (during: string, resource = IDS.roomType): string => `
  INSERT INTO booking.claim (id, resource_id, during, quantity, capacity, kind) VALUES (gen_random_uuid(), '${resource}', ${during}, 1, 3, 'block')`;
const TOMORROW = `tstzrange(now() + interval '1 day', now() + interval '2 days')`;
const CALENDAR = (resource: string): string => `
  INSERT INTO booking.calendar (id, resource_id, name, url, created_at, next_read_at) VALUES (gen_random_uuid(), '${resource}', 'Other', 'https://other.example/1.ics', now(), now())`;
const EXTERNAL = 'INSERT INTO booking.claim (id, resource_id, during, quantity, capacity, kind, calendar_id)';
const OUTBOX = (schema: string): string => `
  INSERT INTO ${schema}.outbox (message_id, topic, aggregate_id, occurred_at, request_id, payload) VALUES (gen_random_uuid(), 't', 'a', now(), 'r', '{}')`;

const TERMS = (from: string, amount: number): string =>
  `{"from":"${from}","to":"b","quantity":1,"total":{"amount":${amount},"currency":"EUR"},"quote":{"total":{"amount":${amount},"currency":"EUR"},"lines":[{"units":1,"unitAmount":10000,"amount":10000}]}}`;
const CHANGE = (version: number, before: string, after: string): string => `
  INSERT INTO booking.booking_transition (booking_id, version, action, from_status, to_status, actor_id, at, change)
  VALUES ('${IDS.stay}', ${version}, 'change', 'confirmed', 'confirmed', '${IDS.renter}', now(), '{"before":${before},"after":${after}}')`;

/** Film evenings of a host, each with the renter among its guests, as far as personal time knows of it. */
const EVENING = (host: string, hour: number, knows: 'knows' | 'does not know'): string => `
  WITH event AS (
    INSERT INTO booking.resource (id, owner_id, kind, unit, title, time_zone, capacity, price, rules, session_from, session_to, is_offered, version)
    SELECT gen_random_uuid(), '${host}', 'event', 'session', 'Film', 'UTC', 5, price, rules, date_trunc('day', now()) + interval '5 days ${hour} hours', date_trunc('day', now()) + interval '5 days ${hour + 2} hours', true, 1
    FROM booking.resource WHERE id = '${IDS.flat}' RETURNING *
  ), guest AS (
    INSERT INTO booking.booking (id, resource_id, kind, renter_id, owner_id, stay_from, stay_to, starts_at, ends_at, quantity, total_amount, currency, quote, status, last_action, created_at, updated_at)
    SELECT gen_random_uuid(), event.id, 'event', '${IDS.renter}', '${IDS.owner}', 'a', 'b', session_from, session_to, 1, 0, 'EUR', '{"lines":[]}', 'confirmed', 'request', now(), now() FROM event RETURNING *
  )
  INSERT INTO booking.personal_time SELECT id, renter_id, resource_id, tstzrange(starts_at, ends_at) FROM guest WHERE '${knows}' = 'knows'`;
const WITHOUT_BACKSTOP = 'ALTER TABLE booking.personal_time DROP CONSTRAINT nobody_is_in_two_places';

/** Just the time of the stay is what somebody waits for. */
const WAITS_FOR_THE_STAY = `
  UPDATE booking.waitlist_entry AS entry SET starts_at = stay.starts_at, ends_at = stay.ends_at FROM booking.booking AS stay WHERE stay.id = '${IDS.stay}' AND entry.id = '${IDS.waiting}'`;

const CANCELLED = (refund: number, kept: number): string => {
  const cancellation = `{"refund":{"amount":${refund}},"kept":{"amount":${kept}},"lines":[{"refund":${refund}}]}`;
  return `
    UPDATE booking.booking SET status = 'cancelled', cancellation = '${cancellation}' WHERE id = '${IDS.stay}';
    UPDATE booking.booking_transition SET cancellation = '${cancellation}' WHERE booking_id = '${IDS.stay}' AND version = (SELECT version FROM booking.booking WHERE id = '${IDS.stay}')`;
};

/** The stay was booked with a promotion that may be used so often. */
const PROMOTED = (limit: 'max_uses' | 'max_uses_per_person', count: number): string => `
  WITH made AS (
    INSERT INTO booking.promotion (id, resource_id, code, percent, currency, created_at, ${limit}) VALUES (gen_random_uuid(), '${IDS.flat}', 'WINTER', 5, 'EUR', now(), ${count}) RETURNING id
  )
  INSERT INTO booking.promotion_use SELECT '${IDS.stay}', id, '${IDS.renter}', now() FROM made;
  UPDATE booking.booking SET quote = jsonb_set(quote::jsonb, '{promotion}', '{"code":"WINTER"}')::json WHERE id = '${IDS.stay}'`;

/** For each invariant, by its name, the ways to break it. Each of them has to be seen. */
export const PLANTED_VIOLATIONS: Readonly<Record<string, readonly string[]>> = {
  'at every moment the claims of a resource fit its capacity': [
    [1, 2, 3, 4].map(() => CLAIM(TOMORROW)).join(';'),
    // Neither alone is too much; together they are, for the hour in which all four overlap.
    `${CLAIM(TOMORROW)}; UPDATE booking.claim SET quantity = 3 WHERE resource_id = '${IDS.roomType}'; ${CLAIM(`tstzrange(now() + interval '47 hours', now() + interval '90 hours')`)}`,
  ],
  'every booking that stands has a claim of just its time and quantity, and one of each resource beside it': [
    `UPDATE booking.booking SET beside = '[{"listingId":"${IDS.hall}","quantity":1}]' WHERE id = '${IDS.stay}'`,
    `DELETE FROM booking.claim WHERE id = '${IDS.stay}'`,
    `UPDATE booking.claim SET during = tstzrange(lower(during), upper(during) - interval '1 day') WHERE id = '${IDS.stay}'`,
    `UPDATE booking.booking SET quantity = 2 WHERE id = '${IDS.stay}'`,
  ],
  'nobody is to be reminded of what is off, over or has begun': [
    `INSERT INTO notification.reminder (id, booking_id, kind, person_id, listing_id, state, due_at, begins_at, booking, booking_version, changed_at)
     VALUES (gen_random_uuid(), '${IDS.pastStay}', 'day', '${IDS.renter}', '${IDS.flat}', 'planned', now(), now(), '{}', 1, now())`,
  ],
  'no claim outlives its booking': [
    `UPDATE booking.booking SET status = 'cancelled' WHERE id = '${IDS.stay}'`,
    `INSERT INTO booking.claim (id, resource_id, during, quantity, capacity, kind, booking_id) VALUES (gen_random_uuid(), '${IDS.flat}', ${TOMORROW}, 1, 1, 'buffer', '${IDS.pastStay}')`,
  ],
  'time taken by an imported calendar is of a calendar that the listing reads': [
    `${EXTERNAL} VALUES (gen_random_uuid(), '${IDS.flat}', ${TOMORROW}, 1, 1, 'external', gen_random_uuid())`,
    `${CALENDAR(IDS.hall)}; UPDATE booking.resource SET has_calendars = true WHERE id = '${IDS.hall}'; ${EXTERNAL} SELECT gen_random_uuid(), '${IDS.flat}', ${TOMORROW}, 1, 1, 'external', id FROM booking.calendar`,
  ],
  'a listing knows whether it reads calendars, and whether one of them is lost': [
    CALENDAR(IDS.flat),
    `UPDATE booking.resource SET has_calendars = true`,
    `UPDATE booking.resource SET instant_is_paused = true`,
    `${CALENDAR(IDS.flat)}; UPDATE booking.resource SET has_calendars = true WHERE id = '${IDS.flat}'; UPDATE booking.calendar SET is_lost = true`,
  ],
  'every offer to somebody who waits holds its place, and no place is held for nobody': [
    `DELETE FROM booking.claim WHERE id = '${IDS.offered}'`,
    `UPDATE booking.waitlist_entry SET status = 'passed' WHERE id = '${IDS.offered}'`,
    `UPDATE booking.claim SET holder_id = '${IDS.owner}' WHERE id = '${IDS.offered}'`,
    `UPDATE booking.claim SET expires_at = expires_at + interval '1 day' WHERE id = '${IDS.offered}'`,
  ],
  'nobody is confirmed at two events at one time, or at one while hosting another': [
    [WITHOUT_BACKSTOP, EVENING(IDS.owner, 18, 'knows'), EVENING(IDS.owner, 19, 'knows')].join(';'),
    [EVENING(IDS.owner, 18, 'knows'), EVENING(IDS.renter, 19, 'knows').replace(`'confirmed'`, `'cancelled'`).replace(`'knows' = 'knows'`, 'false')].join(';'),
    EVENING(IDS.owner, 18, 'does not know'),
  ],
  'a booking says that it is in doubt exactly while the time of its guest is': [
    `${EVENING(IDS.owner, 18, 'knows')}; UPDATE booking.personal_time SET is_in_doubt = true`,
    `${EVENING(IDS.owner, 18, 'knows')}; UPDATE booking.booking SET doubt = 'moved' WHERE kind = 'event'`,
  ],
  'nobody waits for what is free, or for what somebody else took after them': [
    `DELETE FROM booking.claim WHERE resource_id = '${IDS.flat}'; DELETE FROM booking.booking WHERE resource_id = '${IDS.flat}'`,
    `UPDATE booking.waitlist_entry SET status = 'waiting' WHERE id = '${IDS.offered}'`,
    `UPDATE booking.waitlist_entry SET starts_at = starts_at + interval '30 days', ends_at = ends_at + interval '30 days' WHERE id = '${IDS.waiting}'`,
    `${WAITS_FOR_THE_STAY}; UPDATE booking.booking SET created_at = now() + interval '1 minute' WHERE id = '${IDS.stay}'`,
    `${WAITS_FOR_THE_STAY}; UPDATE booking.claim SET kind = 'hold', booking_id = NULL, expires_at = now() + interval '1 day', taken_at = now() + interval '1 minute' WHERE id = '${IDS.stay}'`,
    [
      WAITS_FOR_THE_STAY, `DELETE FROM booking.claim WHERE id = '${IDS.offered}'`,
      `UPDATE booking.claim SET kind = 'offer', booking_id = NULL, expires_at = now() + interval '1 day', id = '${IDS.offered}' WHERE id = '${IDS.stay}'`,
    ].join(';'),
  ],
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
    CHANGE(3, TERMS('a', 9999), TERMS('a', 10000)),
  ],
  'the terms of a booking are those its last change has left, and each change begins with those of the one before': [
    CHANGE(3, TERMS('x', 10000), TERMS('y', 10000)),
    CHANGE(3, TERMS('x', 10000), TERMS('a', 5000)),
    `${CHANGE(3, TERMS('x', 10000), TERMS('y', 10000))}; ${CHANGE(4, TERMS('z', 10000), TERMS('a', 10000))}`,
  ],
  'what a cancellation gave back and what it kept are together the total, and history says the same': [
    `UPDATE booking.booking_transition SET cancellation = '{}' WHERE booking_id = '${IDS.stay}' AND version = 2`,
    CANCELLED(5000, 4000),
    CANCELLED(10001, -1),
  ],
  'no promotion is used more often than allowed, and just the bookings that were made with one use it, until they are called off': [
    PROMOTED('max_uses', 0),
    PROMOTED('max_uses_per_person', 0),
    `${PROMOTED('max_uses', 1)}; DELETE FROM booking.promotion_use`,
    `${PROMOTED('max_uses', 1)}; UPDATE booking.booking SET quote = (quote::jsonb - 'promotion')::json WHERE id = '${IDS.stay}'`,
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
    `UPDATE booking.booking_transition SET action = 'change' WHERE booking_id = '${IDS.stay}' AND version = 2`,
  ],
  'every step says who took it, and a rejection why': [
    `UPDATE booking.booking_transition SET actor_id = NULL WHERE booking_id = '${IDS.stay}' AND version = 2`,
    `UPDATE booking.booking_transition SET actor_id = '${IDS.renter}' WHERE booking_id = '${IDS.stay}' AND version = 2`,
    `UPDATE booking.booking_transition SET action = 'reject' WHERE booking_id = '${IDS.stay}' AND version = 2`,
    `UPDATE booking.booking_transition SET action = 'doubt' WHERE booking_id = '${IDS.stay}' AND version = 2`,
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
  'no room of a hotel is given to two reservations at one time, and all of them are of its type': [
    `ALTER TABLE hotel_management.room_assignment DROP CONSTRAINT room_is_given_once;
     INSERT INTO hotel_management.room_assignment VALUES (gen_random_uuid(), '${IDS.room}', tstzrange(now() + interval '71 days', now() + interval '90 days'))`,
    `UPDATE hotel_management.reservation SET status = 'in_progress'; UPDATE hotel_management.room SET room_type_id = gen_random_uuid()`,
  ],
  'every reservation that stands has its claim and a room until it ends, and none that has ended has a claim': [
    `DELETE FROM booking.claim WHERE id = '${IDS.reservation}'`,
    `UPDATE hotel_management.reservation SET status = 'cancelled'`,
    `UPDATE hotel_management.reservation SET ends_at = ends_at - interval '1 day'`,
    `UPDATE booking.claim SET resource_id = '${IDS.flat}' WHERE id = '${IDS.reservation}'`,
    `DELETE FROM booking.claim WHERE kind = 'cleaning'`,
    `UPDATE hotel_management.reservation SET booking_id = '${IDS.stay}'`,
    `INSERT INTO hotel_management.room_booking VALUES ('${IDS.stay}', '${IDS.roomType}', 1)`,
    `UPDATE booking.claim SET during = tstzrange(lower(during), upper(during) + interval '1 hour') WHERE kind = 'cleaning'`,
    `DELETE FROM hotel_management.room_assignment`,
  ],
  ...PLANTED_IN_THE_BOOKS,
  'a reservation has one step of history for each version, and its status is that of the last': [
    `DELETE FROM hotel_management.reservation_step WHERE version = 1`,
    `UPDATE hotel_management.reservation SET status = 'in_progress'`,
  ],
  'search has the last profile that booking told, with its number of places': [
    `UPDATE catalog.search_entry SET availability_version = 0 WHERE listing_id = '${IDS.flat}'`,
    `UPDATE catalog.search_entry SET offered = 7 WHERE listing_id = '${IDS.flat}'`,
  ],
  'search takes for full just the days and nights that are closed, or on which no place is left': [
    `UPDATE catalog.search_entry SET full_days = repeat('0', 768)::bit(768) WHERE listing_id = '${IDS.flat}'`,
    `UPDATE catalog.search_entry SET full_days = set_bit(full_days, (current_date + 20 - date '1970-01-01') % 768, 1) WHERE listing_id = '${IDS.flat}'`,
    `UPDATE booking.resource SET rules = rules || jsonb_build_object('closedDays', jsonb_build_array(jsonb_build_object('from', current_date + 20, 'to', current_date + 22))) WHERE id = '${IDS.flat}'`,
    // Two claims side by side leave no hole: the third place of one night is taken by the one, and then by the other.
    [`tstzrange(date_trunc('day', now()) + interval '20 days', date_trunc('day', now()) + interval '25 days')`, `tstzrange(date_trunc('day', now()) + interval '22 days', date_trunc('day', now()) + interval '30 days')`]
      .map((during) => CLAIM(during))
      .join(';') + `; UPDATE booking.claim SET quantity = 2 WHERE resource_id = '${IDS.roomType}'`,
  ],
  'search knows just the hours and sessions that are closed, or of which something is taken': [
    `UPDATE booking.resource SET rules = rules || '{"bufferAfterMinutes":30}' WHERE id = '${IDS.hall}'`,
    `UPDATE booking.resource SET rules = rules || jsonb_build_object('closedDays', jsonb_build_array(jsonb_build_object('from', current_date + 9))) WHERE id = '${IDS.hall}'`,
    `UPDATE catalog.search_entry SET taken_from = '{}', taken_to = '{}', taken_free = '{}' WHERE listing_id = '${IDS.hall}'`,
    `UPDATE catalog.search_entry SET taken_to = ARRAY[taken_to[1] + 900] WHERE listing_id = '${IDS.hall}'`,
    CLAIM(TOMORROW, IDS.hall),
  ],
  'every review, and whatever it said before, reads as its author sealed it': [
    `UPDATE review.review SET text = 'Splendid.' WHERE subject = 'listing'`,
    `UPDATE review.review SET stars = 5 WHERE subject = 'listing'`,
    `UPDATE review.review SET salt = repeat('2', 32) WHERE subject = 'listing'`,
    `UPDATE review.review SET hash = '' WHERE subject = 'listing'`,
    `UPDATE review.review_revision SET text = 'Warm.'`,
  ],
  'a review is hidden exactly where an administrator has last decided so, for the reason that is kept': [
    `UPDATE review.review SET hidden_at = now(), hidden_because = 'Unwelcome.' WHERE subject = 'listing'`,
    `INSERT INTO review.review_decision SELECT id, 1, 'hidden', '${IDS.owner}', 'Unkind.', now() FROM review.review WHERE subject = 'listing'`,
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
  'of two people of whom one has blocked the other neither follows the other': [
    `INSERT INTO review.blocked_person VALUES ('${IDS.owner}', '${IDS.renter}', now())`,
    `INSERT INTO review.blocked_person VALUES ('${IDS.renter}', '${IDS.owner}', now())`,
  ],
  'review keeps what is said of an event to those whom catalog shows it to': [
    `UPDATE catalog.listing SET kind = 'event', details = '{"privacy":"followers"}' WHERE id = '${IDS.hall}'`,
    `UPDATE catalog.listing SET kind = 'event', details = '{"privacy":"followers"}' WHERE id = '${IDS.hall}'; INSERT INTO review.event_audience VALUES ('${IDS.hall}', '${IDS.owner}', false, 1)`,
  ],
  'every listing is in the district that it lies in, and near the station that is nearest': [
    `UPDATE catalog.search_entry SET district_id = NULL WHERE listing_id = '${IDS.flat}'`,
    `UPDATE catalog.search_entry SET district = 'Old Town' WHERE listing_id = '${IDS.flat}'`,
    `UPDATE catalog.search_entry SET district_keys = '{centre}' WHERE listing_id = '${IDS.hall}'`,
    `UPDATE catalog.search_entry SET station_id = 'far' WHERE listing_id = '${IDS.hall}'`,
    `UPDATE catalog.search_entry SET station_metres = station_metres + 1 WHERE listing_id = '${IDS.hall}'`,
    `UPDATE catalog.search_entry SET station_id = NULL, station_metres = NULL WHERE listing_id = '${IDS.hall}'`,
    `UPDATE catalog.listing SET lat = 57.5 WHERE id = '${IDS.flat}'`,
    `INSERT INTO catalog.station (id, source, name_en, name_ru, lat, lng, place) VALUES ('new', 'map', 'New', 'New', 56.9, 24.1, catalog.point(56.9, 24.1))`,
    `DELETE FROM catalog.station WHERE id = 'near'`,
    `UPDATE catalog.district SET area = '{"type":"Polygon","coordinates":[[[25,56.8],[25.2,56.8],[25.2,57],[25,57],[25,56.8]]]}'`,
  ],
  'suggestions count just the listings that everybody may find, and name no others': [
    `UPDATE catalog.suggestion SET count = count + 1 WHERE type = 'city'`,
    `DELETE FROM catalog.suggestion WHERE type = 'word'`,
    `UPDATE catalog.listing SET status = 'draft' WHERE id = '${IDS.flat}'`,
    `UPDATE catalog.suggested_listing SET title = 'Another' WHERE listing_id = '${IDS.hall}'`,
  ],
  'no change of a listing waits to be held against the saved searches': [`INSERT INTO catalog.match_due (listing_id) VALUES ('${IDS.flat}')`],
  'every message of a saved search names a listing, and every listing it has told of stands in one of its messages': [
    `UPDATE catalog.saved_search SET messages = 2`,
    `UPDATE catalog.saved_search_match SET told_in = 2`,
    `DELETE FROM catalog.saved_search_match`,
  ],
  "nobody's saved searches outlive the account, and nobody has more than fifty": [
    `DELETE FROM auth.user_account WHERE id = '${IDS.renter}'`,
    `INSERT INTO catalog.saved_search (id, user_id, name, search, notify, kind, city_key, after_note, created_at, updated_at)
     SELECT gen_random_uuid(), user_id, name, search, notify, kind, city_key, after_note, now(), now() FROM catalog.saved_search, generate_series(1, 50)`,
  ],
  ...Object.fromEntries(
    ['auth', 'booking', 'catalog', 'hotel_management', 'notification', 'review', 'url_shortener'].map((schema) => [
      `every fact of ${schema.replace('_', '-')} has been told`,
      [OUTBOX(schema)],
    ]),
  ),
};
