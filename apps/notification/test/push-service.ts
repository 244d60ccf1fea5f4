import { type ECDH, createECDH, createPublicKey, randomBytes, verify } from 'node:crypto';
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { decrypt } from 'http_ece';

/** Keys of an installation, as `npx web-push generate-vapid-keys` makes them. */
export function vapidKeys(): { readonly publicKey: string; readonly privateKey: string } {
  const pair = createECDH('prime256v1');
  const publicKey = pair.generateKeys('base64url');
  const number = pair.getPrivateKey();
  return { publicKey, privateKey: Buffer.concat([Buffer.alloc(32 - number.length), number]).toString('base64url') };
}

/** A browser that pushes can be read by. */
export class Browser {
  private readonly pair: ECDH = createECDH('prime256v1');
  private readonly auth = randomBytes(16).toString('base64url');
  readonly keys: { readonly p256dh: string; readonly auth: string };

  constructor(readonly endpoint: string) {
    this.keys = { p256dh: this.pair.generateKeys('base64url'), auth: this.auth };
  }

  read(body: Buffer): unknown {
    return JSON.parse(decrypt(body, { version: 'aes128gcm', privateKey: this.pair, authSecret: this.auth }).toString());
  }
}

/** A vendor's push service: takes pushes (RFC 8030) of who proves who they are (RFC 8292), or answers as it is told. */
export class PushService {
  readonly taken: { readonly path: string; readonly body: Buffer }[] = [];
  readonly faults: string[] = [];
  behave: (path: string, count: number) => number | { readonly location: string } = () => 201;
  private count = 0;

  private constructor(
    private readonly server: Server,
    private readonly publicKey: string,
  ) {}

  static async start(publicKey: string): Promise<PushService> {
    const server = createServer();
    const service = new PushService(server, publicKey);
    server.on('request', (request, response) => void service.take(request, response));
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return service;
  }

  get host(): string {
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  browser(name: string): Browser {
    return new Browser(`http://${this.host}/push/${name}`);
  }

  pushesTo({ endpoint }: Browser): readonly Buffer[] {
    return this.taken.filter(({ path }) => endpoint.endsWith(path)).map(({ body }) => body);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const path = request.url ?? '';
    if (request.method !== 'POST' || request.headers['content-encoding'] !== 'aes128gcm' || !request.headers.ttl) this.faults.push(`${request.method} ${path}`);
    if (!this.isFromTheInstallation(request.headers.authorization ?? '')) this.faults.push(`${path}: who is that?`);
    this.count += 1;
    const answer = this.behave(path, this.count);
    if (answer === 201) this.taken.push({ path, body: Buffer.concat(chunks) });
    if (typeof answer === 'number') response.writeHead(answer).end();
    else response.writeHead(307, { location: answer.location }).end();
  }

  /** A token signed on the curve, of this service, from the very key that the browser subscribed with. */
  private isFromTheInstallation(authorization: string): boolean {
    const [, token = '', key] = /^vapid t=([^,]+), ?k=(.+)$/.exec(authorization) ?? [];
    const [head = '', claims = '', signature = ''] = token.split('.');
    const point = Buffer.from(this.publicKey, 'base64url');
    const jwk = { kty: 'EC', crv: 'P-256', x: point.subarray(1, 33).toString('base64url'), y: point.subarray(33).toString('base64url') };
    const isSigned = verify('sha256', Buffer.from(`${head}.${claims}`), { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'));
    const { aud } = JSON.parse(Buffer.from(claims, 'base64url').toString() || '{}') as { readonly aud?: string };
    return isSigned && key === this.publicKey && aud === `http://${this.host}`;
  }
}
