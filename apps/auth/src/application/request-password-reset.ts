import { type AskedLinkFacts, MailLinkAsked, type RequestPasswordResetRequest } from '@bookable/contracts-auth';
import { newId } from '@bookable/kernel';
import { Database } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import { normalizeEmailAddress } from '../domain/email-address';

/** Writes down the wish for a reset link without looking whether the address has an account, so the time cannot tell. */
@Injectable()
export class RequestPasswordReset {
  constructor(private readonly database: Database) {}

  execute(request: RequestPasswordResetRequest): Promise<void> {
    const email = normalizeEmailAddress(request.email);
    return this.database.transaction(async (tx) => tx.publish<AskedLinkFacts>(MailLinkAsked, { id: newId(), purpose: 'password-reset', email }));
  }
}
