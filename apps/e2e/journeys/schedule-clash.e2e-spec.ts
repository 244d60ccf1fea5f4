import type { BookingView } from '@bookable/contracts-booking';
import { dayFromToday } from '../src/days';
import { eventually } from '../src/eventually';
import { filmNight, ownCity } from '../src/offers';
import { Person } from '../src/person';
import { runningSystem } from '../src/running-system';

describe('two film nights on one evening', () => {
  const door = runningSystem();
  const city = ownCity();
  const day = dayFromToday(25);
  let host: Person;
  let otherHost: Person;
  let guest: Person;
  let early: string;
  let late: string;

  const evening = (from: string, to: string, movieId: string) => filmNight(city, day, {
    details: { movieId, startsAt: `${day}T${from}:00+01:00`, endsAt: `${day}T${to}:00+01:00`, privacy: 'everyone', paid: false, place: 'The blue room' },
  });
  const announce = async (person: Person, from: string, to: string, movieId: string) => (await person.post<{ id: string }>('/api/listings', evening(from, to, movieId))).id;
  const invite = async (person: Person, event: string, invited: Person) => {
    await invited.put(`/api/users/${person.id}/follow`, undefined, 204);
    return (await person.post<BookingView>(`/api/events/${event}/invitations`, { userId: invited.id })).id;
  };

  beforeAll(async () => {
    [host, otherHost, guest] = await Promise.all([Person.register(door, 'Hanna Host'), Person.register(door, 'Otto Host'), Person.register(door, 'Gina Guest')]);
    [early, late] = await Promise.all([announce(host, '18:00', '20:30', 'metropolis'), announce(otherHost, '20:00', '22:00', 'nosferatu')]);
  });

  it('can both be asked for, but only one be gone to, however fast one says yes to both', async () => {
    const invitations = await Promise.all([invite(host, early, guest), invite(otherHost, late, guest)]);
    const answers = await Promise.all(invitations.map((id) => guest.ask<{ status: string; code?: string; otherListingId?: string }>('PUT', `/api/bookings/${id}/accept`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const refused = answers.find(({ status }) => status === 409)!;
    expect(refused.body.code).toBe('schedule-clash');
    expect([early, late]).toContain(refused.body.otherListingId);
  });

  it('are no place for their hosts to be guests at', async () => {
    const answer = await host.ask<{ code: string }>('POST', '/api/bookings', { body: { listingId: late } });
    expect(answer).toMatchObject({ status: 409, body: { code: 'schedule-clash', otherListingId: early } });
  });

  it('cannot be announced twice by one host, though others may show the same film', async () => {
    expect(await host.ask('POST', '/api/listings', { body: evening('18:00', '21:00', 'metropolis') })).toMatchObject({ status: 409, body: { code: 'duplicate-event' } });
    const answers = await Promise.all([1, 2, 3].map(() => otherHost.ask('POST', '/api/events', { body: withoutKind(evening('09:00', '11:00', 'metropolis')) })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });

  it('nor can another film be announced by the same host for a time that overlaps', async () => {
    const answer = await host.ask('POST', '/api/events', { body: withoutKind(evening('20:00', '23:00', 'sunrise')) });
    expect(answer).toMatchObject({ status: 409, body: { code: 'schedule-clash', otherListingId: early } });
  });

  it('nor be announced by somebody for a time at which they are a guest elsewhere', async () => {
    const other = await Person.register(door, 'Paul Planner');
    const invitation = await invite(host, early, other);
    await other.put(`/api/bookings/${invitation}/accept`);
    const answer = await other.ask('POST', '/api/listings', { body: evening('20:00', '23:00', 'sunrise') });
    expect(answer).toMatchObject({ status: 409, body: { code: 'schedule-clash', otherListingId: early } });
    const own = await announce(other, '20:30', '23:00', 'sunrise');
    const moved = await other.ask('PUT', `/api/listings/${own}`, { body: { details: evening('20:15', '23:00', 'sunrise')['details'] } });
    expect(moved).toMatchObject({ status: 409, body: { code: 'schedule-clash' } });
    await eventually('booking knows of the event', async () => (await guest.ask('GET', `/api/listings/${own}/availability?from=${day}&to=${dayFromToday(26)}`)).status === 200);
  });
});

function withoutKind({ kind: _kind, ...rest }: Record<string, unknown>): Record<string, unknown> {
  return rest;
}
