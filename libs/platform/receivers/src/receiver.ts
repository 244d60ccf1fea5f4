import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';

interface Waiting {
  readonly isEnough: () => boolean;
  readonly resolve: () => void;
}

/** A small HTTP server that takes in whatever is posted to it, for tests of what a process sends to those who watch it. */
export abstract class Receiver {
  /** Every body as it came, so that a test may search all of it. */
  readonly bodies: string[] = [];
  /** What it answers with; anything but 200 makes it one that is broken. */
  status = 200;
  private readonly server: Server;
  private waiting: Waiting[] = [];

  protected constructor() {
    this.server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => void chunks.push(chunk));
      request.on('end', () => {
        const bytes = Buffer.concat(chunks);
        this.accept(request.url ?? '', (request.headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes).toString());
        response.writeHead(this.status, { 'content-type': 'application/json' }).end('{}');
      });
    });
  }

  /** Where it answers. */
  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Resolves once enough has come; never by itself, so the test's own limit ends it. */
  until(isEnough: () => boolean): Promise<void> {
    if (isEnough()) return Promise.resolve();
    return new Promise((resolve) => void this.waiting.push({ isEnough, resolve }));
  }

  /** Ends, and every line to it with it. */
  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  protected async listen(): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  /** Reads a body. */
  protected abstract read(path: string, body: string): void;

  private accept(path: string, body: string): void {
    this.bodies.push(body);
    if (this.status === 200) this.read(path, body);
    const done = this.waiting.filter(({ isEnough }) => isEnough());
    this.waiting = this.waiting.filter((one) => !done.includes(one));
    for (const { resolve } of done) resolve();
  }
}
