import { type Server, createServer } from 'node:net';
import { freePort, freePorts } from '@bookable/platform-launch';

const LOWEST_OF_OUTGOING = 32_768;

async function listenOn(port: number): Promise<Server> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, resolve));
  return server;
}

async function close(server: Server): Promise<void> {
  await new Promise((resolve) => server.close(resolve));
}

describe('a free port', () => {
  it('can be listened on, and is none that an outgoing connection would take', async () => {
    for (let time = 0; time < 20; time += 1) {
      const port = await freePort();
      expect(port).toBeLessThan(LOWEST_OF_OUTGOING);
      await close(await listenOn(port));
    }
  });

  it('may be the first of a row, all of which can be listened on at once', async () => {
    const first = await freePorts(32);
    expect(first + 32).toBeLessThan(LOWEST_OF_OUTGOING);
    const servers = await Promise.all(Array.from({ length: 32 }, (_, index) => listenOn(first + index)));
    await Promise.all(servers.map(close));
  });
});
