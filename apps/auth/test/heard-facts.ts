import * as contracts from '@bookable/contracts-auth';
import type { EventContract } from '@bookable/kernel';
import { BusModule, Consumes, type MessageContext } from '@bookable/platform-bus';
import type { ServiceDefinition } from '@bookable/platform-runtime';
import { waitUntil } from '@bookable/platform-testing';
import { Controller } from '@nestjs/common';

const heard: { readonly topic: string; readonly payload: object }[] = [];

/** Another service that listens to everything auth tells. */
@Controller()
class ListeningConsumer {
  @Consumes(contracts.UserRegistered)
  registered(facts: contracts.UserFacts, context: MessageContext) {
    return this.keep(facts, context);
  }

  @Consumes(contracts.UserChanged)
  changed(facts: contracts.UserFacts, context: MessageContext) {
    return this.keep(facts, context);
  }

  @Consumes(contracts.UserDeleted)
  deleted(facts: contracts.DeletedUserFacts, context: MessageContext) {
    return this.keep(facts, context);
  }

  @Consumes(contracts.SessionEnded)
  ended(facts: contracts.EndedSessionFacts, context: MessageContext) {
    return this.keep(facts, context);
  }

  @Consumes(contracts.EmailVerificationRequested)
  verification(facts: contracts.MailLinkFacts, context: MessageContext) {
    return this.keep(facts, context);
  }

  @Consumes(contracts.PasswordResetRequested)
  reset(facts: contracts.MailLinkFacts, context: MessageContext) {
    return this.keep(facts, context);
  }

  @Consumes(contracts.PasswordChanged)
  password(facts: contracts.RecipientFacts, context: MessageContext) {
    return this.keep(facts, context);
  }

  @Consumes(contracts.RefreshTokenReused)
  reused(facts: contracts.ReusedTokenFacts, context: MessageContext) {
    return this.keep(facts, context);
  }

  private async keep(payload: object, { topic }: MessageContext): Promise<void> {
    heard.push({ topic, payload });
  }
}

class ListeningModule {}

/** Runs beside auth in a test. */
export const listeningService: ServiceDefinition = {
  name: 'listening',
  module: (_env, { bus }) => ({ module: ListeningModule, imports: [BusModule.register(bus)], controllers: [ListeningConsumer] }),
};

/** The facts of one kind that fit, in the order in which they were told. */
export function factsHeard<Payload extends object>({ topic }: EventContract<Payload>, fits: Partial<Payload>): Payload[] {
  const wanted = Object.entries(fits);
  return heard
    .filter((fact) => fact.topic === topic)
    .map(({ payload }) => payload as Payload)
    .filter((payload) => wanted.every(([key, value]) => payload[key as keyof Payload] === value));
}

/** Waits until so many facts that fit were told, and gives the last of those. */
export async function factHeard<Payload extends object>(event: EventContract<Payload>, fits: Partial<Payload>, count = 1): Promise<Payload> {
  return waitUntil(() => factsHeard(event, fits)[count - 1], { that: `${event.topic} is told` });
}
