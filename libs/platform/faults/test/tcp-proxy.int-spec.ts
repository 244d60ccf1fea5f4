import { once } from 'node:events';
import { type AddressInfo, type Server, type Socket, connect, createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
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

  it('hangs without a word, and loses nothing of what was said meanwhile', async () => {
    const socket = await join();
    await says(socket, 'hello');
    proxy.hang();
    const late = await join();
    const heard: string[] = [];
    for (const one of [socket, late]) one.on('data', (chunk: Buffer) => heard.push(chunk.toString()));
    socket.write('one');
    late.write('two');
    await pause(50);
    expect(heard).toEqual([]);
    expect([socket.destroyed, late.destroyed]).toEqual([false, false]);
    proxy.resume();
    await Promise.all([once(socket, 'data'), once(late, 'data')]);
    expect(heard.sort()).toEqual(['one', 'two']);
    for (const one of [socket, late]) one.destroy();
  });

  it('carries everything later, in order', async () => {
    const socket = await join();
    proxy.delay(30);
    const startedMs = performance.now();
    const words = Array.from({ length: 20 }, (_, index) => `${index} `);
    let heard = '';
    socket.on('data', (chunk: Buffer) => (heard += chunk.toString()));
    for (const word of words) socket.write(word);
    while (heard.length < words.join('').length) await once(socket, 'data');
    expect(heard).toBe(words.join(''));
    expect(performance.now() - startedMs).toBeGreaterThanOrEqual(60);
    socket.destroy();
  });

  it('leads to another server once it is switched over', async () => {
    const other = createServer((socket) => socket.on('error', () => socket.destroy()).end('other')).listen(0, '127.0.0.1');
    await once(other, 'listening');
    const socket = await join();
    await says(socket, 'hello');
    const [ended, { url }] = [once(socket, 'close'), proxy];
    proxy.switchTo(new URL(`amqp://127.0.0.1:${(other.address() as AddressInfo).port}`));
    await ended;
    expect(proxy.url).toBe(url);
    const next = await join();
    expect(String((await once(next, 'data'))[0])).toBe('other');
    next.destroy();
    await new Promise((resolve) => other.close(resolve));
  });
});
