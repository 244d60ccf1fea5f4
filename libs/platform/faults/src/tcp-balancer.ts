import { type AddressInfo, type Server, type Socket, connect, createServer } from 'node:net';

/** A server behind a balancer. */
export interface Backend {
  readonly name: string;
  readonly port: number;
}

/** Stands for what leads people to the replicas of the public door, and takes one out before it is told to stop. */
export class TcpBalancer {
  private readonly server: Server;
  private readonly out = new Set<string>();
  private backends: readonly Backend[];
  private next = 0;

  constructor(backends: readonly Backend[]) {
    this.backends = backends;
    this.server = createServer((socket) => this.join(socket));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
  }

  async close(): Promise<void> {
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** No new connection leads there; those that do are let be. */
  takeOut(name: string): void {
    this.out.add(name);
  }

  /** It may be led to again. */
  takeIn(name: string): void {
    this.out.delete(name);
  }

  /** From now on it leads to these; connections to others are let be. */
  leadTo(backends: readonly Backend[]): void {
    this.backends = backends;
  }

  private join(socket: Socket): void {
    const open = this.backends.filter(({ name }) => !this.out.has(name));
    const { port } = open[this.next++ % open.length]!;
    const server = connect(port, '127.0.0.1');
    for (const [from, to] of [
      [socket, server],
      [server, socket],
    ] as const) {
      from.setNoDelay(true);
      from.on('error', () => from.destroy());
      from.on('close', () => to.destroy());
      from.pipe(to);
    }
  }
}
