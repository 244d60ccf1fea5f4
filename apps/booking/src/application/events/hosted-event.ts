import { Injectable } from '@nestjs/common';
import { DomainError, NotFound } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { type Resource, mayInvite } from '../../domain/resource';
import { callerOf } from '../caller';
import { EventAudience } from '../event-audience';
import { FindResource } from '../find-resource';

/** Finds an event for those who run it. Whoever may not see it is told that there is none; whoever may, that it is not theirs to run. */
@Injectable()
export class HostedEvent {
  constructor(
    private readonly find: FindResource,
    private readonly audience: EventAudience,
  ) {}

  /** For its host alone. */
  async forHost(listingId: string, context: MessageContext): Promise<Resource> {
    return this.open(listingId, context, ({ ownerId }, userId) => ownerId === userId);
  }

  /** For its host and its moderators. */
  async forHelpers(listingId: string, context: MessageContext): Promise<Resource> {
    return this.open(listingId, context, mayInvite);
  }

  private async open(listingId: string, context: MessageContext, isTheirs: (event: Resource, userId: string) => boolean): Promise<Resource> {
    const userId = callerOf(context);
    const event = await this.find.current(listingId);
    if (event.kind !== 'event') throw new DomainError(NotFound, 'There is no such event.');
    if (isTheirs(event, userId)) return event;
    return this.audience.refuse(event, context, 'This event is not yours to run.');
  }
}
