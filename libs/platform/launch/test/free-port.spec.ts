import { createServer } from 'node:net';
import { freePort } from '@bookable/platform-launch';

describe('a free port', () => {
  it('can be listened on, and is none that an outgoing connection would take', async () => {
    for (let time = 0; time < 20; time += 1) {
      const port = await freePort();
      expect(port).toBeLessThan(32_768);
      const server = createServer();
      await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, resolve));
      await new Promise((resolve) => server.close(resolve));
    }
  });
});
