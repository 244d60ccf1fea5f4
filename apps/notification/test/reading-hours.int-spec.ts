import { PasswordChanged, UserDeleted, type UserFacts } from '@bookable/contracts-auth';
import { BookingConfirmed, BookingRequested } from '@bookable/contracts-booking';
import { ChangePreferences, type ChangePreferencesRequest, GetPreferences, GetUnsubscription, QuietAllDay, TimeZoneMissing, Unsubscribe } from '@bookable/contracts-notification';
import { SetClock, waitUntil } from '@bookable/platform-testing';
import { aBooking, aPerson } from './facts';
import { PUBLIC_URL, RunningNotification, pushed } from './running-notification';

const HOUR_MS = 3_600_000;

describe('when people want to be written to', () => {
  const clock = new SetClock();
  let service: RunningNotification;
  beforeAll(async () => void (service = await RunningNotification.start({}, { clock })));
  afterAll(() => service.stop());

  const inHours = (hours: number) => new Date(clock.now().getTime() + hours * HOUR_MS).toISOString().slice(11, 16);
  const change = ({ id }: UserFacts, request: ChangePreferencesRequest) => service.ask(ChangePreferences, request, { userId: id, roles: [] });
  const deliveries = ({ id }: UserFacts) => service.rows<{ state: string; attempts: number; reason: string | null }>('SELECT state, attempts, reason FROM delivery WHERE person_id = $1 ORDER BY id', [id]);
  // What is in somebody's hands is due again within a minute; what waits for the end of quiet hours is not.
  const mails = (person: UserFacts, count: number) => waitUntil(async () => {
    const found = await service.mailsTo(person.email);
    return found.length === count && (await service.rows("SELECT 1 FROM delivery WHERE person_id = $1 AND state = 'waiting' AND due_at <= now() + interval '1 minute'", [person.id])).length === 0 ? found : undefined;
  }, { that: `${count} mails come` });
  const quiet = async (more: ChangePreferencesRequest = {}) => {
    const person = aPerson();
    await change(person, { timeZone: 'UTC', quietHours: { from: inHours(-1), until: inHours(1) }, ...more });
    return person;
  };
  const ask = (owner: UserFacts, differences = {}) => service.tell(BookingRequested, aBooking(aPerson({ email: 'elsewhere@imported.invalid' }), owner, differences));
  const waits = (person: UserFacts) => waitUntil(async () => (await deliveries(person)).every(({ reason }) => reason === 'its reader has quiet hours'), { that: 'the mails wait' });
  const timePasses = async (hours: number) => {
    clock.advance(hours * HOUR_MS);
    await service.rows("UPDATE delivery SET due_at = due_at - make_interval(hours => $1) WHERE state = 'waiting' AND due_at > now() + interval '1 minute'", [hours]);
  };

  it('is at any time until they say otherwise, by the clock of where they are', async () => {
    const person = aPerson();
    expect(await service.ask(GetPreferences, {}, { userId: person.id, roles: [] })).toMatchObject({ timeZone: null, quietHours: null, digest: null });
    await expect(change(person, { quietHours: { from: '22:00', until: '08:00' } })).rejects.toMatchObject({ problem: TimeZoneMissing });
    await expect(change(person, { digest: { at: '09:00' } })).rejects.toMatchObject({ problem: TimeZoneMissing });
    const hours = { timeZone: 'Europe/Riga', quietHours: { from: '22:00', until: '08:00' } };
    await expect(change(person, { ...hours, quietHours: { from: '22:00', until: '22:00' } })).rejects.toMatchObject({ problem: QuietAllDay });
    expect(await change(person, hours)).toMatchObject({ ...hours, digest: null });
    expect(await change(person, { digest: { at: '09:00' } })).toMatchObject({ ...hours, digest: { at: '09:00' } });
    await expect(change(person, { timeZone: null })).rejects.toMatchObject({ problem: TimeZoneMissing });
    expect(await change(person, { quietHours: null, digest: null, timeZone: null })).toMatchObject({ timeZone: null, quietHours: null, digest: null });
  });

  it('keeps mails until their quiet hours are over, and nothing that is shown, nor what concerns their account', async () => {
    const owner = await quiet();
    await ask(owner);
    await waits(owner);
    expect(await service.shownTo(owner)).toHaveLength(1);
    await waitUntil(() => pushed.some(({ userId }) => userId === owner.id), { that: 'it is pushed to sockets' });
    await service.tell(PasswordChanged, { userId: owner.id, email: owner.email, name: owner.name, locale: owner.locale });
    expect((await mails(owner, 1))[0]!.subject).toBe('Your password was changed');
    await timePasses(2);
    expect((await mails(owner, 2))[0]!.subject).toBe('Booking request: Loft "North"');
    await waitUntil(async () => (await deliveries(owner)).every(({ state }) => state === 'sent'), { that: 'both are known to be sent' });
  });

  it('counts a wait for no try, and sends at once where they no longer want any quiet', async () => {
    const owner = await quiet();
    await ask(owner);
    await waits(owner);
    await service.rows('UPDATE delivery SET attempts = attempts + 20, tries_before = tries_before + 20 WHERE person_id = $1', [owner.id]);
    await change(owner, { quietHours: null });
    await mails(owner, 1);
  });

  it('wakes nobody for what is over before they wake', async () => {
    const owner = await quiet();
    await ask(owner);
    await waits(owner);
    await service.rows("UPDATE delivery SET expires_at = now() + interval '30 minutes', due_at = now() WHERE person_id = $1", [owner.id]);
    await waitUntil(async () => (await deliveries(owner))[0]?.state === 'skipped', { that: 'it is given up' });
    expect(await service.mailsTo(owner.email)).toEqual([]);
  });

  describe('once a day', () => {
    const daily = async (differences: Partial<UserFacts> = {}) => {
      const person = aPerson(differences);
      await change(person, { timeZone: 'UTC', digest: { at: inHours(2) } });
      return person;
    };
    const tellThree = async (owner: UserFacts) => {
      const booking = aBooking(aPerson({ email: 'elsewhere@imported.invalid' }), owner, { listingTitle: 'First <b>' });
      for (let time = 0; time < 3; time += 1) await service.tell(BookingRequested, booking);
      await ask(owner, { listingTitle: 'Second' });
      await service.tell(BookingConfirmed, aBooking(aPerson({ email: 'elsewhere@imported.invalid' }), owner, { status: 'confirmed', listingTitle: 'Third' }));
      return booking;
    };

    it('brings all that waited in one mail, once, whichever replica does it', async () => {
      const owners = await Promise.all([daily({ locale: 'ru' }), daily(), daily()]);
      const [owner] = owners as [UserFacts, ...UserFacts[]];
      const replica = await service.replica();
      const [booking] = await Promise.all(owners.map(tellThree));
      expect((await deliveries(owner)).map(({ state }) => state)).toEqual(['held', 'held', 'held']);
      expect(await service.shownTo(owner)).toHaveLength(3);
      await timePasses(3);
      for (const other of owners) await mails(other, 1);
      const [mail] = await service.mailsTo(owner.email);
      expect(mail!.subject).toBe('Что для вас нового (3)');
      for (const title of ['Запрос на бронирование: First <b>', 'Second', 'Third', `${PUBLIC_URL}/bookings/${booking!.id}`]) expect(mail!.text).toContain(title);
      expect(mail!.html).toContain(`<a href="${PUBLIC_URL}/bookings/${booking!.id}"`);
      expect(mail!.html).not.toContain('<b>');
      expect((await deliveries(owner)).map(({ state }) => state).sort()).toEqual(['gathered', 'gathered', 'gathered', 'sent']);
      expect(await service.rows("SELECT 1 FROM delivery one WHERE state = 'gathered' AND NOT EXISTS (SELECT 1 FROM delivery digest WHERE digest.id = one.digest_id)")).toEqual([]);
      await replica.stop();
    });

    it('leaves what comes after it to the next one', async () => {
      const owner = await daily();
      await ask(owner);
      await timePasses(3);
      await mails(owner, 1);
      await ask(owner);
      expect((await deliveries(owner)).filter(({ state }) => state === 'held')).toHaveLength(1);
      await timePasses(24);
      await mails(owner, 2);
    });

    it('loses nothing and tells nothing twice where a process dies over it', async () => {
      const owner = await daily();
      await tellThree(owner);
      await service.rows(`
        CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''died''; END';
        CREATE TRIGGER dies BEFORE INSERT ON delivery FOR EACH ROW WHEN (NEW.template = 'digest') EXECUTE FUNCTION die()`);
      clock.advance(3 * HOUR_MS);
      await new Promise((resolve) => setTimeout(resolve, 2_500));
      expect((await deliveries(owner)).map(({ state }) => state)).toEqual(['held', 'held', 'held']);
      await service.rows('DROP TRIGGER dies ON delivery');
      expect((await mails(owner, 1))[0]!.subject).toBe('What is new for you (3)');
    });

    it('is a mail for each again where they want that, with what was held', async () => {
      const owner = await daily();
      await tellThree(owner);
      await change(owner, { digest: null });
      expect((await mails(owner, 3)).map(({ subject }) => subject).sort()).toEqual(['Booking request: First <b>', 'Booking request: Second', 'New booking: Third']);
    });

    it('can be declined in one click, and with it all that it would tell', async () => {
      const owner = await daily();
      await ask(owner);
      await timePasses(3);
      const token = (await mails(owner, 1))[0]!.unsubscribeUrl!.split('/').at(-1)!;
      expect(await service.ask(GetUnsubscription, { token })).toMatchObject({ type: 'digest', isStopped: false });
      await ask(owner);
      expect(await service.ask(Unsubscribe, { token })).toMatchObject({ isStopped: true });
      expect(await service.ask(GetUnsubscription, { token })).toMatchObject({ isStopped: true });
      expect((await deliveries(owner)).at(-1)).toMatchObject({ state: 'skipped', reason: 'its reader has declined it' });
      await ask(owner);
      expect(await deliveries(owner)).toHaveLength(3);
    });

    it('is forgotten with whoever wanted it', async () => {
      const owner = await daily();
      await ask(owner);
      await service.tell(UserDeleted, { id: owner.id, version: 9 });
      expect(await service.rows('SELECT 1 FROM reading_hours WHERE person_id = $1', [owner.id])).toEqual([]);
      expect(await deliveries(owner)).toEqual([]);
    });
  });
});
