import { defineEvent } from '@bookable/kernel';
import { IsId } from '@bookable/wire';

/** Who wants to have nothing to do with whom. */
export class BlockFacts {
  @IsId()
  blockerId: string;

  @IsId()
  blockedId: string;
}

/** Neither follows the other any longer, which is told by itself. Only services hear of it. */
export const UserBlocked = defineEvent<BlockFacts>({ topic: 'review.user.blocked', payload: BlockFacts, aggregateId: (facts) => facts.blockerId });
