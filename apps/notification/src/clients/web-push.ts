import { OutboundFault, OutboundFetcher, retryAfterMs } from '@bookable/platform-outbound';
import { Injectable } from '@nestjs/common';
import { generateRequestDetails } from 'web-push';
import { NotificationConfig } from '../config';
import type { SendOutcome } from '../domain/mail';

/** Where a push goes, and by which keys its reader alone can read it. */
export interface PushTarget {
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
}

/** How a push ended; `gone` where the browser no longer wants any. */
export type PushOutcome = SendOutcome | { readonly kind: 'gone' };

const TIMEOUT_MS = 10_000;
const LARGEST_ANSWER_BYTES = 65_536;
const TTL_SECONDS = 24 * 3_600;
/** Faults of an address that stay however often it is tried. */
const HOPELESS: ReadonlySet<string> = new Set(['address', 'private']);

/** Pushes to browsers over their vendors' services (RFC 8030), encrypted (RFC 8291), in the name of the installation (RFC 8292). */
@Injectable()
export class WebPush {
  constructor(
    private readonly config: NotificationConfig,
    private readonly outbound: OutboundFetcher,
  ) {}

  /** Throws `OutboundFault` where nothing is pushed to an address, as far as its spelling tells: only https is, but where the installation itself says otherwise. */
  check(endpoint: string): void {
    this.outbound.check(endpoint);
    const { protocol, host } = new URL(endpoint);
    if (protocol !== 'https:' && !this.config.pushHostsAllowed.includes(host)) throw new OutboundFault('address');
  }

  async send(target: PushTarget, payload: object): Promise<PushOutcome> {
    const { vapid } = this.config;
    if (!vapid) return { kind: 'skipped', reason: 'this installation does not push' };
    try {
      this.check(target.endpoint);
      const { endpoint, headers, body } = generateRequestDetails(subscriptionOf(target), JSON.stringify(payload), { vapidDetails: vapid, TTL: TTL_SECONDS });
      const answer = await this.outbound.post(endpoint, { headers: textsOf(headers), body, maxBytes: LARGEST_ANSWER_BYTES, timeoutMs: TIMEOUT_MS });
      return outcomeOf(answer.status, answer.headers['retry-after']);
    } catch (error) {
      if (error instanceof OutboundFault) return { kind: HOPELESS.has(error.word) ? 'refused' : 'later', fault: 'message', reason: `the push service was not reached: ${error.word}` };
      return { kind: 'refused', reason: 'the keys of the browser cannot be used' };
    }
  }
}

function subscriptionOf({ endpoint, p256dh, auth }: PushTarget) {
  return { endpoint, keys: { p256dh, auth } };
}

function textsOf(headers: Readonly<Record<string, unknown>>): Record<string, string> {
  // The length is told by whoever sends.
  return Object.fromEntries(Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'content-length').map(([name, value]) => [name, String(value)]));
}

function outcomeOf(status: number, retryAfter: unknown): PushOutcome {
  if (status >= 200 && status < 300) return { kind: 'sent' };
  if (status === 404 || status === 410) return { kind: 'gone' };
  const reason = `the push service answered ${status}`;
  const isPassing = status === 408 || status === 429 || status >= 500;
  return isPassing ? { kind: 'later', fault: 'message', reason, retryAfterMs: retryAfterMs(retryAfter, Date.now()) } : { kind: 'refused', reason };
}
