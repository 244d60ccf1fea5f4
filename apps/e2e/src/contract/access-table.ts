import { type Access, operationNamed } from './api-document';
import { COLLECTIONS } from '../calls/small-world';

/** Who stands before the door: `owner` lets the thing, `party` has booked it or is told of in it. */
export const PRINCIPALS = ['anonymous', 'expired', 'stranger', 'party', 'owner', 'admin'] as const;
export type Principal = (typeof PRINCIPALS)[number];

/**
 * What comes of it. `served` is the documented success; `unknown` 401; `refused` 403; `hidden` 404, as if there were nothing;
 * `ruled out` a rule that only somebody who was let in can meet.
 */
export type Outcome = 'served' | 'unknown' | 'refused' | 'hidden' | 'ruled out';
export type Row = Readonly<Record<Principal, Outcome>>;

const nobody = { anonymous: 'unknown', expired: 'unknown' } as const;

/** What each word of the route table means, for a thing that its owner and a party of its booking have to do with. */
export const WORDS: Readonly<Record<Access, Row>> = {
  //             who is not known                                who is signed in
  anyone:      { anonymous: 'served', expired: 'unknown',        stranger: 'served',  party: 'served',  owner: 'served',  admin: 'served' },
  'signed-in': { ...nobody,                                      stranger: 'served',  party: 'served',  owner: 'served',  admin: 'served' },
  party:       { ...nobody,                                      stranger: 'hidden',  party: 'served',  owner: 'served',  admin: 'hidden' },
  owner:       { ...nobody,                                      stranger: 'refused', party: 'refused', owner: 'served',  admin: 'refused' },
  admin:       { ...nobody,                                      stranger: 'refused', party: 'refused', owner: 'refused', admin: 'served' },
};

/** What only one side of a booking may do; the other side knows of the booking, and is told that the step is not theirs. */
const OWNERS_STEP = { party: 'refused' } as const;
const RENTERS_STEP = { owner: 'refused' } as const;
/** The renter has proposed it, so it is not for them to answer. */
const RENTERS_OWN_PROPOSAL = OWNERS_STEP;
/** Things of one person that nobody else can so much as tell to exist. */
const OWN_AND_HIDDEN = { stranger: 'hidden', party: 'hidden', admin: 'hidden' } as const;
/** Reviews of a stay, and links of one's own, are nobody else's to know of. */
const WRITERS_OWN = OWN_AND_HIDDEN;
/** Only a landlord may offer, which the others of this world are not. */
const LANDLORDS_OFFER = { stranger: 'refused', party: 'refused', admin: 'refused' } as const;
/** Served to whoever comes, without a look at who it is. */
const NOT_LOOKED_AT = { expired: 'served' } as const;

const ADMIN_TOO = (names: readonly string[]): Readonly<Record<string, Partial<Row>>> => Object.fromEntries(names.map((name) => [name, { admin: 'served' }] as const));

/** In a system that is well there is no dead letter to be had, not even for an administrator. */
const NO_DEAD_LETTER = { admin: 'hidden' } as const;

/** Where an operation departs from its word, and only there. */
const DEPARTURES: Readonly<Record<string, Partial<Row>>> = {
  // The body says which account is meant, so somebody else's password is simply wrong.
  'PUT /api/auth/password': { stranger: 'unknown', party: 'unknown', admin: 'unknown' },
  'DELETE /api/auth/sessions/{id}': OWN_AND_HIDDEN,
  'GET /api/me/export/{id}': OWN_AND_HIDDEN,
  'GET /api/me/export/{id}/file': OWN_AND_HIDDEN,
  // Whoever runs the place may close it, and see what is closed.
  ...ADMIN_TOO(COLLECTIONS.flatMap((collection) => [`PUT /api/${collection}/{id}/availability`, `GET /api/${collection}/{id}/blocks`])),
  'POST /api/listings': LANDLORDS_OFFER,
  'POST /api/apartments': LANDLORDS_OFFER,
  'POST /api/items': LANDLORDS_OFFER,
  'POST /api/workspaces': LANDLORDS_OFFER,
  'POST /api/bookings': { owner: 'ruled out' },
  'POST /api/listings/{id}/waitlist': { owner: 'ruled out' },
  // Whoever runs the place may look at who waits; of one's own wait nobody else knows, the owner of the listing included.
  'GET /api/listings/{id}/waitlist': { admin: 'served' },
  'DELETE /api/waitlist/{id}': { owner: 'hidden' },
  'PUT /api/waitlist/{id}/take': { owner: 'hidden' },
  'PUT /api/waitlist/{id}/pass': { owner: 'hidden' },
  'POST /api/holds': { owner: 'ruled out' },
  // What somebody keeps is nobody else's to know of, the owner of the listing included.
  'PUT /api/holds/{id}/renew': { owner: 'hidden' },
  'DELETE /api/holds/{id}': { owner: 'hidden' },
  'PUT /api/bookings/{id}/confirm': OWNERS_STEP,
  'PUT /api/bookings/{id}/reject': OWNERS_STEP,
  'PUT /api/bookings/{id}/start': OWNERS_STEP,
  'PUT /api/bookings/{id}/complete': OWNERS_STEP,
  // Nobody can be missed before they were to come, which is days from now.
  'PUT /api/bookings/{id}/no-show': { ...OWNERS_STEP, owner: 'ruled out' },
  'PUT /api/bookings/{id}/accept': RENTERS_STEP,
  'PUT /api/bookings/{id}/decline': RENTERS_STEP,
  // Nor can the guest of a hotel, whose day has not come.
  'PUT /api/hotels/{id}/reservations/{rid}/no-show': { owner: 'ruled out' },
  // What one party has proposed, the other answers: here the landlord does.
  'PUT /api/bookings/{id}/change/accept': RENTERS_OWN_PROPOSAL,
  'PUT /api/bookings/{id}/change/reject': RENTERS_OWN_PROPOSAL,
  'PUT /api/bookings/{id}/change/withdraw': RENTERS_STEP,
  'PUT /api/bookings/{id}/reconfirm': RENTERS_STEP,
  // Of the listing, the guest writes; the owner writes of the guest.
  'POST /api/reviews': RENTERS_STEP,
  'PUT /api/reviews/{id}': WRITERS_OWN,
  'DELETE /api/reviews/{id}': WRITERS_OWN,
  'GET /api/reviews/{id}/revisions': { ...WRITERS_OWN, admin: 'served' },
  'GET /api/links/{code}/stats': WRITERS_OWN,
  'PUT /api/links/{code}': WRITERS_OWN,
  'DELETE /api/links/{code}': WRITERS_OWN,
  'PUT /api/notifications/{id}/read': OWN_AND_HIDDEN,
  'DELETE /api/notifications/push-subscriptions/{id}': OWN_AND_HIDDEN,
  'PUT /api/saved-searches/{id}': OWN_AND_HIDDEN,
  'DELETE /api/saved-searches/{id}': OWN_AND_HIDDEN,
  'GET /api/admin/operations/services/{service}/dead-letters/{id}': NO_DEAD_LETTER,
  'PUT /api/admin/operations/services/{service}/dead-letters/{id}/replay': NO_DEAD_LETTER,
  'PUT /api/admin/operations/services/{service}/dead-letters/{id}/drop': NO_DEAD_LETTER,
  'GET /s/{code}': NOT_LOOKED_AT,
  'GET /s/{code}/qr.png': NOT_LOOKED_AT,
  'GET /s/{code}/qr.svg': NOT_LOOKED_AT,
  'GET /calendars/{token}.ics': NOT_LOOKED_AT,
  'GET /unsubscribe/{token}': NOT_LOOKED_AT,
  'POST /unsubscribe/{token}': NOT_LOOKED_AT,
  'GET /media/{key}': NOT_LOOKED_AT,
  'GET /health/live': NOT_LOOKED_AT,
  'GET /health/ready': NOT_LOOKED_AT,
  'GET /metrics': NOT_LOOKED_AT,
  'GET /api/openapi.json': NOT_LOOKED_AT,
};

/** What is to come of an operation for each principal. */
export function rowOf(name: string): Row {
  return { ...WORDS[operationNamed(name).access], ...DEPARTURES[name] };
}

/** The operations that the table says something of their own about. */
export const departing: readonly string[] = Object.keys(DEPARTURES);

/** Reads an answer as one of the outcomes; a status of its own where it is none of them. */
export function outcomeOf(status: number, success: number): Outcome | number {
  if (status === success) return 'served';
  if (status === 401) return 'unknown';
  if (status === 403) return 'refused';
  if (status === 404) return 'hidden';
  return status === 409 || status === 422 ? 'ruled out' : status;
}
