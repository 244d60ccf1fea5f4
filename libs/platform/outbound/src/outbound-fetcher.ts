import type { IncomingHttpHeaders } from 'node:http';
import { Agent, type Dispatcher, request } from 'undici';
import { ACCEPTED_ENCODINGS, boundedBody } from './bounded-body';
import { type Resolve, guardedConnector, resolveBySystem } from './guarded-connector';
import { OutboundFault, outboundFaultOf } from './outbound-fault';
import { type AddressRules, readAddress } from './read-address';

/** What whoever runs the installation says of the ways out of it. */
export interface OutboundOptions extends Partial<AddressRules> {
  readonly resolve?: Resolve;
}

/** How much of it we want, and how long we wait for all of it: names, redirects and body. */
export interface OutboundRequest {
  readonly headers?: Readonly<Record<string, string>>;
  readonly maxBytes: number;
  readonly timeoutMs: number;
}

/** What is to be brought somewhere. */
export interface OutboundDelivery extends OutboundRequest {
  readonly body: Buffer;
}

/** What came; a body only with status 200. */
export interface OutboundAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

const WEB_PORTS: ReadonlySet<number> = new Set([80, 443]);
const REDIRECTS_AT_MOST = 3;
const REDIRECTING = new Set([301, 302, 303, 307, 308]);
const LONGEST_HEADERS_BYTES = 16_384;
const NOTHING = Buffer.alloc(0);

/**
 * Fetches what people tell us to fetch, from the public web and nowhere else (SSRF): only http and https on their own
 * ports, no passwords, every address judged after its name was resolved and again at every redirect, and everything bounded.
 */
export class OutboundFetcher {
  private readonly rules: AddressRules;
  private readonly resolve: Resolve;

  constructor({ allowedHosts = new Set(), ports = WEB_PORTS, resolve = resolveBySystem }: OutboundOptions = {}) {
    this.rules = { allowedHosts, ports };
    this.resolve = resolve;
  }

  /** Throws `OutboundFault` where an address cannot be fetched, as far as its spelling tells. */
  check(address: string): void {
    readAddress(address, this.rules);
  }

  /** The answer, whatever its status; throws `OutboundFault` where there is none. */
  get(address: string, asked: OutboundRequest): Promise<OutboundAnswer> {
    return this.through(asked, (agent, signal) => this.follow(readAddress(address, this.rules), asked, agent, signal));
  }

  /** Brings something where people tell us to; what is redirected is not brought elsewhere. The body of the answer is not read. */
  post(address: string, asked: OutboundDelivery): Promise<OutboundAnswer> {
    return this.through(asked, async (dispatcher, signal) => {
      const answer = await request(readAddress(address, this.rules), { method: 'POST', body: asked.body, headers: asked.headers, dispatcher, signal });
      answer.body.on('error', () => undefined).destroy();
      return { status: answer.statusCode, headers: answer.headers, body: NOTHING };
    });
  }

  private async through(asked: OutboundRequest, ask: (agent: Agent, signal: AbortSignal) => Promise<OutboundAnswer>): Promise<OutboundAnswer> {
    const signal = AbortSignal.timeout(asked.timeoutMs);
    // A connection serves one fetch: nothing that was judged a while ago is used again.
    const connect = guardedConnector(this.rules.allowedHosts, this.resolve, asked.timeoutMs);
    const agent = new Agent({ connect, pipelining: 0, maxHeaderSize: LONGEST_HEADERS_BYTES, headersTimeout: asked.timeoutMs, bodyTimeout: asked.timeoutMs });
    try {
      return await ask(agent, signal);
    } catch (error) {
      throw outboundFaultOf(error);
    } finally {
      await agent.destroy();
    }
  }

  private async follow(first: URL, { headers, maxBytes }: OutboundRequest, dispatcher: Dispatcher, signal: AbortSignal): Promise<OutboundAnswer> {
    let url = first;
    for (let redirects = 0; redirects <= REDIRECTS_AT_MOST; redirects += 1) {
      const answer = await request(url, { dispatcher, signal, headers: { ...headers, 'accept-encoding': ACCEPTED_ENCODINGS } });
      const { statusCode: status, headers: received, body } = answer;
      if (status === 200) return { status, headers: received, body: await boundedBody(body, textOf(received['content-encoding']), maxBytes) };
      // Nobody reads this body, and its line is about to be cut.
      body.on('error', () => undefined).destroy();
      if (!REDIRECTING.has(status)) return { status, headers: received, body: NOTHING };
      url = readAddress(textOf(received['location']) ?? '', this.rules, url.href);
    }
    throw new OutboundFault('too-many-redirects');
  }
}

function textOf(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header.join(', ') : header;
}
