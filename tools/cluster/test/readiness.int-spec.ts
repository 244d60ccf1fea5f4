import { type Server, createServer } from 'node:http';
import { notReadyAfter } from '../readiness';

/** Ports that `fetch` refuses to go to, as a browser would. */
const AVOIDED_BY_BROWSERS = [4045, 4190, 5060, 5061, 6566, 6665, 6697];

function listenOn(port: number): Promise<Server | undefined> {
  return new Promise((resolve) => {
    const server = createServer((_request, response) => response.end('{}'));
    server.once('error', () => resolve(undefined)).listen(port, '127.0.0.1', () => resolve(server));
  });
}

async function listenOnOneOf([port, ...others]: readonly number[]): Promise<{ server: Server; port: number }> {
  if (port === undefined) throw new Error('Every one of these ports is taken.');
  const server = await listenOn(port);
  return server ? { server, port } : listenOnOneOf(others);
}

describe('the readiness of a member', () => {
  it('is seen on every port, those that browsers keep away from among them', async () => {
    const { server, port } = await listenOnOneOf(AVOIDED_BY_BROWSERS);
    try {
      expect(await notReadyAfter([{ name: 'review', service: 'review', port, portVariable: 'HEALTH_PORT' }], 5_000)).toEqual([]);
    } finally {
      server.close();
    }
  });
});
