import type { Door } from './door';

/** A mail of the kept mailbox, as a reader finds it. */
export interface KeptMail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly unsubscribeUrl: string | null;
  readonly sentAt: string;
}

/** What was mailed to an address, newest first. */
export async function mailTo(door: Door, address: string): Promise<KeptMail[]> {
  const { body } = await door.ask<{ items: KeptMail[] }>('GET', `/dev/mailbox?to=${encodeURIComponent(address)}`);
  return body.items;
}

/** The first link of a mail that a person would click. */
export function linkIn(mail: KeptMail): string {
  const link = /https?:\/\/\S+/.exec(mail.text)?.[0];
  if (!link) throw new Error(`There is no link in the mail "${mail.subject}".`);
  return link;
}
