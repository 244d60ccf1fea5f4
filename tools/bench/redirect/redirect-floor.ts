import type { AddressInfo } from 'node:net';
import Fastify from 'fastify';

/** The floor of a redirect: bare Fastify with every link in memory. */
async function serve(): Promise<void> {
  const links = new Map(Array.from({ length: 1_000 }, (_, index) => [`code${index}`, `https://example.com/page/${index}`]));
  const app = Fastify();
  app.get<{ Params: { code: string } }>('/s/:code', (request, reply) => {
    const url = links.get(request.params.code);
    if (url === undefined) return reply.code(404).send();
    return reply.redirect(url, 302);
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  process.once('SIGTERM', () => process.exit(0));
  process.send?.({ port: (app.server.address() as AddressInfo).port });
}

void serve();
