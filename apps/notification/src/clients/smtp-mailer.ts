import { type SentMessageInfo, type Transporter, createTransport } from 'nodemailer';
import { type Mail, type SendOutcome, unsubscribeHeaders } from '../domain/mail';
import { Mailer } from './mailer';

/** How the mail server is reached. */
export interface SmtpOptions {
  readonly url: string;
  readonly from: { readonly address: string; readonly name: string };
  readonly timeoutMs?: number;
}

/** What the library throws: a word for where it failed, and the server's reply where there was one. */
interface SmtpFault {
  readonly code?: string;
  readonly responseCode?: number;
  readonly message?: string;
}

/** Mail servers that fight spam let others wait before they greet. */
const TIMEOUT_MS = 20_000;
const CONNECTIONS = 4;
/** The stages at which a server judges this one mail; before them it judges us. */
const STAGES_OF_THE_MAIL = new Set(['EENVELOPE', 'EMESSAGE']);

/** Sends through a mail server. */
export class SmtpMailer extends Mailer {
  private readonly transport: Transporter<SentMessageInfo>;
  private readonly domain: string;

  constructor(private readonly options: SmtpOptions) {
    super();
    const { url, from, timeoutMs = TIMEOUT_MS } = options;
    this.transport = createTransport({
      url,
      pool: true,
      maxConnections: CONNECTIONS,
      connectionTimeout: timeoutMs,
      greetingTimeout: timeoutMs,
      socketTimeout: timeoutMs,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    this.domain = from.address.slice(from.address.indexOf('@') + 1);
  }

  override async send({ id, to, subject, text, html, unsubscribeUrl }: Mail): Promise<SendOutcome> {
    const headers = { ...unsubscribeHeaders({ unsubscribeUrl }) };
    try {
      const sent = await this.transport.sendMail({ from: this.options.from, to, subject, text, html, headers, messageId: `<${id}@${this.domain}>` });
      return { kind: 'sent', providerId: sent.messageId };
    } catch (error) {
      return outcomeOf(error as SmtpFault);
    }
  }

  override close(): void {
    this.transport.close();
  }
}

/** A reply of 4xx asks for another try, 5xx for none (RFC 5321, 4.2.1); but only where it is about the mail itself. */
function outcomeOf({ code, responseCode, message = '' }: SmtpFault): SendOutcome {
  const reason = `the mail server said ${responseCode ?? code ?? 'nothing'}: ${message.slice(0, 300)}`;
  const isAboutTheMail = STAGES_OF_THE_MAIL.has(code ?? '') && responseCode !== undefined;
  if (!isAboutTheMail) return { kind: 'later', fault: 'provider', reason };
  return responseCode >= 500 ? { kind: 'refused', reason } : { kind: 'later', fault: 'message', reason };
}
