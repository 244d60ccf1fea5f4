import { randomUUID, sign } from 'node:crypto';
import type { DeadAddressView } from '@bookable/contracts-notification';
import { type Answer, Door } from './door';
import type { Person } from './person';

/** What SendGrid tells of one mail. */
export type MailEvent = Readonly<Record<string, unknown>>;

/** Tells of mails as SendGrid does, signed with the key that whoever started the system has given it. */
export function tellOfMails(door: Door, events: readonly MailEvent[], atMs = Date.now()): Promise<Answer> {
  const key = process.env['MAIL_EVENTS_KEY'];
  if (!key) throw new Error('Say by which key mails are told of: MAIL_EVENTS_KEY, the private half of the SENDGRID_WEBHOOK_PUBLIC_KEY of the system.');
  const timestamp = String(Math.floor(atMs / 1_000));
  const text = JSON.stringify(events);
  const signature = sign('sha256', Buffer.from(timestamp + text), key).toString('base64');
  const headers = { 'x-twilio-email-event-webhook-signature': signature, 'x-twilio-email-event-webhook-timestamp': timestamp };
  return new Door(door.url).ask('POST', '/webhooks/sendgrid', { raw: { text, contentType: 'application/json' }, headers });
}

/** A mail that came back. */
export function bounceOf(email: string): MailEvent {
  return { email, timestamp: 1_795_255_200, event: 'bounce', type: 'bounce', reason: '550 5.1.1 No such user', sg_event_id: randomUUID() };
}

/** The id of an address that a mail came back from. */
export async function deadAddress(door: Door, admin: Person, email = `${randomUUID()}@journey.example`): Promise<string> {
  const answer = await tellOfMails(door, [bounceOf(email)]);
  if (answer.status !== 204) throw new Error(`The system did not believe what it was told of a mail: ${answer.status}`);
  const { items } = await admin.get<{ items: DeadAddressView[] }>(`/api/admin/dead-addresses?address=${encodeURIComponent(email)}`);
  return items[0]!.id;
}
