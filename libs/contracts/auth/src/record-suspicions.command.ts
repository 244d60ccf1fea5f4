import { defineCommand } from '@bookable/kernel';
import { IsId, IsText } from '@bookable/wire';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsInt, IsOptional, Min, ValidateNested } from 'class-validator';

/** Something suspicious that the public door has seen within a minute. */
export class SuspicionFacts {
  /** A word of the audit log. */
  @IsText(1, 100)
  action: string;

  /** Who, where they were known. */
  @IsOptional() @IsId()
  actorId?: string;

  /** From where, coarsely, where they were not. */
  @IsOptional() @IsText(1, 60)
  network?: string;

  @IsInt() @Min(1)
  times: number;
}

/** What a door has seen; it has no database of its own. */
export class RecordSuspicionsRequest {
  /** The same where it is sent again, so that it is kept once. */
  @IsId()
  batchId: string;

  @IsArray() @ArrayMaxSize(2_500) @ValidateNested({ each: true }) @Type(() => SuspicionFacts)
  suspicions: SuspicionFacts[];
}

/** Keeps what a public door has seen in the audit log, once. */
export const RecordSuspicions = defineCommand<RecordSuspicionsRequest>({ topic: 'auth.record-suspicions', request: RecordSuspicionsRequest });
