import type { KeyObject } from 'node:crypto';
import { ConfigError, type Environment, integer, list, postgresUrl, readConfig, secret, smtpUrl, text, webUrl } from '@bookable/platform-config';
import { mayMakeSecrets, sealingSecrets } from '@bookable/platform-sealing';
import { readVerificationKey } from './clients/send-grid-signature';
import { addressIsUsable } from './domain/mail';

/** Who carries mail out of the house. */
export type MailRoute =
  | { readonly kind: 'sendgrid'; readonly apiKey: string; readonly baseUrl: string }
  | { readonly kind: 'smtp'; readonly url: string }
  | { readonly kind: 'kept' };

/** Who pushes, and where push services complain (RFC 8292). */
export interface Vapid {
  readonly subject: string;
  readonly publicKey: string;
  readonly privateKey: string;
}

/** In whose name mail is sent. */
export interface MailSender {
  readonly address: string;
  readonly name: string;
}

const SEALING_KEYS_WORDS = { desc: 'seal the keys of browsers; each 32 random characters or more, the newest first' };

/** For how many days what is kept. */
export interface KeptDays {
  /** What is shown in the app. */
  readonly notifications: number;
  /** To whom was written and who was reminded, once it is settled. */
  readonly deliveries: number;
  /** Mails that were kept instead of sent. */
  readonly keptMails: number;
}

const MOST_DAYS = 3_650;

const specs = {
  NODE_ENV: text({ default: 'development', desc: 'production where real people are served' }),
  DATABASE_URL: postgresUrl({ desc: 'where the data lives', example: 'postgres://127.0.0.1:5432/bookable' }),
  NOTIFICATION_POOL_SIZE: integer(2, 200)({ default: 4, desc: 'connections one process of notification may hold' }),
  PUBLIC_URL: webUrl({ default: 'http://localhost:3000', desc: 'where people reach the platform' }),
  SENDGRID_API_KEY: secret({ default: undefined, desc: 'key of SendGrid, the first choice for sending mail' }),
  SENDGRID_BASE_URL: webUrl({ default: 'https://api.sendgrid.com', desc: 'where SendGrid answers' }),
  SENDGRID_WEBHOOK_PUBLIC_KEY: text({ default: '', desc: 'the key by which SendGrid signs what it tells of mails; without it nobody tells' }),
  VAPID_PUBLIC_KEY: text({ default: '', desc: 'the public key that browsers know this installation by; without it nothing is pushed' }),
  VAPID_PRIVATE_KEY: secret({ default: undefined, desc: 'the private half of it' }),
  PUSH_HOSTS_ALLOWED: list({ default: [], desc: 'host:port of push services that are let through though they are not on the public web' }),
  SMTP_URL: smtpUrl({ default: undefined, desc: 'a mail server, used where there is no SendGrid key' }),
  DATA_DIR: text({ default: '.data', desc: 'where a single machine keeps its files' }),
  NOTIFICATIONS_KEPT_DAYS: integer(1, MOST_DAYS)({ default: 180, desc: 'for how many days notifications are shown in the app' }),
  DELIVERIES_KEPT_DAYS: integer(14, MOST_DAYS)({ default: 90, desc: 'for how many days it is known to whom was written and who was reminded' }),
  KEPT_MAILS_KEPT_DAYS: integer(1, MOST_DAYS)({ default: 7, desc: 'for how many days mails are shown that were kept instead of sent' }),
  MAIL_FROM: text({ default: 'Bookable <no-reply@bookable.example>', desc: 'the sender of every mail' }),
};

/** What this service is told by its environment. */
export class NotificationConfig {
  private constructor(
    readonly databaseUrl: string,
    readonly poolSize: number,
    /** Where the platform is reached by people; links in mails begin with it. */
    readonly publicUrl: string,
    readonly mailRoute: MailRoute,
    readonly mailFrom: MailSender,
    readonly kept: KeptDays,
    /** The newest first; none where the machine makes one of its own and keeps it in `dataDir`. */
    readonly sealingSecrets: readonly string[],
    readonly dataDir: string,
    /** By what is known who tells of mails; nobody may where it is missing. */
    readonly mailEventsKey?: KeyObject,
    /** By what push services know us; nothing is pushed where it is missing. */
    readonly vapid?: Vapid,
    readonly pushHostsAllowed: readonly string[] = [],
  ) {}

  /** Reads the environment, and refuses it where it cannot be used. */
  static read(env: Environment): NotificationConfig {
    const config = readConfig(env, { ...specs, NOTIFICATION_SEALING_KEYS: sealingSecrets(mayMakeSecrets(env) ? { default: [] } : SEALING_KEYS_WORDS) });
    const isProduction = config.NODE_ENV === 'production';
    const mailRoute = routeOf(config.SENDGRID_API_KEY, config.SENDGRID_BASE_URL, config.SMTP_URL);
    if (isProduction && mailRoute.kind === 'kept') {
      throw new ConfigError([{ variable: 'SENDGRID_API_KEY', message: 'is missing, and so is SMTP_URL: in production mail must reach people' }]);
    }
    const from = senderOf(config.MAIL_FROM);
    const vapid = vapidOf(config.VAPID_PUBLIC_KEY, config.VAPID_PRIVATE_KEY, from);
    const eventsKey = mailEventsKeyOf(config.SENDGRID_WEBHOOK_PUBLIC_KEY);
    const kept = { notifications: config.NOTIFICATIONS_KEPT_DAYS, deliveries: config.DELIVERIES_KEPT_DAYS, keptMails: config.KEPT_MAILS_KEPT_DAYS };
    return new NotificationConfig(
      config.DATABASE_URL, config.NOTIFICATION_POOL_SIZE, config.PUBLIC_URL, mailRoute, from, kept, config.NOTIFICATION_SEALING_KEYS, config.DATA_DIR, eventsKey, vapid,
      config.PUSH_HOSTS_ALLOWED,
    );
  }
}

function routeOf(apiKey: string | undefined, baseUrl: string, url: string | undefined): MailRoute {
  if (apiKey !== undefined) return { kind: 'sendgrid', apiKey, baseUrl };
  return url === undefined ? { kind: 'kept' } : { kind: 'smtp', url };
}

/** A point on the curve P-256 and the number behind it; one without the other is a mistake. */
function vapidOf(publicKey: string, privateKey: string | undefined, { address }: MailSender): Vapid | undefined {
  if (publicKey === '' && privateKey === undefined) return undefined;
  if (!/^B[\w-]{86}$/.test(publicKey)) throw new ConfigError([{ variable: 'VAPID_PUBLIC_KEY', message: 'must be 65 bytes in Base64 for addresses, as `npx web-push generate-vapid-keys` makes them' }]);
  if (!/^[\w-]{43}$/.test(privateKey ?? '')) throw new ConfigError([{ variable: 'VAPID_PRIVATE_KEY', message: 'must be the 32 bytes that belong to VAPID_PUBLIC_KEY' }]);
  return { subject: `mailto:${address}`, publicKey, privateKey: privateKey ?? '' };
}

function mailEventsKeyOf(base64: string): KeyObject | undefined {
  if (base64 === '') return undefined;
  try {
    return readVerificationKey(base64);
  } catch {
    throw new ConfigError([{ variable: 'SENDGRID_WEBHOOK_PUBLIC_KEY', message: 'must be a verification key as SendGrid shows it' }]);
  }
}

/** Reads `Name <address>` or a bare address. */
function senderOf(mailFrom: string): MailSender {
  const [, name, address] = /^([^<>]*)<([^<>]+)>$/.exec(mailFrom) ?? [undefined, '', mailFrom];
  const sender = { name: (name ?? '').trim(), address: (address ?? '').trim() };
  if (!addressIsUsable(sender.address)) {
    throw new ConfigError([{ variable: 'MAIL_FROM', message: 'must be an address, or a name and an address in angle brackets', example: 'Bookable <no-reply@bookable.example>' }]);
  }
  return sender;
}
