import { type Page, defineQuery } from '@bookable/kernel';
import { IsDayOrInstant, IsId, IsInstant, IsText, PageRequest } from '@bookable/wire';
import { IsOptional } from 'class-validator';

/** Of which listing, and which page. */
export class FindBlocksRequest extends PageRequest {
  @IsId()
  listingId: string;
}

/** A stretch that the owner has closed. */
export class BlockView {
  @IsId()
  id: string;

  /** A day in the listing's time zone where it is let by nights or days, else an instant. */
  @IsDayOrInstant()
  from: string;

  @IsDayOrInstant()
  to: string;

  /** Why, as the owner has noted it. */
  @IsOptional() @IsText(1, 500)
  note?: string;

  /** Since when it is closed. */
  @IsInstant()
  createdAt: string;
}

/** What the owner of a listing has closed and is not over, the earliest first. */
export const FindBlocks = defineQuery<FindBlocksRequest, Page<BlockView>>({
  topic: 'booking.find-blocks',
  request: FindBlocksRequest,
  reply: BlockView,
  answers: 'page',
});
