import { type AskedLinkFacts, MailLinkAsked, type ResendEmailVerificationRequest } from '@bookable/contracts-auth';
import { DomainError, Unauthenticated, newId } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import { normalizeEmailAddress } from '../domain/email-address';
import { UserReader } from '../persistence/user.reader';

/** Writes down the wish for another confirmation link; whether one is due is decided after the answer. */
@Injectable()
export class ResendEmailVerification {
  constructor(
    private readonly database: Database,
    private readonly reader: UserReader,
  ) {}

  async execute(request: ResendEmailVerificationRequest, context: MessageContext): Promise<void> {
    const email = await this.addressOf(request, context);
    await this.database.transaction(async (tx) => tx.publish<AskedLinkFacts>(MailLinkAsked, { id: newId(), purpose: 'email-verification', email }));
  }

  private async addressOf({ email }: ResendEmailVerificationRequest, { actor }: MessageContext): Promise<string> {
    const address = actor ? (await this.reader.byId(actor.userId))?.email : email;
    if (address === undefined) throw new DomainError(Unauthenticated, 'Sign in, or say which address.');
    return normalizeEmailAddress(address);
  }
}
