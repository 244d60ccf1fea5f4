import { EmailVerificationRequested, MailLinkFacts, PasswordChanged, PasswordResetRequested, PersonExportReady, PersonExportReadyFacts, RecipientFacts, RefreshTokenReused, ReusedTokenFacts } from '@bookable/contracts-auth';
import { Consumes, type MessageContext } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { TellPeople } from '../application/tell-people';

/** Writes to people about their accounts. */
@Controller()
export class AccountsConsumer {
  constructor(private readonly tellPeople: TellPeople) {}

  @Consumes(EmailVerificationRequested)
  verificationRequested(facts: MailLinkFacts, context: MessageContext): Promise<void> {
    return this.tellPeople.execute(EmailVerificationRequested, facts, context);
  }

  @Consumes(PasswordResetRequested)
  resetRequested(facts: MailLinkFacts, context: MessageContext): Promise<void> {
    return this.tellPeople.execute(PasswordResetRequested, facts, context);
  }

  @Consumes(PasswordChanged)
  passwordChanged(facts: RecipientFacts, context: MessageContext): Promise<void> {
    return this.tellPeople.execute(PasswordChanged, facts, context);
  }

  @Consumes(PersonExportReady)
  exportReady(facts: PersonExportReadyFacts, context: MessageContext): Promise<void> {
    return this.tellPeople.execute(PersonExportReady, facts, context);
  }

  @Consumes(RefreshTokenReused)
  tokenReused(facts: ReusedTokenFacts, context: MessageContext): Promise<void> {
    return this.tellPeople.execute(RefreshTokenReused, facts, context);
  }
}
