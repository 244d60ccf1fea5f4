import type { Mail, SendOutcome } from '../domain/mail';

/** Carries a mail out of the house. */
export abstract class Mailer {
  /** Never throws for what a provider, a network or an address may do: each of them is an outcome. */
  abstract send(mail: Mail): Promise<SendOutcome>;

  /** Lets go of connections. */
  close(): void {
    return;
  }
}
