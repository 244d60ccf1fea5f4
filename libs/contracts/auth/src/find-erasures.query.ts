import { Forbidden, type Page, Unauthenticated, defineQuery } from '@bookable/kernel';
import { IsId, IsInstant, PageRequest } from '@bookable/wire';
import { Type } from 'class-transformer';
import { IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsString, ValidateNested } from 'class-validator';

const STATES = ['open', 'complete'] as const;

/** Whose erasures to list. */
export class FindErasuresRequest extends PageRequest {
  /** Only those that a service has not acknowledged yet, or that all have. */
  @IsOptional() @IsIn(STATES)
  state?: (typeof STATES)[number];
}

/** How far one service is. */
export class ServiceErasureView {
  @IsString()
  service: string;

  /** How often it was asked since it last said yes. */
  @IsInt()
  tries: number;

  /** How many rows went or lost their words. */
  @IsInt()
  rowsErased: number;

  /** Why it could not the last time. */
  @IsOptional() @IsString()
  fault: string | null;

  /** When it first said that nothing is left. */
  @IsOptional() @IsInstant()
  acknowledgedAt: string | null;

  /** When it said so again, after whatever was on its way had arrived. */
  @IsOptional() @IsInstant()
  repeatedAt: string | null;

  /** When it is asked next; null once it is not any more. */
  @IsOptional() @IsInstant()
  dueAt: string | null;
}

/** How far the erasure of one person is. */
export class ErasureView {
  /** A bare id: nobody has it any more. */
  @IsId()
  personId: string;

  @IsInstant()
  askedAt: string;

  /** Whether every service has acknowledged. */
  @IsBoolean()
  isComplete: boolean;

  @IsArray() @ValidateNested({ each: true }) @Type(() => ServiceErasureView)
  services: ServiceErasureView[];
}

/** Which service has erased whom, the latest first; for administrators. */
export const FindErasures = defineQuery<FindErasuresRequest, Page<ErasureView>>({
  topic: 'auth.find-erasures',
  request: FindErasuresRequest,
  reply: ErasureView,
  answers: 'page',
  problems: [Unauthenticated, Forbidden],
});
