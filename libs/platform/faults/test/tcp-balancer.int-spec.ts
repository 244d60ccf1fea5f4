import { once } from 'node:events';
import { type AddressInfo, type Server, connect, createServer } from 'node:net';
import { type Backend, TcpBalancer } from '../src/tcp-balancer';

describe('a balancer', () => {
  const servers: Server[] = [];
  let backends: Backend[];
  let balancer: TcpBalancer;

  beforeEach(async () => {
    backends = [];
    for (const name of ['one', 'two']) {
      const server = createServer((socket) => socket.end(name)).listen(0, '127.0.0.1');
      await once(server, 'listening');
      servers.push(server);
      backends.push({ name, port: (server.address() as AddressInfo).port });
    }
    balancer = new TcpBalancer(backends);
    await balancer.open();
  });
  afterEach(async () => {
    await balancer.close();
    for (const server of servers.splice(0)) server.close();
  });

  const whoAnswers = async (): Promise<string> => {
    const socket = connect(Number(new URL(balancer.url).port), '127.0.0.1');
    const [heard] = (await once(socket, 'data')) as [Buffer];
    socket.destroy();
    return heard.toString();
  };

  it('leads to each in turn', async () => {
    expect([await whoAnswers(), await whoAnswers(), await whoAnswers()]).toEqual(['one', 'two', 'one']);
  });

  it('leads to others once it is told of others', async () => {
    balancer.leadTo(backends.slice(1));
    expect([await whoAnswers(), await whoAnswers()]).toEqual(['two', 'two']);
  });

  it('leads nobody to one that was taken out, until it is taken in again', async () => {
    balancer.takeOut('one');
    expect([await whoAnswers(), await whoAnswers()]).toEqual(['two', 'two']);
    balancer.takeIn('one');
    expect(new Set([await whoAnswers(), await whoAnswers()])).toEqual(new Set(['one', 'two']));
  });
});
