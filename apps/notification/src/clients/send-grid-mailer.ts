import { retryAfterMs } from '@bookable/platform-outbound';
import { Client } from '@sendgrid/client';
import { type MailDataRequired, MailService } from '@sendgrid/mail';
import { type Mail, type SendOutcome, unsubscribeHeaders } from '../domain/mail';
import { Mailer } from './mailer';

/** How SendGrid is reached. */
export interface SendGridOptions {
  readonly apiKey: string;
  readonly baseUrl: string;
  readonly from: { readonly address: string; readonly name: string };
  readonly timeoutMs?: number;
}

/** What the library throws: SendGrid's answer, or a fault of the network, which has no answer and a code in words. */
interface SendFault {
  readonly code?: number | string;
  readonly message?: string;
  readonly response?: { readonly headers?: Readonly<Record<string, unknown>>; readonly body?: unknown };
}

const TIMEOUT_MS = 8_000;
const LONGEST_ANSWER_BYTES = 65_536;
/** A key that is wrong or may not send, a rate limit, or a fault of theirs: another mail would not have gone either. */
const PROVIDER_FAULTS = new Set([401, 403, 404, 405, 407, 408, 429]);

/** Sends through SendGrid's Web API, version 3. */
export class SendGridMailer extends Mailer {
  private readonly service = new MailService();
  private readonly from: MailDataRequired['from'];
  private readonly domain: string;

  constructor({ apiKey, baseUrl, from, timeoutMs = TIMEOUT_MS }: SendGridOptions) {
    super();
    const client = new Client();
    client.setDefaultHeader('Authorization', `Bearer ${apiKey}`);
    client.setDefaultRequest('baseUrl', `${baseUrl}/`);
    // The library forwards whatever stands here to axios; an answer without an end must not fill the memory.
    client.setDefaultRequest(Object.assign({ url: '' }, { maxContentLength: LONGEST_ANSWER_BYTES, maxRedirects: 0 }));
    this.service.setClient(client);
    this.service.setTimeout(timeoutMs);
    this.from = { email: from.address, name: from.name };
    this.domain = from.address.slice(from.address.indexOf('@') + 1);
  }

  override async send(mail: Mail): Promise<SendOutcome> {
    try {
      const [{ headers }] = await this.service.send(this.message(mail));
      const providerId: unknown = (headers as Readonly<Record<string, unknown>>)['x-message-id'];
      return { kind: 'sent', providerId: typeof providerId === 'string' ? providerId : undefined };
    } catch (error) {
      return outcomeOf(error as SendFault);
    }
  }

  /**
   * SendGrid has no idempotency keys, so a mail says which delivery it is: mail programs show two of one message id once.
   * Links stay as they are, because counting clicks would hand keys to accounts to a third party.
   */
  private message({ id, to, subject, text, html, unsubscribeUrl }: Mail): MailDataRequired {
    return {
      from: this.from,
      personalizations: [{ to: { email: to.address, name: to.name }, customArgs: { deliveryId: id } }],
      subject,
      text,
      html,
      headers: { 'Message-ID': `<${id}@${this.domain}>`, ...unsubscribeHeaders({ unsubscribeUrl }) },
      trackingSettings: { clickTracking: { enable: false, enableText: false }, openTracking: { enable: false }, subscriptionTracking: { enable: false } },
    };
  }
}

function outcomeOf({ code, message = '', response }: SendFault): SendOutcome {
  if (typeof code !== 'number' || !response) return { kind: 'later', fault: 'provider', reason: `SendGrid was not reached: ${code ?? message}` };
  const reason = `SendGrid answered ${code}${wordsOf(response.body)}`;
  const isPassing = code >= 500 || PROVIDER_FAULTS.has(code);
  if (!isPassing) return { kind: 'refused', reason };
  return { kind: 'later', fault: 'provider', reason, retryAfterMs: retryAfterMs(response.headers?.['retry-after'], Date.now()) };
}

/** What SendGrid says is wrong, as far as it keeps to its own form. */
function wordsOf(body: unknown): string {
  const { errors } = (typeof body === 'object' && body !== null ? body : {}) as { readonly errors?: unknown };
  if (!Array.isArray(errors)) return '';
  const messages = errors.map((error: { readonly message?: unknown } | null) => error?.message).filter((message) => typeof message === 'string');
  return messages.length > 0 ? `: ${messages.join('; ').slice(0, 300)}` : '';
}
