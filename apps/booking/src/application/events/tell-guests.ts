import { Injectable } from '@nestjs/common';
import { EventNews } from '@bookable/contracts-booking';
import type { EventChangeFacts } from '@bookable/contracts-catalog';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { OPEN_STATUSES } from '../../domain/lifecycle';
import { ParticipantReader } from '../../persistence/participant.reader';

/** The host has changed an event: whoever has asked to come, is invited, comes or helps is told. */
@Injectable()
export class TellGuests {
  constructor(
    private readonly database: Database,
    private readonly participants: ParticipantReader,
  ) {}

  execute({ title: listingTitle, ...facts }: EventChangeFacts, context: MessageContext): Promise<void> {
    return this.database.consume(context, async (tx) => {
      const readerIds = await this.participants.concerned(tx, facts.listingId, OPEN_STATUSES);
      if (readerIds.length > 0) tx.publish(EventNews, { ...facts, listingTitle, readerIds });
    });
  }
}
