/** Ids that say in a test what they stand for. */
export const IDS = {
  owner: '00000000-0000-4000-8000-00000000000a',
  renter: '00000000-0000-4000-8000-00000000000b',
  flat: '00000000-0000-4000-8000-0000000000f1',
  hall: '00000000-0000-4000-8000-0000000000f2',
  stay: '00000000-0000-4000-8000-0000000000b1',
  pastStay: '00000000-0000-4000-8000-0000000000b2',
  meeting: '00000000-0000-4000-8000-0000000000b3',
  hotel: '00000000-0000-4000-8000-0000000000d1',
  savedSearch: '00000000-0000-4000-8000-0000000000e1',
  roomType: '00000000-0000-4000-8000-0000000000d2',
  waiting: '00000000-0000-4000-8000-0000000000e2',
  offered: '00000000-0000-4000-8000-0000000000e3',
  room: '00000000-0000-4000-8000-0000000000d3',
  reservation: '00000000-0000-4000-8000-0000000000d4',
  payment: '00000000-0000-4000-8000-0000000000d5',
  district: '00000000-0000-4000-8000-0000000000c1',
};

const PRICE = `'{"currency":"EUR","per":"night","amount":5000}'`;
const HOURLY = `'{"currency":"EUR","per":"hour","amount":1500}'`;
const QUOTE = `'{"total":{"amount":10000,"currency":"EUR"},"lines":[{"label":"2 nights","rule":"unit","units":2,"unitAmount":5000,"amount":10000}]}'`;
const NIGHT = (days: number, time: string): string => `(current_date + ${days} + time '${time}') AT TIME ZONE 'UTC'`;

const PEOPLE = `
  INSERT INTO auth.user_account (id, email, name, password_hash, roles, locale, created_at, version)
  VALUES ('${IDS.owner}', 'owner@example.org', 'Olga', 'x', '{renter,landlord}', 'ru', now(), 1), ('${IDS.renter}', 'renter@example.org', 'Rolf', 'x', '{renter}', 'en', now(), 1);
  INSERT INTO catalog.host (id, name, version) VALUES ('${IDS.owner}', 'Olga', 1);
  INSERT INTO review.person (id, name, version) VALUES ('${IDS.owner}', 'Olga', 1), ('${IDS.renter}', 'Rolf', 1);
  INSERT INTO notification.person (id, version, email, name, locale) VALUES ('${IDS.renter}', 1, 'renter@example.org', 'Rolf', 'en');
  INSERT INTO review.follow VALUES ('${IDS.renter}', '${IDS.owner}', true, now(), 1);
  INSERT INTO catalog.follow VALUES ('${IDS.renter}', '${IDS.owner}', true, 1)`;

/** A district around the listings, and the stations that are nearest to them and not. */
const MAP = `
  INSERT INTO catalog.district (id, source, external_id, city, city_key, name_en, name_ru, keys, area)
  VALUES ('${IDS.district}', 'map', 'centre', 'Riga', 'riga', 'Centre', 'Центр', '{centre,центр}', '{"type":"Polygon","coordinates":[[[24,56.8],[24.2,56.8],[24.2,57],[24,57],[24,56.8]]]}');
  INSERT INTO catalog.station (id, source, name_en, name_ru, lat, lng, place)
  SELECT id, 'map', id, id, lat, lng, catalog.point(lat, lng) FROM (VALUES ('near', 56.91, 24.1), ('far', 56.95, 24.1)) AS station (id, lat, lng)`;

const LISTINGS = `
  INSERT INTO catalog.listing (id, owner_id, kind, status, title, description, tags, amenities, city, lat, lng, time_zone, price, capacity, booking, details, version, created_at, updated_at)
  SELECT id::uuid, '${IDS.owner}', kind, 'active', title, '', '{}', '{}', 'Riga', 56.9, 24.1, 'UTC', price::jsonb, 1, '{"approval":"instant"}', details::jsonb, 1, now(), now()
  FROM (VALUES ('${IDS.flat}', 'apartment', 'Flat', ${PRICE}, '{"guests":2}'), ('${IDS.hall}', 'workspace', 'Hall', ${HOURLY}, '{}')) AS listing (id, kind, title, price, details);
  SELECT catalog.shelve(listing) FROM catalog.listing;
  INSERT INTO booking.resource (id, owner_id, kind, unit, title, time_zone, capacity, price, rules, is_offered, version, availability_version)
  SELECT id, owner_id, kind, CASE kind WHEN 'apartment' THEN 'night' ELSE 'hour' END, title, time_zone, capacity, price, '{"approval":"instant","checkIn":"14:00","checkOut":"12:00"}', true, 1, 1 FROM catalog.listing;
  UPDATE catalog.search_entry SET availability_version = 1, offered = 1`;

const HOTEL = `
  INSERT INTO hotel_management.hotel (id, owner_id, name, city, time_zone, lat, lng, currency, check_in, check_out, created_at)
  VALUES ('${IDS.hotel}', '${IDS.owner}', 'Inn', 'Riga', 'UTC', 56.9, 24.1, 'EUR', '14:00', '12:00', now());
  INSERT INTO hotel_management.room_type (id, hotel_id, category, beds, minibar, offered, version) VALUES ('${IDS.roomType}', '${IDS.hotel}', 'suite', 2, false, true, 1);
  INSERT INTO catalog.listing (id, owner_id, kind, status, title, description, tags, amenities, city, lat, lng, time_zone, price, capacity, booking, details, version, source_version, created_at, updated_at)
  VALUES ('${IDS.roomType}', '${IDS.owner}', 'room', 'active', 'Suite', '', '{}', '{}', 'Riga', 56.9, 24.1, 'UTC', ${PRICE}, 3, '{"approval":"instant"}', '{"beds":2}', 1, 1, now(), now());
  SELECT catalog.shelve(listing) FROM catalog.listing WHERE kind = 'room';
  INSERT INTO booking.resource (id, owner_id, kind, unit, title, time_zone, capacity, price, rules, is_offered, version)
  VALUES ('${IDS.roomType}', '${IDS.owner}', 'room', 'night', 'Suite', 'UTC', 3, ${PRICE}, '{"approval":"instant"}', true, 1)`;

const BOOKINGS = `
  INSERT INTO booking.booking (id, resource_id, kind, renter_id, owner_id, stay_from, stay_to, starts_at, ends_at, quantity, total_amount, currency, quote, status, last_action, created_at, updated_at, version)
  VALUES
    ('${IDS.stay}', '${IDS.flat}', 'apartment', '${IDS.renter}', '${IDS.owner}', 'a', 'b', ${NIGHT(10, '14:00')}, ${NIGHT(12, '12:00')}, 1, 10000, 'EUR', ${QUOTE}, 'confirmed', 'confirm', now(), now(), 2),
    ('${IDS.pastStay}', '${IDS.flat}', 'apartment', '${IDS.renter}', '${IDS.owner}', 'a', 'b', ${NIGHT(-12, '14:00')}, ${NIGHT(-10, '12:00')}, 1, 10000, 'EUR', ${QUOTE}, 'completed', 'complete', now(), now(), 3),
    ('${IDS.meeting}', '${IDS.hall}', 'workspace', '${IDS.renter}', '${IDS.owner}', 'a', 'b', ${NIGHT(5, '10:00')}, ${NIGHT(5, '12:00')}, 1, 10000, 'EUR', ${QUOTE}, 'confirmed', 'request', now(), now(), 1);
  INSERT INTO booking.booking_transition (booking_id, version, action, from_status, to_status, actor_id, at) VALUES
    ('${IDS.stay}', 1, 'request', NULL, 'pending', '${IDS.renter}', now()), ('${IDS.stay}', 2, 'confirm', 'pending', 'confirmed', '${IDS.owner}', now()),
    ('${IDS.pastStay}', 1, 'request', NULL, 'confirmed', '${IDS.renter}', now()), ('${IDS.pastStay}', 2, 'start', 'confirmed', 'in_progress', NULL, now()),
    ('${IDS.pastStay}', 3, 'complete', 'in_progress', 'completed', NULL, now()), ('${IDS.meeting}', 1, 'request', NULL, 'confirmed', '${IDS.renter}', now());
  INSERT INTO booking.claim (id, resource_id, unit_id, during, quantity, capacity, kind, booking_id)
  SELECT id, resource_id, resource_id, tstzrange(starts_at, ends_at), 1, 1, 'booking', id FROM booking.booking WHERE status = 'confirmed';
  INSERT INTO booking.idempotency (caller, topic, key, body_hash, answer, answered_in_bytes)
  VALUES ('${IDS.renter}', 'booking.place-booking', 'key', '', '{"id":"${IDS.stay}"}', true)`;

/** Two of three rooms for the same nights, one of them until later: never all of them. */
const ROOM_BLOCKS = `
  INSERT INTO booking.claim (id, resource_id, during, quantity, capacity, kind)
  SELECT gen_random_uuid(), '${IDS.roomType}'::uuid, tstzrange(${NIGHT(40, '14:00')}, ${NIGHT(43, '12:00')}), 1, 3, 'block' FROM generate_series(1, 2)
  UNION ALL SELECT gen_random_uuid(), '${IDS.roomType}'::uuid, tstzrange(${NIGHT(43, '14:00')}, ${NIGHT(45, '12:00')}), 2, 3, 'block'`;

/** A room of the hotel that somebody has reserved, and that is cleaned for an hour after them. */
const RESERVATION = `
  INSERT INTO hotel_management.room (id, hotel_id, room_type_id, number, floor) VALUES ('${IDS.room}', '${IDS.hotel}', '${IDS.roomType}', '101', 1);
  INSERT INTO hotel_management.reservation (id, hotel_id, room_type_id, stay_from, stay_to, starts_at, ends_at, cleaned_at, status, word_number, currency, created_at, updated_at, version)
  VALUES ('${IDS.reservation}', '${IDS.hotel}', '${IDS.roomType}', current_date + 70, current_date + 72, ${NIGHT(70, '14:00')}, ${NIGHT(72, '12:00')}, ${NIGHT(72, '13:00')}, 'confirmed', 1, 'EUR', now(), now(), 2);
  INSERT INTO hotel_management.reservation_step (reservation_id, version, action, from_status, to_status, actor_id, at) VALUES
    ('${IDS.reservation}', 1, 'request', NULL, 'requesting', '${IDS.owner}', now()), ('${IDS.reservation}', 2, 'claim', 'requesting', 'confirmed', NULL, now());
  INSERT INTO hotel_management.room_assignment VALUES ('${IDS.reservation}', '${IDS.room}', tstzrange(${NIGHT(70, '14:00')}, ${NIGHT(72, '13:00')}));
  INSERT INTO booking.claim (id, resource_id, during, quantity, capacity, kind)
  VALUES ('${IDS.reservation}', '${IDS.roomType}', tstzrange(${NIGHT(70, '14:00')}, ${NIGHT(72, '12:00')}), 1, 3, 'reservation');
  INSERT INTO booking.claim (id, resource_id, during, quantity, capacity, kind, after_reservation_id)
  VALUES (gen_random_uuid(), '${IDS.roomType}', tstzrange(${NIGHT(72, '12:00')}, ${NIGHT(72, '13:00')}), 1, 3, 'cleaning', '${IDS.reservation}')`;

/** What was paid for the room on a day that is closed, and partly given back on the next. */
const MONEY = `
  INSERT INTO hotel_management.payment (id, reservation_id, hotel_id, method, amount, currency, taken_by, at, refunded_amount)
  VALUES ('${IDS.payment}', '${IDS.reservation}', '${IDS.hotel}', 'card', 20000, 'EUR', '${IDS.owner}', ${NIGHT(-3, '15:00')}, 5000);
  INSERT INTO hotel_management.payment (id, reservation_id, hotel_id, method, amount, currency, taken_by, at, refund_of)
  VALUES (gen_random_uuid(), '${IDS.reservation}', '${IDS.hotel}', 'card', -5000, 'EUR', '${IDS.owner}', ${NIGHT(-2, '00:00')}, '${IDS.payment}');
  UPDATE hotel_management.room SET added_at = ${NIGHT(-4, '09:00')};
  UPDATE hotel_management.hotel SET next_day_to_close = current_date - 1, next_close_at = ${NIGHT(0, '04:00')};
  INSERT INTO hotel_management.closed_day (hotel_id, day, time_zone, begins_at, ends_at, closes_at, closed_at, nights_sold, nights_available, arrivals, departures, no_show_ids, overdue_ids)
  SELECT '${IDS.hotel}', day, 'UTC', day AT TIME ZONE 'UTC', (day + 1) AT TIME ZONE 'UTC', (day + 1 + time '04:00') AT TIME ZONE 'UTC', (day + 1 + time '04:00') AT TIME ZONE 'UTC', 0, 1, 0, 0, '{}', '{}'
  FROM (SELECT current_date - back AS day FROM generate_series(2, 4) AS back) AS days;
  INSERT INTO hotel_management.closed_day_income VALUES ('${IDS.hotel}', current_date - 3, 'EUR', 20000, 0), ('${IDS.hotel}', current_date - 2, 'EUR', 0, 5000)`;

const COPIES = `
  UPDATE catalog.search_entry SET full_days = set_bit(set_bit(full_days, (current_date + 10 - date '1970-01-01') % 768, 1), (current_date + 11 - date '1970-01-01') % 768, 1)
  WHERE listing_id = '${IDS.flat}';
  UPDATE catalog.search_entry SET taken_from = ARRAY[extract(epoch FROM ${NIGHT(5, '10:00')})::bigint], taken_to = ARRAY[extract(epoch FROM ${NIGHT(5, '12:00')})::bigint], taken_free = '{0}'
  WHERE listing_id = '${IDS.hall}';
  INSERT INTO review.completed_booking VALUES ('${IDS.pastStay}', '${IDS.flat}', '${IDS.renter}', '${IDS.owner}', now());
  INSERT INTO review.review (id, booking_id, subject, rated, subject_id, author_id, about_user_id, stars, text, published_at, created_at, updated_at) VALUES
    (gen_random_uuid(), '${IDS.pastStay}', 'listing', 'listing', '${IDS.flat}', '${IDS.renter}', '${IDS.owner}', 4, '', now(), now(), now()),
    (gen_random_uuid(), '${IDS.pastStay}', 'host', 'user', '${IDS.owner}', '${IDS.renter}', '${IDS.owner}', 5, '', now(), now(), now());
  UPDATE review.review SET salt = repeat('0', 32), hash = review.seal_of(repeat('0', 32), booking_id, subject, stars, text);
  INSERT INTO review.review_revision SELECT id, 0, 1, 'Cold.', now(), repeat('1', 32), review.seal_of(repeat('1', 32), booking_id, subject, 1, 'Cold.') FROM review.review WHERE subject = 'host';
  INSERT INTO review.rating (subject, subject_id, histogram, imported_average, imported_count) VALUES
    ('listing', '${IDS.flat}', '{0,0,0,1,0}', 4.55, 2), ('user', '${IDS.owner}', '{0,0,0,0,1}', 0, 0);
  UPDATE catalog.search_entry SET rating_average = 4.37, rating_count = 3, rating_version = 1 WHERE listing_id = '${IDS.flat}';
  INSERT INTO auth.user_rating VALUES ('${IDS.owner}', 5, 1, 1)`;

/** A search that has told of a flat. */
const SAVED_SEARCH = `
  INSERT INTO catalog.saved_search (id, user_id, name, search, notify, kind, city_key, after_note, messages, created_at, updated_at)
  VALUES ('${IDS.savedSearch}', '${IDS.renter}', 'Riga', '{"city":"Riga"}', true, '', 'riga', 0, 1, now(), now());
  INSERT INTO catalog.saved_search_match VALUES ('${IDS.savedSearch}', '${IDS.flat}', 1)`;

/** As the service does a moment after they were written. */
const SUGGESTIONS = 'SELECT catalog.count_suggestions(array_agg(id), now()) FROM catalog.listing';

/** One waits for nights that are booked, and to one a room is offered. */
const WAITLIST = `
  INSERT INTO booking.waitlist_entry (id, resource_id, renter_id, stay_from, stay_to, starts_at, ends_at, quantity, bookable_until, status, offer_expires_at, created_at, updated_at)
  VALUES
    ('${IDS.waiting}', '${IDS.flat}', '${IDS.hotel}', 'a', 'b', ${NIGHT(11, '14:00')}, ${NIGHT(13, '12:00')}, 1, ${NIGHT(12, '00:00')}, 'waiting', NULL, now(), now()),
    ('${IDS.offered}', '${IDS.roomType}', '${IDS.renter}', 'a', 'b', ${NIGHT(60, '14:00')}, ${NIGHT(62, '12:00')}, 1, ${NIGHT(61, '00:00')}, 'offered', ${NIGHT(1, '12:00')}, now(), now());
  INSERT INTO booking.claim (id, resource_id, during, quantity, capacity, kind, holder_id, expires_at)
  VALUES ('${IDS.offered}', '${IDS.roomType}', tstzrange(${NIGHT(60, '14:00')}, ${NIGHT(62, '12:00')}), 1, 3, 'offer', '${IDS.renter}', ${NIGHT(1, '12:00')})`;

/** A little of everything, and all of it as it should be. */
export const SOUND_WORLD = ['SET search_path = catalog, extensions, public', PEOPLE, MAP, LISTINGS, HOTEL, BOOKINGS, ROOM_BLOCKS, RESERVATION, MONEY, WAITLIST, COPIES, SUGGESTIONS, SAVED_SEARCH].join(';\n');
