import { defineCommand } from '@bookable/kernel';
import { IsId, IsInstant, IsText } from '@bookable/wire';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsOptional, ValidateNested } from 'class-validator';

/** One redirect that was answered. */
export class ClickRecord {
  @IsText(1, 64)
  code: string;

  @IsInstant()
  at: string;

  /** The `Referer` header as it came; only its host is kept. */
  @IsOptional() @IsText(0, 2048)
  referrer?: string;

  /** The `User-Agent` header as it came; only whether it is a robot's is kept. */
  @IsOptional() @IsText(0, 1024)
  userAgent?: string;
}

/** What was clicked since the batch before. Sent again after a failure it must be the same batch under the same id. */
export class RecordClicksRequest {
  @IsId()
  batchId: string;

  @ArrayMinSize(1) @ArrayMaxSize(5000) @ValidateNested({ each: true }) @Type(() => ClickRecord)
  clicks: ClickRecord[];
}

/** Counts clicks, once per batch id however often the batch is sent. Clicks on unknown codes are dropped. */
export const RecordClicks = defineCommand<RecordClicksRequest>({
  topic: 'url-shortener.record-clicks',
  request: RecordClicksRequest,
});
