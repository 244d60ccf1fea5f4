import { PasswordChanged, PasswordResetRequested, UserDeleted, type UserFacts } from '@bookable/contracts-auth';
import { BookingConfirmed, BookingRequested } from '@bookable/contracts-booking';
import { GetPreferences, GetUnsubscription, Unsubscribe } from '@bookable/contracts-notification';
import { NotFound } from '@bookable/kernel';
import { waitUntil } from '@bookable/platform-testing';
import { aBooking, aMailLink, aPerson } from './facts';
import { PUBLIC_URL, RunningNotification } from './running-notification';

describe('declining mails by the link in them', () => {
  let service: RunningNotification;
  beforeAll(async () => void (service = await RunningNotification.start()));
  afterAll(() => service.stop());

  const allSettled = () => waitUntil(async () => (await service.rows("SELECT 1 FROM delivery WHERE state = 'waiting'")).length === 0, { that: 'nothing waits' });
  const request = async (owner: UserFacts, renter = aPerson()) => {
    await service.tell(BookingRequested, aBooking(renter, owner));
    await allSettled();
    return (await service.mailsTo(owner.email))[0]!;
  };
  const tokenOf = (url: string | null) => url!.replace(`${PUBLIC_URL}/unsubscribe/`, '');
  const wantsMail = async ({ id }: UserFacts, type: string) => (await service.ask(GetPreferences, {}, { userId: id, roles: [] })).preferences.find((preference) => preference.type === type)!.email;

  it('is offered in each of them, by one link for each kind and person', async () => {
    const owner = aPerson({ locale: 'ru' });
    const [first, second] = [await request(owner), await request(owner)];
    expect(first.unsubscribeUrl).toMatch(/^https:\/\/bookable\.example\/unsubscribe\/[\w-]{32}$/);
    expect(second.unsubscribeUrl).toBe(first.unsubscribeUrl);
    expect(first.text).toContain(`Больше не присылать таких писем: ${first.unsubscribeUrl}`);
    expect(first.html).toContain(`<a href="${first.unsubscribeUrl}"`);
    await service.tell(BookingConfirmed, aBooking(aPerson(), owner, { status: 'confirmed' }));
    await allSettled();
    const [ofAnotherKind] = await service.mailsTo(owner.email);
    expect(ofAnotherKind!.unsubscribeUrl).not.toBe(first.unsubscribeUrl);
    expect((await request(aPerson())).unsubscribeUrl).not.toBe(first.unsubscribeUrl);
  });

  it('is never offered where an account is at stake', async () => {
    const { email, ...person } = aPerson();
    await service.tell(PasswordResetRequested, aMailLink({ email, ...person }));
    await service.tell(PasswordChanged, { userId: person.id, email, name: person.name, locale: person.locale });
    const mails = await waitUntil(async () => ((await service.mailsTo(email)).length === 2 ? service.mailsTo(email) : undefined));
    expect(mails.map(({ unsubscribeUrl }) => unsubscribeUrl)).toEqual([null, null]);
    expect(mails.some(({ text }) => text.includes('/unsubscribe/'))).toBe(false);
  });

  it('says in the language of the reader what it is about, and does nothing before it is told to', async () => {
    const owner = aPerson({ locale: 'ru' });
    const token = tokenOf((await request(owner)).unsubscribeUrl);
    expect(await service.ask(GetUnsubscription, { token })).toEqual({ type: 'booking-requested', name: 'Запросы на бронирование', locale: 'ru', isStopped: false });
    expect(await wantsMail(owner, 'booking-requested')).toBe(true);
  });

  it('stops mails of that kind and nothing else, however often it is said', async () => {
    const owner = aPerson();
    const token = tokenOf((await request(owner)).unsubscribeUrl);
    await Promise.all([1, 2, 3].map(() => service.ask(Unsubscribe, { token })));
    expect(await service.ask(GetUnsubscription, { token })).toMatchObject({ name: 'Booking requests', isStopped: true });
    await request(owner);
    expect(await service.mailsTo(owner.email)).toHaveLength(1);
    expect(await service.shownTo(owner)).toHaveLength(2);
    expect(await wantsMail(owner, 'booking-confirmed')).toBe(true);
  });

  it('stops what waits to be sent as well', async () => {
    const owner = aPerson();
    const token = tokenOf((await request(owner)).unsubscribeUrl);
    const later = "UPDATE delivery SET state = 'waiting', settled_at = NULL, due_at = now() + interval '1 hour', letter = $2 WHERE person_id = $1";
    await service.rows(later, [owner.id, { type: 'booking-requested', content: {}, path: '/', isSecret: false, isMandatory: false }]);
    await service.ask(Unsubscribe, { token });
    expect(await service.rows('SELECT state, reason, letter FROM delivery WHERE person_id = $1', [owner.id])).toEqual([{ state: 'skipped', reason: 'its reader has declined it', letter: null }]);
  });

  it('is forgotten with the person, and nobody guesses it', async () => {
    const owner = aPerson();
    const token = tokenOf((await request(owner)).unsubscribeUrl);
    await service.tell(UserDeleted, { id: owner.id, version: 9 });
    for (const unknown of [token, 'x'.repeat(32)]) {
      await expect(service.ask(GetUnsubscription, { token: unknown })).rejects.toMatchObject({ problem: NotFound });
      await expect(service.ask(Unsubscribe, { token: unknown })).rejects.toMatchObject({ problem: NotFound });
    }
  });
});
