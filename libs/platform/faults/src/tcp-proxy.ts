import { type AddressInfo, type Server, type Socket, connect, createServer } from 'node:net';
import { Lane } from './lane';

/** Stands between a process and a server, such as the broker, so that a test can cut them apart or make the way slow. */
export class TcpProxy {
  private readonly sockets = new Set<Socket>();
  private readonly lanes = new Set<Lane>();
  private server?: Server;
  private port = 0;
  private isHanging = false;
  private delayMs = 0;

  constructor(private target: URL) {}

  /** Where the server seems to be. */
  get url(): string {
    const url = new URL(this.target);
    url.hostname = '127.0.0.1';
    url.port = String(this.port);
    // A database's address may name a socket, which would lead past the proxy.
    url.searchParams.delete('host');
    return url.toString();
  }

  /** Lets connections through, under the same port as before. */
  async open(): Promise<void> {
    const server = createServer((socket) => this.join(socket));
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.port = (server.address() as AddressInfo).port;
    this.server = server;
  }

  /** Cuts every connection as a broken cable would, without a word; new ones come through while it is open. */
  cut(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  /** Cuts every connection and takes no new ones. */
  async close(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    const closed = new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
    this.cut();
    await closed;
  }

  /** Every connection stays open, new ones seem to be made, and nothing comes through: a host that is gone without a word. */
  hang(): void {
    this.isHanging = true;
    for (const lane of this.lanes) lane.hang();
  }

  /** What was on its way goes on, and so does all that follows. */
  resume(): void {
    this.isHanging = false;
    for (const lane of this.lanes) lane.resume();
  }

  /** Every present connection hangs for good, as with a host that has failed; new ones come through, as with the one in its place. */
  strand(): void {
    for (const lane of this.lanes) lane.hang();
  }

  /** From now on everything takes so much longer, each way; nothing is 0. */
  delay(ms: number): void {
    this.delayMs = ms;
  }

  /** Cuts every connection; new ones lead to another server, which seems to be where the former one was. */
  switchTo(target: URL): void {
    this.target = target;
    this.cut();
  }

  private join(socket: Socket): void {
    const server = connect(Number(this.target.port), this.target.hostname);
    for (const [from, to] of [
      [socket, server],
      [server, socket],
    ] as const) {
      const lane = new Lane(from, to, () => this.delayMs);
      this.sockets.add(from);
      this.lanes.add(lane);
      from.setNoDelay(true);
      from.on('error', () => from.destroy());
      from.on('close', () => {
        this.sockets.delete(from);
        this.lanes.delete(lane);
        to.destroy();
      });
      if (this.isHanging) lane.hang();
    }
  }
}
