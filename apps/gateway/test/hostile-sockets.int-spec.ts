import { NotificationCreated } from '@bookable/contracts-notification';
import { newId } from '@bookable/kernel';
import { waitUntil } from '@bookable/platform-testing';
import { type Socket, io } from 'socket.io-client';
import { OpenedGateway } from './opened-gateway';
import { told } from './told';

/** Pages of others, however close their names come to the one that is let in. */
const FOREIGN = [
  'https://evil.org', 'http://app.example.org', 'https://app.example.org.evil.org', 'https://evil-app.example.org', 'https://app.example.org:444', 'https://sub.app.example.org',
  'https://app.example.org.', 'https://APP.example.org.evil.org', 'null', 'file://', 'https://app.example.org@evil.org', 'https://evil.org#app.example.org',
];

describe('Sockets in bad hands', () => {
  let gateway: OpenedGateway;
  const open: Socket[] = [];

  beforeAll(async () => {
    gateway = await OpenedGateway.open({ CORS_ORIGINS: 'https://app.example.org' });
  });

  afterEach(() => {
    for (const socket of open.splice(0)) socket.disconnect();
  });

  afterAll(() => gateway.close());

  function connect(token: string, transport: 'websocket' | 'polling' = 'websocket', headers: Record<string, string> = {}): Promise<Socket> {
    const socket = io(gateway.running.url, { auth: { token }, transports: [transport], reconnection: false, forceNew: true, extraHeaders: headers });
    open.push(socket);
    return new Promise((resolve, reject) => {
      socket.on('connect', () => resolve(socket));
      socket.on('connect_error', reject);
    });
  }

  it.each(FOREIGN)('are not opened for a page of %s, by either way, whatever token it brings', async (origin) => {
    for (const transport of ['websocket', 'polling'] as const) await expect(connect(gateway.key.token(), transport, { origin })).rejects.toThrow();
  });

  it('are closed within half a minute of the end of their session, though the fact of it was lost on the way', async () => {
    const [userId, sessionId] = [newId(), newId()];
    const [ended, other] = await Promise.all([connect(gateway.key.token({ sub: userId, sid: sessionId })), connect(gateway.key.token({ sub: userId }))]);
    gateway.services.ended = [{ userId, sessionId, endedAt: new Date().toISOString() }];
    await waitUntil(() => !ended.connected, { timeoutMs: 30_000, that: 'the socket is closed' });
    expect(other.connected).toBe(true);
  });

  it('hear nothing of others, whichever room they ask for', async () => {
    const victimId = newId();
    const [victim, spy] = await Promise.all([connect(gateway.key.token({ sub: victimId })), connect(gateway.key.token())]);
    const heard: string[] = [];
    spy.onAny((event: string) => heard.push(event));
    const rooms = [`user ${victimId}`, victimId, { room: `user ${victimId}` }, [`user ${victimId}`], null, '__proto__'];
    for (const event of ['join', 'subscribe', 'conversation:join', 'room', 'user', 'error']) for (const room of rooms) spy.emit(event, room);
    spy.emit('presence:watch', [`user ${victimId}`, '../user', { id: victimId }]);
    const arrived = new Promise((resolve) => victim.once('notification', resolve));
    await gateway.bus.publisher.publish([told(NotificationCreated, { userId: victimId, notification: { id: newId() }, version: 1 } as never)]);
    await arrived;
    expect(heard).toEqual([]);
  });

  it('are closed for one message over 64 KB, as text and as bytes, by either way', async () => {
    for (const transport of ['websocket', 'polling'] as const) {
      for (const big of ['x'.repeat(65_537), Buffer.alloc(65_537)]) {
        const socket = await connect(gateway.key.token(), transport);
        socket.emit('typing', big);
        await waitUntil(() => !socket.connected);
      }
    }
  });

  it('are closed at a hundred messages in a second, and nobody else with them', async () => {
    const [loud, quiet] = await Promise.all([connect(gateway.key.token()), connect(gateway.key.token())]);
    for (let time = 0; time < 100; time += 1) loud.emit('presence:watch', []);
    await waitUntil(() => !loud.connected);
    expect(await quiet.emitWithAck('presence:watch', [])).toEqual([]);
  });
});
