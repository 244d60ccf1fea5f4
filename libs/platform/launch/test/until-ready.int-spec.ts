import { createServer } from 'node:http';
import { freePort, untilReady } from '@bookable/platform-launch';

const ALIVE = { exitCode: null, signalCode: null };

describe('a process that was just started', () => {
  it('is waited for until its door says that it is ready', async () => {
    const port = await freePort();
    const asked: (string | undefined)[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url);
      response.writeHead(asked.length < 3 ? 503 : 200).end();
    });
    const ready = untilReady(`http://127.0.0.1:${port}`, ALIVE);
    await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
    await ready;
    await new Promise((done) => server.close(done));
    expect(asked).toEqual(['/health/ready', '/health/ready', '/health/ready']);
  });

  it('is not waited for once it has ended, of itself or by a signal', async () => {
    const url = `http://127.0.0.1:${await freePort()}`;
    await expect(untilReady(url, { ...ALIVE, exitCode: 78 })).rejects.toThrow('The process ended with 78 before it was ready.');
    await expect(untilReady(url, { ...ALIVE, signalCode: 'SIGKILL' })).rejects.toThrow('The process ended with SIGKILL before it was ready.');
  });

  it('is given up when it takes too long', async () => {
    await expect(untilReady(`http://127.0.0.1:${await freePort()}`, ALIVE, 300)).rejects.toThrow('The process was not ready within 0.3 s.');
  });
});
