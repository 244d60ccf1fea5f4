import { Injectable } from '@nestjs/common';
import type { BlockFacts } from '@bookable/contracts-review';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { ModeratorStore } from '../../persistence/moderator.store';
import { ResourceStore } from '../../persistence/resource.store';
import { ChangeModerators } from './change-moderators';

/**
 * Of two people of whom one has blocked the other neither helps at an event of the other that is not over. Whoever was
 * appointed after that stays: they have made it up since.
 */
@Injectable()
export class PartFromModerator {
  constructor(
    private readonly database: Database,
    private readonly resources: ResourceStore,
    private readonly moderators: ModeratorStore,
    private readonly changeModerators: ChangeModerators,
    private readonly clock: Clock,
  ) {}

  async execute({ blockerId, blockedId }: BlockFacts, context: MessageContext): Promise<void> {
    const during = { appointedUntil: new Date(context.occurredAt), now: this.clock.now() };
    await this.database.consume(context, async (tx) => {
      const ids = await this.moderators.eventsBetween(tx, blockerId, blockedId, during);
      for (const event of await this.resources.lock(tx, ids)) {
        await this.changeModerators.set(tx, event, event.ownerId === blockerId ? blockedId : blockerId, false, during.now);
      }
    });
  }
}
