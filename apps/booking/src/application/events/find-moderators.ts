import { Injectable } from '@nestjs/common';
import type { FindModeratorsRequest, ModeratorView } from '@bookable/contracts-booking';
import type { Page } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { ModeratorStore } from '../../persistence/moderator.store';
import { HostedEvent } from './hosted-event';

/** Shows those who run an event who may help its host. */
@Injectable()
export class FindModerators {
  constructor(
    private readonly events: HostedEvent,
    private readonly moderators: ModeratorStore,
  ) {}

  async execute({ listingId }: FindModeratorsRequest, context: MessageContext): Promise<Page<ModeratorView>> {
    await this.events.forHelpers(listingId, context);
    const active = await this.moderators.active(listingId);
    return { items: active.map(({ userId, appointedAt }) => ({ userId, appointedAt: appointedAt.toISOString() })), nextCursor: null };
  }
}
