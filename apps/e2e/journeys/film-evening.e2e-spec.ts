import type { BookingView, ParticipantView } from '@bookable/contracts-booking';
import type { NotificationView } from '@bookable/contracts-notification';
import { dayFromToday } from '../src/days';
import { eventually } from '../src/eventually';
import { linkIn } from '../src/mailbox';
import { filmNight, ownCity } from '../src/offers';
import { Person } from '../src/person';
import { runningSystem } from '../src/running-system';

interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

describe('a film evening with somebody who helps', () => {
  const door = runningSystem();
  let host: Person;
  let moderator: Person;
  let stranger: Person;
  let invited: Person;
  let late: Person;
  let event: string;

  const told = (person: Person, type: string) => eventually(`${person.user.name} is told ${type}`, async () => {
    const { items } = await person.get<Page<NotificationView>>('/api/notifications?limit=100');
    return items.find((notification) => notification.type === type);
  });
  const participants = async (person: Person) => (await person.get<Page<ParticipantView>>(`/api/events/${event}/participants`)).items;

  beforeAll(async () => {
    [host, moderator, stranger, invited, late] = await Promise.all([
      Person.register(door, 'Hanna Host'), Person.register(door, 'Модератор', { locale: 'ru' }), Person.register(door, 'Sam Stranger'),
      Person.register(door, 'Ida Invited'), Person.register(door, 'Lou Late'),
    ]);
    event = (await host.post<{ id: string }>('/api/events', { ...filmNight(ownCity(), dayFromToday(33), { capacity: 2 }), kind: undefined })).id;
  });

  it('has a moderator chosen from followers, who hears of it in their language, with a short link that leads there', async () => {
    const path = `/api/events/${event}/moderators/${moderator.id}`;
    expect(await host.ask('PUT', path)).toMatchObject({ status: 422, body: { code: 'not-a-follower' } });
    await moderator.put(`/api/users/${host.id}/follow`, undefined, 204);
    expect((await stranger.ask('PUT', path)).status).toBe(403);
    for (let time = 0; time < 2; time += 1) await host.put(path, undefined, 204);
    expect((await told(moderator, 'moderator-appointed')).title).toContain('Вы модератор');
    const mail = await eventually('a mail to the moderator', async () => (await moderator.mails()).find(({ subject }) => subject.startsWith('Вы модератор')));
    const followed = await fetch(linkIn(mail), { redirect: 'manual' });
    expect([followed.status, new URL(followed.headers.get('location')!).pathname]).toEqual([302, `/listings/${event}`]);
  });

  it('takes in a stranger whom the moderator accepts, and a guest whom the moderator invites; the host hears of both', async () => {
    const request = await stranger.post<BookingView>('/api/bookings', { listingId: event });
    await told(moderator, 'booking-requested');
    expect((await stranger.ask('PUT', `/api/bookings/${request.id}/confirm`)).status).toBe(403);
    await moderator.put(`/api/bookings/${request.id}/confirm`);
    const invitationOf = (person: Person) => moderator.ask<{ code?: string }>('POST', `/api/events/${event}/invitations`, { body: { userId: person.id } });
    expect(await invitationOf(invited)).toMatchObject({ status: 422, body: { code: 'not-a-follower' } });
    for (const person of [invited, late]) await person.put(`/api/users/${host.id}/follow`, undefined, 204);
    const invitation = await moderator.post<BookingView>(`/api/events/${event}/invitations`, { userId: invited.id });
    await told(invited, 'booking-invited');
    await invited.put(`/api/bookings/${invitation.id}/accept`);
    await told(moderator, 'booking-accepted');
    expect((await told(host, 'booking-confirmed')).text).toContain('Модератор');
    await told(host, 'booking-invited');
    for (const person of [host, moderator]) expect((await participants(person)).map(({ userId, status }) => [userId, status])).toEqual([[stranger.id, 'confirmed'], [invited.id, 'confirmed']]);
    expect((await invited.ask('GET', `/api/events/${event}/participants`)).status).toBe(403);
  });

  it('has one more seat where the host says so, and not where the moderator does', async () => {
    const invite = (by: Person, raiseCapacity?: boolean) => by.ask<{ code?: string }>('POST', `/api/events/${event}/invitations`, { body: { userId: late.id, raiseCapacity } });
    expect(await invite(host)).toMatchObject({ status: 409, body: { code: 'slot-taken' } });
    expect((await invite(moderator, true)).status).toBe(403);
    expect((await invite(host, true)).status).toBe(201);
    expect(await host.get(`/api/events/${event}`)).toMatchObject({ capacity: 3 });
  });

  it('goes on without the moderator once the host takes the rights back', async () => {
    expect((await host.ask('DELETE', `/api/events/${event}/moderators/${moderator.id}`)).status).toBe(204);
    await told(moderator, 'moderator-dismissed');
    expect((await moderator.ask('GET', `/api/events/${event}/participants`)).status).toBe(403);
    expect((await moderator.ask('POST', `/api/events/${event}/invitations`, { body: { userId: late.id } })).status).toBe(403);
  });
});
