import { defineCommand } from '@bookable/kernel';
import { IsId } from '@bookable/wire';
import { BlocksOneself } from './review.errors';

export class BlockUserRequest {
  /** With whom the caller wants to have nothing to do. */
  @IsId()
  userId: string;
}

/** Blocks a person: neither follows the other any longer, nor can before it is taken back. Twice is once. */
export const BlockUser = defineCommand<BlockUserRequest>({ topic: 'review.block-user', request: BlockUserRequest, problems: [BlocksOneself] });

/** Takes that back; nobody follows anybody by it. Twice is once. */
export const UnblockUser = defineCommand<BlockUserRequest>({ topic: 'review.unblock-user', request: BlockUserRequest });
