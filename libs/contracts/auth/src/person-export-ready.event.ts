import { defineEvent } from '@bookable/kernel';
import { IsId, IsInstant } from '@bookable/wire';
import { RecipientFacts } from './recipient.facts';

/** Whose export can be fetched, and until when. */
export class PersonExportReadyFacts extends RecipientFacts {
  @IsId()
  exportId: string;

  @IsInstant()
  expiresAt: string;
}

/** Everything that is kept of somebody was gathered; they are told, also in case it was somebody else who asked. */
export const PersonExportReady = defineEvent<PersonExportReadyFacts>({ topic: 'auth.person-export.ready', payload: PersonExportReadyFacts, aggregateId: (facts) => facts.userId });
