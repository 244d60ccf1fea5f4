import { SessionEnded } from '@bookable/contracts-auth';
import { BookingConfirmed } from '@bookable/contracts-booking';
import { CleaningRequested, StayOverdue } from '@bookable/contracts-hotel-management';
import { NotificationCreated } from '@bookable/contracts-notification';
import { newId } from '@bookable/kernel';
import type { RunningService } from '@bookable/platform-runtime';
import { waitUntil } from '@bookable/platform-testing';
import { type Socket, io } from 'socket.io-client';
import { OpenedGateway } from './opened-gateway';
import { told } from './told';

describe('The realtime door', () => {
  let gateway: OpenedGateway;
  const open: Socket[] = [];
  const heard = new Map<Socket, [string, unknown][]>();

  function connect(token: unknown, { url = gateway.running.url, headers = {} }: { url?: string; headers?: Record<string, string> } = {}): Promise<Socket> {
    const socket = io(url, { auth: { token }, transports: ['websocket'], reconnection: false, forceNew: true, extraHeaders: headers });
    open.push(socket);
    heard.set(socket, []);
    socket.onAny((event: string, payload: unknown) => heard.get(socket)!.push([event, payload]));
    return new Promise((resolve, reject) => {
      socket.on('connect', () => resolve(socket));
      socket.on('connect_error', reject);
    });
  }

  const last = (socket: Socket) => heard.get(socket)!.at(-1);

  beforeAll(async () => {
    gateway = await OpenedGateway.open({ CORS_ORIGINS: 'https://app.example.org' });
  });

  afterEach(() => {
    for (const socket of open.splice(0)) socket.disconnect();
  });

  afterAll(() => gateway.close());

  it.each([
    ['no token', () => undefined],
    ['a token that is none', () => 'a.b.c'],
    ['an object', () => ({ roles: ['admin'] })],
    ['an expired token', () => gateway.key.token({ exp: 1 })],
  ])('refuses %s with connect_error', async (_what, token) => {
    await expect(connect(token())).rejects.toMatchObject({ message: 'unauthenticated', data: { code: 'unauthenticated' } });
  });

  it('refuses the pages of origins it does not know', async () => {
    await expect(connect(gateway.key.token(), { headers: { origin: 'https://evil.org' } })).rejects.toThrow();
    await expect(connect(gateway.key.token(), { headers: { origin: 'https://app.example.org' } })).resolves.toBeDefined();
  });

  it('pushes a notification to every socket of its person, and to nobody else', async () => {
    const userId = newId();
    const [one, two, other] = await Promise.all([connect(gateway.key.token({ sub: userId })), connect(gateway.key.token({ sub: userId })), connect(gateway.key.token())]);
    const notification = { id: newId(), type: 'booking-requested', title: 'Hi' };
    await gateway.bus.publisher.publish([told(NotificationCreated, { userId, notification, version: 1 } as never)]);
    await waitUntil(async () => last(one) !== undefined && last(two) !== undefined);
    expect([last(one), last(two), last(other)]).toEqual([['notification', notification], ['notification', notification], undefined]);
  });

  it('pushes a step of a booking to both of its parties, and no more of it than its status', async () => {
    const [renterId, ownerId, id] = [newId(), newId(), newId()];
    const [renter, owner] = await Promise.all([connect(gateway.key.token({ sub: renterId })), connect(gateway.key.token({ sub: ownerId }))]);
    await gateway.bus.publisher.publish([told(BookingConfirmed, { id, renterId, ownerId, status: 'confirmed', message: 'private' } as never)]);
    await waitUntil(async () => last(renter) !== undefined && last(owner) !== undefined);
    expect([last(renter), last(owner)]).toEqual([['booking', { id, status: 'confirmed' }], ['booking', { id, status: 'confirmed' }]]);
  });

  it('pushes what happens in a hotel to those whose business it is, and to nobody else', async () => {
    const [deskId, cleanerId] = [newId(), newId()];
    const [desk, cleaner, stranger] = await Promise.all([connect(gateway.key.token({ sub: deskId })), connect(gateway.key.token({ sub: cleanerId })), connect(gateway.key.token())]);
    const room = { id: newId(), hotelId: newId(), roomNumber: '101' };
    await gateway.bus.publisher.publish([told(StayOverdue, { ...room, readerIds: [deskId], version: 1 } as never)]);
    await waitUntil(async () => last(desk) !== undefined);
    expect([last(desk), last(cleaner)]).toEqual([['hotel:event', { type: 'stay-overdue', ...room }], undefined]);
    await gateway.bus.publisher.publish([told(CleaningRequested, { ...room, readerIds: [deskId, cleanerId], version: 1 } as never)]);
    await waitUntil(async () => last(cleaner) !== undefined);
    expect([last(desk), last(cleaner), last(stranger)]).toEqual([['hotel:event', { type: 'cleaning-due', ...room }], ['hotel:event', { type: 'cleaning-due', ...room }], undefined]);
  });

  it('closes the sockets of an ended session at once, and leaves the others', async () => {
    const [userId, sid] = [newId(), newId()];
    const [ended, other] = await Promise.all([connect(gateway.key.token({ sub: userId, sid })), connect(gateway.key.token({ sub: userId }))]);
    await gateway.bus.publisher.publish([told(SessionEnded, { userId, sessionId: sid, endedAt: new Date().toISOString() })]);
    await waitUntil(async () => !ended.connected);
    expect(other.connected).toBe(true);
  });

  it('closes a socket when its token expires', async () => {
    const socket = await connect(gateway.key.token({ exp: Math.floor(Date.now() / 1_000) + 3 }));
    await waitUntil(async () => !socket.connected);
  });

  it('ends whoever says more than a person could, or says something too long', async () => {
    const [loud, long] = await Promise.all([connect(gateway.key.token()), connect(gateway.key.token())]);
    for (let time = 0; time < 100; time += 1) loud.emit('typing', {});
    long.emit('typing', 'x'.repeat(100_000));
    await waitUntil(async () => !loud.connected && !long.connected);
  });

  it('takes rubbish without falling over', async () => {
    const socket = await connect(gateway.key.token());
    for (const rubbish of [null, {}, 'x', [1, null, {}], ['not-an-id']]) expect(await socket.emitWithAck('presence:watch', rubbish)).toEqual([]);
    expect(socket.connected).toBe(true);
  });

  describe('with two replicas', () => {
    let second: RunningService & { readonly url: string };

    beforeAll(async () => {
      second = await gateway.start();
    });

    afterAll(() => second?.stop());

    it('tells a watcher on one of whoever comes and goes on the other', async () => {
      const userId = newId();
      const watcher = await connect(gateway.key.token());
      expect(await watcher.emitWithAck('presence:watch', [userId])).toEqual([{ userId, online: false, lastSeen: null }]);
      const watched = await connect(gateway.key.token({ sub: userId }), { url: second.url });
      await waitUntil(async () => (last(watcher)?.[1] as { online?: boolean } | undefined)?.online === true);
      watched.disconnect();
      await waitUntil(async () => (last(watcher)?.[1] as { online?: boolean } | undefined)?.online === false);
      expect(last(watcher)).toEqual(['presence', { userId, online: false, lastSeen: expect.any(String) as string }]);
    });

    it('tells a new replica who is there already', async () => {
      const userId = newId();
      await connect(gateway.key.token({ sub: userId }));
      const third = await gateway.start();
      const watcher = await connect(gateway.key.token(), { url: third.url });
      await waitUntil(async () => ((await watcher.emitWithAck('presence:watch', [userId])) as { online: boolean }[])[0]!.online);
      await third.close();
    });
  });
});
