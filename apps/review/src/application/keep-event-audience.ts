import type { ListingFacts } from '@bookable/contracts-catalog';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import { EventAudienceStore } from '../persistence/event-audience.store';

/** Keeps whom events are for. Whatever else can be booked is open to everybody, so nothing is kept of it. */
@Injectable()
export class KeepEventAudience {
  constructor(
    private readonly database: Database,
    private readonly audiences: EventAudienceStore,
  ) {}

  async execute({ id: listingId, ownerId, details, version }: ListingFacts, context: MessageContext): Promise<void> {
    if (!details) return;
    const audience = { listingId, ownerId, isForFollowers: details.privacy === 'followers', version };
    await this.database.consume(context, (tx) => this.audiences.keep(tx, audience));
  }
}
