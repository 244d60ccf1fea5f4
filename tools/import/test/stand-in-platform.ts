import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

type Body = Readonly<Record<string, unknown>>;

/** What came in by one request. */
export interface Received {
  readonly method: string;
  readonly path: string;
  readonly body: Body;
}

/** The doors an import uses, as small as they can be, and as the platform promises them: one effect for each identity. */
export class StandInPlatform {
  readonly received: Received[] = [];
  readonly people = new Map<string, string>();
  readonly listings = new Map<string, { readonly id: string; readonly listing: Body }>();
  readonly calendars = new Map<string, unknown>();
  readonly ratings = new Map<string, unknown>();
  /** Answers instead of the platform where it is not itself; undefined lets the request through. */
  disturb: (request: Received, token: string) => { status: number; headers?: Record<string, string>; body?: unknown } | undefined = () => undefined;
  answerAfterMs = 0;
  /** Another database behind the same address has another operator. */
  operatorId = 'operator-1';
  private tokens = 0;
  private readonly server: Server = createServer((request, response) => void this.answer(request, response));

  static async open(): Promise<StandInPlatform> {
    const platform = new StandInPlatform();
    await new Promise<void>((done) => platform.server.listen(0, '127.0.0.1', done));
    return platform;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  count(method: string, path: RegExp): number {
    return this.received.filter((one) => one.method === method && path.test(one.path)).length;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const received = { method: request.method!, path: request.url!, body: JSON.parse(Buffer.concat(chunks).toString() || '{}') as Body };
    await pause(this.answerAfterMs);
    const disturbed = this.disturb(received, request.headers.authorization ?? '');
    if (disturbed) {
      response.writeHead(disturbed.status, { 'content-type': 'application/problem+json', ...disturbed.headers }).end(JSON.stringify(disturbed.body ?? {}));
      return;
    }
    this.received.push(received);
    const [status, body] = this.effect(received);
    response.writeHead(status, { 'content-type': 'application/json' }).end(body === undefined ? undefined : JSON.stringify(body));
  }

  private effect({ method, path, body }: Received): [number, unknown?] {
    const id = path.split('/').at(path.endsWith('/availability') ? -2 : -1)!;
    if (path === '/api/auth/login') return [200, { accessToken: `token-${(this.tokens += 1)}`, user: { id: this.operatorId } }];
    if (path === '/api/admin/people') return [201, { id: kept(this.people, String(body['externalId']), (count) => `person-${count}`) }];
    if (path === '/api/admin/listings') {
      return [201, kept(this.listings, String(body['externalId']), (count) => ({ id: `listing-${count}`, listing: body['listing'] as Body }))];
    }
    if (method === 'PUT' && path.endsWith('/availability')) return [204, void this.calendars.set(id, body)];
    return [200, (this.ratings.set(id, body), {})];
  }
}

function kept<Value>(values: Map<string, Value>, key: string, make: (count: number) => Value): Value {
  const value = values.get(key) ?? make(values.size + 1);
  values.set(key, value);
  return value;
}
