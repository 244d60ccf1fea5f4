import type { UserFacts } from '@bookable/contracts-auth';
import { EventMoveNews, type EventMoveNewsFacts } from '@bookable/contracts-booking';
import { newId } from '@bookable/kernel';
import { waitUntil } from '@bookable/platform-testing';
import { aPerson } from './facts';
import { RunningNotification } from './running-notification';

const HOUR_MS = 3_600_000;
const BEGINS = Date.parse('2099-12-05T18:00:00Z');
const at = (ms: number) => new Date(ms).toISOString();

describe('an event that takes place at another time', () => {
  let service: RunningNotification;
  let host: UserFacts;
  beforeAll(async () => {
    service = await RunningNotification.start();
    host = aPerson({ name: 'Hanna' });
  });
  afterAll(() => service.stop());

  const ids = (people: readonly UserFacts[] = []) => people.map(({ id }) => id);
  const aMove = (people: { guests?: readonly UserFacts[]; invited?: readonly UserFacts[]; asking?: readonly UserFacts[]; helpers?: readonly UserFacts[] }, differences: Partial<EventMoveNewsFacts> = {}): EventMoveNewsFacts => ({
    listingId: newId(), ownerId: host.id, listingTitle: 'Film night', timeZone: 'Europe/Berlin', version: 2,
    from: at(BEGINS + 25 * HOUR_MS), to: at(BEGINS + 28 * HOUR_MS), fromBefore: at(BEGINS), toBefore: at(BEGINS + 3 * HOUR_MS),
    guestIds: ids(people.guests), invitedIds: ids(people.invited), askingIds: ids(people.asking), helperIds: ids(people.helpers), ...differences,
  });
  const told = async (person: UserFacts) => (await service.shownTo(person)).filter(({ type }) => type === 'event-moved').map(({ text }) => text);
  const mailTo = ({ email }: UserFacts, subject: string) =>
    waitUntil(async () => (await service.mailsTo(email)).find((mail) => mail.subject === subject), { that: 'the mail comes' });

  it('is told to everybody it concerns, in their language, once over each channel, and to nobody else', async () => {
    const [guest, russian, invited, asking, helper, stranger] = [aPerson(), aPerson({ locale: 'ru' }), aPerson(), aPerson({ locale: 'ru' }), aPerson(), aPerson()];
    const move = aMove({ guests: [guest, russian], invited: [invited], asking: [asking], helpers: [helper] });
    for (let time = 0; time < 20; time += 1) await service.tell(EventMoveNews, move);
    for (const person of [guest, invited, helper]) expect(await told(person)).toEqual([expect.stringMatching(/^Film night now takes place .*6 December 2099.*20:00/)]);
    for (const person of [russian, asking]) expect(await told(person)).toEqual([expect.stringContaining('6 декабря 2099')]);
    for (const person of [stranger, host]) expect(await told(person)).toEqual([]);
    const [toGuest, toInvited, toAsking, toHelper] = [await mailTo(guest, 'Another time: Film night'), await mailTo(invited, 'Another time: Film night'), await mailTo(asking, 'Другое время: Film night'), await mailTo(helper, 'Another time: Film night')];
    expect(toGuest.text).toMatch(/Hanna has moved[^]*Now: .*6 December[^]*Before: .*5 December[^]*Your place stays yours/);
    expect(toInvited.text).toMatch(/still invited[^]*accept or decline/);
    expect(toAsking.text).toMatch(/запрос остаётся в силе/);
    expect(toHelper.text).toMatch(/still a moderator/);
    for (const person of [guest, invited, asking, helper]) expect(await service.mailsTo(person.email)).toHaveLength(1);
  });

  it('is told anew for each new time, and once where an old word comes again', async () => {
    const asking = aPerson();
    const move = aMove({ asking: [asking] });
    await service.tell(EventMoveNews, move);
    await service.tell(EventMoveNews, { ...move, version: 3, from: at(BEGINS + HOUR_MS), to: at(BEGINS + 4 * HOUR_MS) });
    await service.tell(EventMoveNews, move);
    expect(await told(asking)).toHaveLength(2);
  });

  it('is mailed to nobody any more once it is over', async () => {
    const guest = aPerson();
    await service.tell(EventMoveNews, aMove({ guests: [guest] }, { from: '2020-01-01T18:00:00.000Z', to: '2020-01-01T21:00:00.000Z' }));
    await waitUntil(async () => (await service.rows("SELECT 1 FROM delivery WHERE person_id = $1 AND channel = 'email' AND state NOT IN ('waiting', 'held')", [guest.id])).length === 1, { that: 'its mail is left out' });
    expect(await service.mailsTo(guest.email)).toEqual([]);
  });
});
