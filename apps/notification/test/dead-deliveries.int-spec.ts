import { PasswordResetRequested, UserChanged, type UserFacts } from '@bookable/contracts-auth';
import { BookingRequested } from '@bookable/contracts-booking';
import { DeliveryForgotten, DeliverySettled, type DeliveryView, FindDeliveries, ReplayDelivery } from '@bookable/contracts-notification';
import { Forbidden, NotFound, Unauthenticated, newId } from '@bookable/kernel';
import { SetClock, waitUntil } from '@bookable/platform-testing';
import { aBooking, aMailLink, aPerson } from './facts';
import { RunningNotification } from './running-notification';
import { API_KEY, SendGridServer } from './send-grid-server';

const admin = { userId: newId(), roles: ['admin'] };

describe('deliveries that died', () => {
  const clock = new SetClock();
  let provider: SendGridServer;
  let service: RunningNotification;

  beforeAll(async () => {
    provider = await SendGridServer.start();
    service = await RunningNotification.start({ SENDGRID_API_KEY: API_KEY, SENDGRID_BASE_URL: provider.url }, { clock, hasShortener: false });
  });
  afterAll(async () => {
    await service.stop();
    await provider.stop();
  });
  beforeEach(() => {
    provider.behave = () => ({ status: 202 });
    clock.advance(600_000);
  });

  const listed = async ({ id }: UserFacts) => (await service.ask(FindDeliveries, { userId: id }, admin)).items;
  const settled = (person: UserFacts) => waitUntil(async () => (await listed(person)).find(({ status }) => status !== 'waiting'), { that: 'the delivery is settled' });
  const sentTo = (email: string) => provider.messages.filter(({ personalizations }) => personalizations[0]!.to[0]!.email === email).length;
  const replay = ({ id }: Pick<DeliveryView, 'id'>, actor: typeof admin | undefined = admin) => service.ask(ReplayDelivery, { id }, actor);
  const toldOwner = async () => {
    const owner = aPerson();
    await service.tell(BookingRequested, aBooking(aPerson({ email: `away${newId()}@imported.invalid` }), owner));
    return owner;
  };
  const refusedOwner = async () => {
    provider.behave = () => ({ status: 400 });
    const owner = await toldOwner();
    const delivery = await settled(owner);
    provider.behave = () => ({ status: 202 });
    return { owner, delivery };
  };

  it('are listed with the reason for whoever runs the place, and for nobody else', async () => {
    const { owner, delivery } = await refusedOwner();
    expect(delivery).toMatchObject({
      userId: owner.id, channel: 'email', template: 'booking-requested', address: owner.email, status: 'dead', tries: 1, reason: 'SendGrid answered 400: Status 400 it is.',
      replayable: true, dueAt: null, settledAt: expect.any(String),
    });
    expect(await service.ask(FindDeliveries, { status: 'sent', userId: owner.id }, admin)).toEqual({ items: [], nextCursor: null });
    await expect(service.ask(FindDeliveries, {})).rejects.toMatchObject({ problem: Unauthenticated });
    await expect(service.ask(FindDeliveries, {}, { userId: owner.id, roles: ['renter'] })).rejects.toMatchObject({ problem: Forbidden });
    await expect(replay(delivery, { userId: owner.id, roles: [] })).rejects.toMatchObject({ problem: Forbidden });
  });

  it('are counted for whoever watches, as those are that were sent or are to be tried again', async () => {
    const count = async (outcome: string) => Number(new RegExp(`bookable_delivery_tries_total{service="notification",outcome="${outcome}"} (\\d+)`).exec(await service.metrics())?.[1] ?? 0);
    const [failed, sent, postponed] = await Promise.all(['failed', 'sent', 'postponed'].map(count));
    await refusedOwner();
    await settled(await toldOwner());
    provider.behave = () => ({ status: 429 });
    await toldOwner();
    await waitUntil(async () => (await count('postponed')) > postponed!, { that: 'a mail is postponed' });
    expect(await Promise.all(['failed', 'sent'].map(count))).toEqual([failed! + 1, sent! + 1]);
  });

  it('are listed page by page, newest first', async () => {
    for (let time = 0; time < 3; time += 1) await refusedOwner();
    const first = await service.ask(FindDeliveries, { status: 'dead', limit: 2 }, admin);
    const second = await service.ask(FindDeliveries, { status: 'dead', limit: 100, cursor: first.nextCursor! }, admin);
    const ids = [...first.items, ...second.items].map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort().reverse());
    expect(second.nextCursor).toBeNull();
  });

  it('are sent once when they are replayed, however many do so at once and again', async () => {
    const { owner, delivery } = await refusedOwner();
    const replayed = await Promise.all([1, 2, 3, 4].map(() => replay(delivery).catch((error: { problem: unknown }) => error)));
    expect(replayed).toContainEqual(expect.objectContaining({ id: delivery.id, status: 'waiting', settledAt: null }));
    expect(await settled(owner)).toMatchObject({ status: 'sent', tries: 2, replayable: false });
    await expect(replay(delivery)).rejects.toMatchObject({ problem: DeliverySettled, facts: { status: 'sent' } });
    expect(sentTo(owner.email)).toBe(1);
    expect(await service.rows('SELECT 1 FROM delivery WHERE id = $1 AND letter IS NOT NULL', [delivery.id])).toEqual([]);
  });

  it('have as many tries as a new one, and go where their reader is found now', async () => {
    const { owner, delivery } = await refusedOwner();
    await service.tell(UserChanged, { ...owner, email: `new-${owner.email}`, version: 2 });
    await service.rows('UPDATE delivery SET attempts = 12 WHERE id = $1', [delivery.id]);
    provider.behave = () => ({ status: 500 });
    await replay(delivery);
    await waitUntil(async () => (await listed(owner))[0]?.reason?.includes('500'), { that: 'the failure is recorded' });
    provider.behave = () => ({ status: 202 });
    await service.rows('UPDATE delivery SET due_at = now() WHERE id = $1', [delivery.id]);
    expect(await settled(owner)).toMatchObject({ status: 'sent', tries: 14, address: `new-${owner.email}` });
    expect([sentTo(owner.email), sentTo(`new-${owner.email}`)]).toEqual([0, 1]);
  });

  it('stay dead where they held a secret, or what they said is no longer true', async () => {
    provider.behave = () => ({ status: 400 });
    const person = aPerson();
    await service.tell(PasswordResetRequested, aMailLink(person));
    const secret = await settled(person);
    expect(secret).toMatchObject({ status: 'dead', replayable: false });
    await expect(replay(secret)).rejects.toMatchObject({ problem: DeliveryForgotten });
    const { owner, delivery } = await refusedOwner();
    await service.rows("UPDATE delivery SET expires_at = now() - interval '1 s' WHERE id = $1", [delivery.id]);
    await expect(replay(delivery)).rejects.toMatchObject({ problem: DeliveryForgotten });
    expect(sentTo(owner.email)).toBe(0);
    await expect(replay({ id: newId() })).rejects.toMatchObject({ problem: NotFound });
  });

  it('are the only ones that a bad day of the provider costs: the others arrive once, after longer and longer pauses', async () => {
    await service.rows(`
      CREATE TABLE pause (try integer, seconds float8, reason text);
      CREATE FUNCTION note_pause() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS
        'BEGIN INSERT INTO notification.pause VALUES (NEW.attempts, extract(epoch FROM NEW.due_at - now()), NEW.reason); RETURN NULL; END';
      CREATE TRIGGER noted AFTER UPDATE ON delivery FOR EACH ROW WHEN (NEW.state = 'waiting' AND NEW.reason IS DISTINCT FROM OLD.reason) EXECUTE FUNCTION note_pause()`);
    const owners = await Promise.all(Array.from({ length: 24 }, (_, index) => aPerson({ email: `bad-day-${index}@mail.example` })));
    const tries = new Map<string, number>();
    provider.behave = ({ personalizations: [to] }) => {
      const { email } = to!.to[0]!;
      const count = (tries.get(email) ?? 0) + 1;
      tries.set(email, count);
      const index = Number(/\d+/.exec(email));
      if (index === 7) return { status: 400 };
      const troubles = [{ status: 500 }, { status: 429, headers: { 'retry-after': '40' } }, { status: 503 }];
      // Each answer says which try it is to, so that a try that was recorded can be told from one in hand.
      return count > index % 4 ? { status: 202 } : { ...troubles[(count + index) % 3]!, says: `try ${count}.` };
    };
    await Promise.all(owners.map((owner) => service.tell(BookingRequested, aBooking(aPerson({ email: `away${newId()}@imported.invalid` }), owner))));
    await waitUntil(async () => {
      clock.advance(60_000);
      await service.rows("UPDATE delivery SET due_at = now() WHERE state = 'waiting' AND reason LIKE '%try ' || attempts || '.%'");
      return (await service.rows("SELECT 1 FROM delivery WHERE state = 'waiting'")).length === 0;
    }, { that: 'all is settled', timeoutMs: 20_000 });
    expect(owners.map(({ email }) => sentTo(email))).toEqual(owners.map((_, index) => (index === 7 ? 0 : 1)));
    expect((await service.rows<{ address: string }>("SELECT address FROM delivery WHERE state = 'failed' AND address LIKE 'bad-day%'")).map(({ address }) => address)).toEqual(['bad-day-7@mail.example']);
    const pauses = await service.rows<{ try: number; seconds: number; reason: string }>('SELECT * FROM pause');
    expect(new Set(pauses.map((pause) => pause.try))).toEqual(new Set([1, 2, 3]));
    for (const { try: count, seconds, reason } of pauses) {
      const longest = Math.max(5 * 2 ** (count - 1), reason.includes('429') ? 40 : 0);
      expect(seconds).toBeGreaterThanOrEqual(reason.includes('429') ? 40 : longest / 2);
      expect(seconds).toBeLessThanOrEqual(longest);
    }
    expect(provider.faults).toEqual([]);
  });
});
