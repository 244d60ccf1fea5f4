import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A web server on this machine that counts who comes: over IPv4 and, where the machine has it, over IPv6. */
export class LoopbackListener {
  connections = 0;
  readonly asked: string[] = [];

  private constructor(
    private readonly servers: readonly Server[],
    readonly port: number,
  ) {}

  static async open(answer: Parameters<typeof createServer>[1] = (_request, reply) => void reply.end('hello')): Promise<LoopbackListener> {
    const first = createServer(answer);
    await new Promise<void>((resolve) => first.listen(0, '0.0.0.0', resolve));
    const { port } = first.address() as AddressInfo;
    const second = createServer(answer);
    const hasSecond = await new Promise<boolean>((resolve) => second.once('error', () => resolve(false)).listen({ port, host: '::1', ipv6Only: true }, () => resolve(true)));
    const listener = new LoopbackListener(hasSecond ? [first, second] : [first], port);
    for (const server of listener.servers) {
      server.on('connection', () => (listener.connections += 1));
      server.on('request', ({ url }) => listener.asked.push(url ?? ''));
    }
    return listener;
  }

  async close(): Promise<void> {
    for (const server of this.servers) {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  }
}
