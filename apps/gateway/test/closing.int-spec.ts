import { once } from 'node:events';
import { Agent, type ClientRequest, type IncomingMessage, request } from 'node:http';
import { type Socket, io } from 'socket.io-client';
import { OpenedGateway } from './opened-gateway';

describe('A door that is closing', () => {
  const body = JSON.stringify({ email: 'ann@example.org', password: 'correct horse battery' });
  let gateway: OpenedGateway;
  let lines: Agent;

  beforeEach(async () => {
    gateway = await OpenedGateway.open();
    lines = new Agent({ keepAlive: true });
  });
  afterEach(async () => {
    await gateway.close();
    lines.destroy();
  });

  /** Sends a request up to the middle of its body, on a line that is kept alive. */
  const begin = async (): Promise<ClientRequest> => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const begun = request(`${gateway.running.url}/api/auth/login`, { method: 'POST', agent: lines, headers });
    begun.write(body.slice(0, 10));
    await once(begun, 'socket');
    await gateway.call('GET', '/health/live');
    return begun;
  };
  const finish = async (begun: ClientRequest): Promise<number | undefined> => {
    const answered = once(begun, 'response') as Promise<[IncomingMessage]>;
    begun.end(body.slice(10));
    const [answer] = await answered;
    answer.resume();
    await once(answer, 'end');
    return answer.statusCode;
  };
  const page = async (): Promise<Socket> => {
    const socket = io(gateway.running.url, { auth: { token: gateway.key.token() }, transports: ['websocket'], reconnection: false, forceNew: true });
    await new Promise<void>((resolve) => socket.once('connect', resolve));
    return socket;
  };

  it('answers what it has begun to hear, and does not wait for what a kept line may bring later', async () => {
    const begun = await begin();
    const stopped = gateway.running.stop();
    expect(await finish(begun)).toBe(200);
    await expect(stopped).resolves.toBeUndefined();
  });

  it('still answers whoever has not heard of it, and says that the line is the last one', async () => {
    const begun = await begin();
    const stopped = gateway.running.stop();
    const [answer] = (await once(request(`${gateway.running.url}/health/live`, { agent: lines }).end(), 'response')) as [IncomingMessage];
    answer.resume();
    expect(answer).toMatchObject({ statusCode: 200, headers: { connection: 'close' } });
    expect(await finish(begun)).toBe(200);
    await stopped;
  });

  it('ends the sockets first, and lets nobody in any more', async () => {
    const socket = await page();
    const begun = await begin();
    const left = new Promise((resolve) => socket.once('disconnect', resolve));
    const stopped = gateway.running.stop();
    await left;
    expect(await finish(begun)).toBe(200);
    await stopped;
    await expect(gateway.call('GET', '/health/live')).rejects.toThrow();
  });
});
