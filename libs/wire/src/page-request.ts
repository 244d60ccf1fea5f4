import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

/** The part every list request shares: `limit` 1 to 100, 20 unless told, and the cursor of the page before. */
export class PageRequest {
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(100)
  limit?: number = 20;

  @IsOptional() @IsString() @MaxLength(500)
  cursor?: string;
}
