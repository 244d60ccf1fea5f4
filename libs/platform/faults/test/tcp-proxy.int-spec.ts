import { once } from 'node:events';
import { type AddressInfo, type Server, type Socket, connect, createServer } from 'node:net';
import { TcpProxy } from '../src/tcp-proxy';

describe('a proxy that can be cut', () => {
  let echo: Server;
  let proxy: TcpProxy;

  beforeEach(async () => {
    echo = createServer((socket) => socket.on('error', () => socket.destroy()).pipe(socket)).listen(0, '127.0.0.1');
    await once(echo, 'listening');
    proxy = new TcpProxy(new URL(`amqp://127.0.0.1:${(echo.address() as AddressInfo).port}`));
    await proxy.open();
  });
  afterEach(async () => {
    await proxy.close();
    await new Promise((resolve) => echo.close(resolve));
  });

  const join = async (): Promise<Socket> => {
    const socket = connect(Number(new URL(proxy.url).port), '127.0.0.1');
    await once(socket, 'connect');
    return socket;
  };
  const says = async (socket: Socket, word: string): Promise<string> => {
    socket.write(word);
    const [heard] = (await once(socket, 'data')) as [Buffer];
    return heard.toString();
  };

  it('carries both ways what is said', async () => {
    const socket = await join();
    expect(await says(socket, 'hello')).toBe('hello');
    socket.destroy();
  });

  it('cuts whoever is connected, and lets new ones in at once', async () => {
    const socket = await join();
    await says(socket, 'hello');
    const ended = once(socket, 'close');
    proxy.cut();
    await ended;
    const next = await join();
    expect(await says(next, 'again')).toBe('again');
    next.destroy();
  });

  it('takes nobody while it is closed, and answers at the same address afterwards', async () => {
    const { url } = proxy;
    await proxy.close();
    await expect(join()).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    await proxy.open();
    expect(proxy.url).toBe(url);
    const socket = await join();
    expect(await says(socket, 'hello')).toBe('hello');
    socket.destroy();
  });
});
