import type { Mail, SendOutcome } from '../domain/mail';
import { Mailer } from './mailer';

/** Where mails are put that nobody sends. */
export interface MailShelf {
  keep(mail: Mail): Promise<void>;
}

/** Sends nothing: keeps each mail, for a developer to read. */
export class KeptMailer extends Mailer {
  constructor(private readonly shelf: MailShelf) {
    super();
  }

  override async send(mail: Mail): Promise<SendOutcome> {
    await this.shelf.keep(mail);
    return { kind: 'sent' };
  }
}
