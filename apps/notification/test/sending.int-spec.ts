import { EmailVerificationRequested, PasswordResetRequested } from '@bookable/contracts-auth';
import { BookingRequested } from '@bookable/contracts-booking';
import { FindKeptMails } from '@bookable/contracts-notification';
import { NotFound } from '@bookable/kernel';
import { SetClock, waitUntil } from '@bookable/platform-testing';
import { aBooking, aMailLink, aPerson } from './facts';
import { PUBLIC_URL, RunningNotification } from './running-notification';
import { API_KEY, type Behaviour, SendGridServer } from './send-grid-server';

interface DeliveryRow {
  readonly state: string;
  readonly attempts: number;
  readonly reason: string | null;
  readonly provider_id: string | null;
  readonly letter: object | null;
}

describe('sending mail', () => {
  const clock = new SetClock();
  let provider: SendGridServer;
  let service: RunningNotification;
  const env = () => ({ SENDGRID_API_KEY: API_KEY, SENDGRID_BASE_URL: provider.url });

  beforeAll(async () => {
    provider = await SendGridServer.start();
    service = await RunningNotification.start(env(), { clock, hasShortener: false });
  });
  afterAll(async () => {
    await service.stop();
    await provider.stop();
  });
  beforeEach(() => {
    provider.behave = () => ({ status: 202 });
    clock.advance(600_000);
  });

  const delivery = async (personId: string) => (await service.rows<DeliveryRow>('SELECT state, attempts, reason, provider_id, letter FROM delivery WHERE person_id = $1', [personId]))[0];
  const settled = (personId: string) => waitUntil(async () => ((await delivery(personId))?.state === 'waiting' ? undefined : delivery(personId)), { that: 'the delivery is settled' });
  const sentTo = (email: string) => provider.messages.filter(({ personalizations }) => personalizations[0]!.to[0]!.email === email);
  const timePasses = () => service.rows("UPDATE delivery SET due_at = now() WHERE state = 'waiting'");
  const ask = async (differences = {}) => {
    const person = aPerson(differences);
    await service.tell(PasswordResetRequested, aMailLink(person));
    return person;
  };
  const tried = (personId: string, attempts: number) => waitUntil(async () => ((await delivery(personId))?.attempts === attempts && (await delivery(personId))?.reason ? true : undefined));

  it('is not tried at an address that reaches nobody, and what was not tried has not failed', async () => {
    const person = await ask({ email: 'elsewhere-7@imported.invalid' });
    expect(await settled(person.id)).toMatchObject({ state: 'skipped', reason: 'the address reaches nobody', letter: null });
    expect(sentTo('elsewhere-7@imported.invalid')).toEqual([]);
  });

  it('happens once, is recorded, and leaves nothing of what was said', async () => {
    const person = await ask();
    expect(await settled(person.id)).toMatchObject({ state: 'sent', attempts: 1, reason: null, provider_id: expect.stringMatching(/^sg-/), letter: null });
    expect(sentTo(person.email)).toHaveLength(1);
    expect(provider.faults).toEqual([]);
    await expect(service.ask(FindKeptMails, {})).rejects.toMatchObject({ problem: NotFound });
  });

  it('puts long links into mails while nobody shortens them', async () => {
    const [owner, renter] = [aPerson(), aPerson()];
    const booking = aBooking(renter, owner);
    await service.tell(BookingRequested, booking);
    await settled(owner.id);
    expect(sentTo(owner.email)[0]!.content[0]!.value).toContain(`${PUBLIC_URL}/bookings/${booking.id}`);
  });

  it.each<Behaviour>([{ status: 500 }, { status: 429, headers: { 'retry-after': '1' } }, { status: 401 }, 'reset', 'garbage'])('is tried again after %j', async (fault) => {
    const behaviours: Behaviour[] = [fault];
    provider.behave = () => behaviours.pop() ?? { status: 202 };
    const person = await ask();
    await tried(person.id, 1);
    expect(await delivery(person.id)).toMatchObject({ state: 'waiting', attempts: 1, letter: expect.anything() });
    await timePasses();
    expect(await settled(person.id)).toMatchObject({ state: 'sent', attempts: 2 });
    expect(sentTo(person.email)).toHaveLength(1);
  });

  it('waits at least as long as the provider asks', async () => {
    provider.behave = () => ({ status: 429, headers: { 'retry-after': '3000' } });
    const person = await ask();
    await tried(person.id, 1);
    const [row] = await service.rows<{ isLate: boolean }>(`SELECT due_at > now() + interval '2900 s' AS "isLate" FROM delivery WHERE person_id = $1`, [person.id]);
    expect(row).toEqual({ isLate: true });
    await service.rows('DELETE FROM delivery WHERE person_id = $1', [person.id]);
  });

  it('ends where the provider refuses the mail itself, or the address is none', async () => {
    provider.behave = () => ({ status: 400 });
    const refused = await ask();
    expect(await settled(refused.id)).toMatchObject({ state: 'failed', attempts: 1, reason: 'SendGrid answered 400: Status 400 it is.', letter: null });
    const unusable = await ask({ email: 'a@mail.example\r\nBcc: b@mail.example' });
    expect(await settled(unusable.id)).toMatchObject({ state: 'failed', reason: 'the address cannot be written to', letter: null });
  });

  it('is given up after twelve tries, with the reason', async () => {
    provider.behave = () => ({ status: 503 });
    const person = await ask();
    await tried(person.id, 1);
    await service.rows('UPDATE delivery SET attempts = 11, due_at = now() WHERE person_id = $1', [person.id]);
    expect(await settled(person.id)).toMatchObject({ state: 'failed', attempts: 12, reason: expect.stringMatching(/^given up after 12 tries: SendGrid answered 503/), letter: null });
  });

  it('leaves a provider alone that fails every time, and goes on when it is back', async () => {
    let requests = 0;
    provider.behave = () => ((requests += 1), { status: 503 });
    const people = await Promise.all(Array.from({ length: 40 }, () => ask()));
    await waitUntil(() => requests > 0, { that: 'the provider is asked' });
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    const askedWhileAway = requests;
    expect(askedWhileAway).toBeLessThanOrEqual(32);
    provider.behave = () => ({ status: 202 });
    await timePasses();
    clock.advance(60_000);
    for (const { id } of people) expect(await settled(id)).toMatchObject({ state: 'sent' });
  });

  it('is taken over by somebody else where a worker died with the mail in hand', async () => {
    provider.behave = () => ({ status: 503 });
    const person = await ask();
    await tried(person.id, 1);
    provider.behave = () => ({ status: 202 });
    await service.rows("UPDATE delivery SET attempts = 2, due_at = now() + interval '300 ms' WHERE person_id = $1", [person.id]);
    expect(await settled(person.id)).toMatchObject({ state: 'sent', attempts: 3 });
    expect(sentTo(person.email)).toHaveLength(1);
  });

  it('never sends one mail twice, however many replicas work', async () => {
    const replicas = await Promise.all([service.replica(env()), service.replica(env())]);
    const people = Array.from({ length: 150 }, () => aPerson());
    await Promise.all(people.map((person) => service.tell(EmailVerificationRequested, aMailLink(person))));
    await waitUntil(async () => (await service.rows("SELECT 1 FROM delivery WHERE state = 'waiting'")).length === 0, { timeoutMs: 15_000 });
    for (const { email } of people) expect(sentTo(email)).toHaveLength(1);
    for (const replica of replicas) await replica.stop();
  });
});
