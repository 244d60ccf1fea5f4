import { type AskedLinkFacts, MailLinkAsked } from '@bookable/contracts-auth';
import { Consumes, type MessageContext } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { MailAskedLink } from '../application/mail-asked-link';

/** Hears our own note that somebody asked for a link. */
@Controller()
export class MailLinkAskedConsumer {
  constructor(private readonly mailAskedLink: MailAskedLink) {}

  @Consumes(MailLinkAsked)
  asked(facts: AskedLinkFacts, context: MessageContext): Promise<void> {
    return this.mailAskedLink.execute(facts, context);
  }
}
