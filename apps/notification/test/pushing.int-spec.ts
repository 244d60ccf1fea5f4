import { UserDeleted, type UserFacts } from '@bookable/contracts-auth';
import { BookingRequested } from '@bookable/contracts-booking';
import { ChangePreferences, GetPushChannel, PushEndpointRefused, PushIsOff, SubscribeToPushes, UnsubscribeFromPushes } from '@bookable/contracts-notification';
import { NotFound } from '@bookable/kernel';
import { waitUntil } from '@bookable/platform-testing';
import { aBooking, aPerson } from './facts';
import { type Browser, PushService, vapidKeys } from './push-service';
import { RunningNotification } from './running-notification';

describe('pushing to browsers', () => {
  const keys = vapidKeys();
  let vendor: PushService;
  let service: RunningNotification;

  beforeAll(async () => {
    vendor = await PushService.start(keys.publicKey);
    service = await RunningNotification.start({ VAPID_PUBLIC_KEY: keys.publicKey, VAPID_PRIVATE_KEY: keys.privateKey, PUSH_HOSTS_ALLOWED: vendor.host });
  });
  afterAll(async () => {
    await service.stop();
    await vendor.stop();
  });
  beforeEach(() => {
    vendor.behave = () => 201;
  });

  const actor = ({ id }: UserFacts) => ({ userId: id, roles: [] });
  const subscribe = (person: UserFacts, { endpoint, keys: own }: Pick<Browser, 'endpoint' | 'keys'>) => service.ask(SubscribeToPushes, { endpoint, keys: own }, actor(person));
  const channel = (person: UserFacts) => service.ask(GetPushChannel, {}, actor(person));
  const pushes = ({ id }: UserFacts) => service.rows<{ state: string; reason: string | null; attempts: number }>("SELECT state, reason, attempts FROM delivery WHERE person_id = $1 AND channel = 'push' ORDER BY id", [id]);
  const settled = (person: UserFacts, count: number) => waitUntil(async () => {
    const rows = await pushes(person);
    return rows.length === count && rows.every(({ state }) => state !== 'waiting') ? rows : undefined;
  }, { that: `${count} pushes are settled` });
  const ask = async (owner: UserFacts) => {
    const booking = aBooking(aPerson({ email: 'elsewhere@imported.invalid' }), owner);
    await service.tell(BookingRequested, booking);
    return booking;
  };

  it('tells each browser of a reader once, so that it alone can read it, however often the fact comes', async () => {
    const owner = aPerson({ locale: 'ru' });
    const [phone, laptop] = [vendor.browser('phone'), vendor.browser('laptop')];
    for (const browser of [phone, laptop, phone]) await subscribe(owner, browser);
    expect(await channel(owner)).toEqual({ isOn: true, publicKey: keys.publicKey, subscriptions: [expect.objectContaining({ id: expect.any(String) }), expect.anything()] });
    const booking = aBooking(aPerson({ email: 'elsewhere@imported.invalid' }), owner);
    await Promise.all(Array.from({ length: 100 }, () => service.tell(BookingRequested, booking)));
    expect((await settled(owner, 2)).map(({ state }) => state)).toEqual(['sent', 'sent']);
    for (const browser of [phone, laptop]) {
      const [push, ...more] = vendor.pushesTo(browser);
      expect(more).toEqual([]);
      expect(browser.read(push!)).toMatchObject({ type: 'booking-requested', title: 'Запрос на бронирование: Loft "North"', text: expect.any(String), path: `/bookings/${booking.id}` });
    }
    expect(vendor.faults).toEqual([]);
  });

  it('ends where a browser has taken back its subscription, and goes on where a vendor is only away', async () => {
    const owner = aPerson();
    const [gone, busy] = [vendor.browser('gone'), vendor.browser('busy')];
    for (const browser of [gone, busy]) await subscribe(owner, browser);
    let isAway = true;
    vendor.behave = (path) => (path.endsWith('gone') ? 410 : isAway ? 503 : 201);
    await ask(owner);
    await waitUntil(async () => (await pushes(owner)).some(({ state, reason }) => state === 'waiting' && reason === 'the push service answered 503'));
    isAway = false;
    await service.rows("UPDATE delivery SET due_at = now() WHERE person_id = $1 AND state = 'waiting'", [owner.id]);
    expect((await settled(owner, 2)).map(({ state, reason }) => reason ?? state).sort()).toEqual(['sent', 'the browser has taken back its subscription']);
    expect((await channel(owner)).subscriptions).toHaveLength(1);
    expect(vendor.pushesTo(busy)).toHaveLength(1);
  });

  it('goes nowhere else than people’s own vendors: no other scheme, no private address, and no redirect', async () => {
    const owner = aPerson();
    const { keys: own } = vendor.browser('inside');
    for (const endpoint of ['http://push.example/a', 'https://127.0.0.1/a', 'https://[::1]/a', 'https://10.0.0.1/a', 'https://169.254.169.254/latest', 'https://localhost/a', 'https://user:pw@push.example/a', 'https://push.example:8443/a', 'ftp://push.example/a', 'nothing']) {
      await expect(subscribe(owner, { endpoint, keys: own })).rejects.toMatchObject({ problem: PushEndpointRefused });
    }
    const sly = vendor.browser('sly');
    await subscribe(owner, sly);
    vendor.behave = () => ({ location: `http://${vendor.host}/push/elsewhere` });
    await ask(owner);
    expect(await settled(owner, 1)).toMatchObject([{ state: 'failed', reason: 'the push service answered 307' }]);
    expect(vendor.taken.some(({ path }) => path.endsWith('elsewhere'))).toBe(false);
  });

  it('is nobody’s but the person’s, who takes it back, and goes with the browser to whoever signs in there', async () => {
    const [owner, other] = [aPerson(), aPerson()];
    const browser = vendor.browser('shared');
    const { id } = await subscribe(owner, browser);
    await expect(service.ask(UnsubscribeFromPushes, { id }, actor(other))).rejects.toMatchObject({ problem: NotFound });
    const { id: ofOther } = await subscribe(other, browser);
    expect((await channel(owner)).subscriptions).toEqual([]);
    await service.ask(UnsubscribeFromPushes, { id: ofOther }, actor(other));
    await ask(other);
    expect(await pushes(other)).toEqual([]);
  });

  it('keeps the keys of browsers sealed under the address of each, and pushes with those that an earlier release wrote', async () => {
    const [owner, earlier] = [aPerson(), aPerson()];
    const [own, old] = [vendor.browser('sealed'), vendor.browser('plain')];
    for (const [person, browser] of [[owner, own], [earlier, old]] as const) await subscribe(person, browser);
    expect(JSON.stringify(await service.rows(`SELECT row::text FROM push_subscription AS row`))).toContain(own.endpoint);
    const kept = await service.rows(`SELECT row::text, encode(sealed_auth, 'escape') FROM push_subscription AS row`);
    for (const { p256dh, auth } of [own.keys, old.keys]) for (const secret of [p256dh, auth]) expect(JSON.stringify(kept)).not.toContain(secret);
    const { p256dh, auth } = old.keys;
    await service.rows('UPDATE push_subscription SET p256dh = $2, auth = $3, sealed_p256dh = NULL, sealed_auth = NULL WHERE endpoint = $1', [old.endpoint, p256dh, auth]);
    for (const person of [owner, earlier]) {
      await ask(person);
      expect((await settled(person, 1)).map(({ state }) => state)).toEqual(['sent']);
    }
    await subscribe(earlier, own);
    await ask(earlier);
    expect((await settled(earlier, 3)).map(({ state }) => state)).toEqual(['sent', 'sent', 'sent']);
  });

  it('leaves out what its reader does not want to hear so, and is forgotten with the person', async () => {
    const owner = aPerson();
    await subscribe(owner, vendor.browser('silent'));
    await service.ask(ChangePreferences, { preferences: [{ type: 'booking-requested', push: false }] }, actor(owner));
    await ask(owner);
    expect(await pushes(owner)).toEqual([]);
    await service.tell(UserDeleted, { id: owner.id, version: 9 });
    expect(await service.rows('SELECT 1 FROM push_subscription WHERE person_id = $1', [owner.id])).toEqual([]);
  });

  it('keeps the latest twenty browsers of a person', async () => {
    const owner = aPerson();
    for (let index = 0; index < 22; index += 1) await subscribe(owner, vendor.browser(`many-${index}`));
    expect((await channel(owner)).subscriptions).toHaveLength(20);
  });

  it('is off without keys, and says so', async () => {
    const silent = await RunningNotification.start();
    const owner = aPerson();
    expect(await silent.ask(GetPushChannel, {}, actor(owner))).toEqual({ isOn: false, publicKey: null, subscriptions: [] });
    const { endpoint, keys: own } = vendor.browser('off');
    await expect(silent.ask(SubscribeToPushes, { endpoint, keys: own }, actor(owner))).rejects.toMatchObject({ problem: PushIsOff });
    await silent.stop();
  });
});
