import { defineCommand } from '@bookable/kernel';
import { IsId, IsInstant, IsText, MayBeLeftOut } from '@bookable/wire';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsInt, IsOptional, Min, ValidateNested } from 'class-validator';

/** One redirect that was answered, or several that differ in nothing but the moment of one day. */
export class ClickRecord {
  @IsText(1, 64)
  code: string;

  /** When the first of them was. */
  @IsInstant()
  at: string;

  /** How many they are; one unless told. */
  @MayBeLeftOut() @IsInt() @Min(1)
  times?: number;

  /** The `Referer` header as it came; only its host is kept. */
  @IsOptional() @IsText(0, 2048)
  referrer?: string;

  /** The `User-Agent` header as it came; only whether it is a robot's is kept. */
  @IsOptional() @IsText(0, 1024)
  userAgent?: string;

  /** The `Accept-Language` header as it came; only a country that it names is kept, and only of people. */
  @IsOptional() @IsText(0, 128)
  language?: string;
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
