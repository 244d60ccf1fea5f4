import { existsSync, readFileSync } from 'node:fs';
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';

export const API_KEY = 'SG.a-key-that-only-this-test-knows';

/** A request body as SendGrid takes it. */
export interface SentMessage {
  readonly personalizations: readonly { readonly to: readonly { readonly email: string; readonly name?: string }[]; readonly custom_args: { readonly deliveryId: string } }[];
  readonly from: { readonly email: string; readonly name?: string };
  readonly subject: string;
  readonly content: readonly { readonly type: string; readonly value: string }[];
  readonly headers: Readonly<Record<string, string>>;
  readonly tracking_settings: Readonly<Record<string, { readonly enable: boolean }>>;
}

/** What to answer: a status with headers, nothing at all, or a closed connection. */
export type Behaviour = { readonly status: number; readonly headers?: Record<string, string>; readonly says?: string } | 'silence' | 'reset' | 'garbage';

const spec = resolve(__dirname, '../../../../shared/data/specs/sendgrid_mail_v3.json.gz');

/** Twilio's own description of the request, where it lies beside the repository. */
function readSchema(): ValidateFunction | undefined {
  if (!existsSync(spec)) return undefined;
  const document: unknown = JSON.parse(gunzipSync(readFileSync(spec)).toString());
  const ajv = new Ajv2020({ strict: false });
  addFormats(ajv);
  ajv.addSchema(document as object, 'sendgrid');
  return ajv.compile({ $ref: 'sendgrid#/components/requestBodies/PostMailSend/content/application~1json/schema' });
}

/** Speaks SendGrid's `POST /v3/mail/send`, and misbehaves as it is told. */
export class SendGridServer {
  readonly messages: SentMessage[] = [];
  readonly faults: unknown[] = [];
  behave: (message: SentMessage, count: number) => Behaviour = () => ({ status: 202 });
  /** How long it thinks before it answers. */
  pauseMs = 0;
  private readonly isAsDescribed = readSchema();
  private count = 0;

  private constructor(private readonly server: Server) {}

  static async start(): Promise<SendGridServer> {
    const server = createServer();
    const sendGrid = new SendGridServer(server);
    server.on('request', (request, response) => void sendGrid.take(request, response));
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return sendGrid;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const isRoute = request.method === 'POST' && request.url === '/v3/mail/send';
    const isJson = request.headers['content-type']?.startsWith('application/json');
    if (!isRoute || !isJson) this.faults.push(`${request.method} ${request.url} ${request.headers['content-type']}`);
    if (request.headers.authorization !== `Bearer ${API_KEY}`) return this.answer(response, { status: 401 });
    const message = JSON.parse(Buffer.concat(chunks).toString()) as SentMessage;
    if (this.isAsDescribed && !this.isAsDescribed(message)) this.faults.push(...this.isAsDescribed.errors!);
    this.count += 1;
    const behaviour = this.behave(message, this.count);
    if (typeof behaviour === 'object' && behaviour.status === 202) this.messages.push(message);
    await pause(this.pauseMs);
    this.answer(response, behaviour);
  }

  private answer(response: ServerResponse, behaviour: Behaviour): void {
    if (behaviour === 'silence') return;
    if (behaviour === 'reset') return void response.destroy();
    if (behaviour === 'garbage') return void response.writeHead(500, { 'content-type': 'application/json' }).end('{"errors": [');
    const { status, headers, says = `Status ${status} it is.` } = behaviour;
    response.writeHead(status, { 'content-type': 'application/json', 'x-message-id': `sg-${this.count}`, ...headers });
    response.end(status === 202 ? '' : JSON.stringify({ errors: [{ message: says, field: null, help: null }] }));
  }
}
