import { IsInstant } from '@bookable/wire';
import { Type } from 'class-transformer';
import { IsArray, IsIn, IsInt, IsOptional, IsString, ValidateNested } from 'class-validator';

/** How a service is: `away` where none of its processes answers. */
export const SERVICE_STATES = ['ready', 'not-ready', 'starting', 'stopping', 'away'] as const;
/** One of them. */
export type ServiceState = (typeof SERVICE_STATES)[number];

/** What a process depends on, and whether it answers. */
export class DependencyView {
  @IsString()
  name: string;

  @IsIn(['up', 'down'])
  state: 'up' | 'down';
}

/** Facts of one topic that wait to be told. */
export class WaitingTopicView {
  @IsString()
  topic: string;

  @IsInt()
  waiting: number;

  @IsInstant()
  oldestAt: string;
}

/** Facts that were committed and are not with the broker yet. */
export class OutboxView {
  @IsInt()
  waiting: number;

  @IsOptional() @IsInstant()
  oldestAt: string | null;

  /** The oldest first. */
  @IsArray() @ValidateNested({ each: true }) @Type(() => WaitingTopicView)
  topics: WaitingTopicView[];
}

/** A job that time sets off, on whichever replica it ran last. */
export class JobView {
  @IsString()
  name: string;

  /** A cron text, or `every N s`. */
  @IsString()
  cadence: string;

  /** Null where it has not run yet. */
  @IsOptional() @IsInstant()
  startedAt: string | null;

  @IsOptional() @IsInt()
  tookMs: number | null;

  @IsOptional() @IsInstant()
  nextAt: string | null;

  /** When it failed last, and what it said; a round that fails is followed by the next. */
  @IsOptional() @IsInstant()
  failedAt: string | null;

  @IsOptional() @IsString()
  fault: string | null;
}

/** What one service does in the background, as one of its processes sees it. All but its name and state is null where it is away. */
export class BackgroundWorkView {
  @IsString()
  service: string;

  @IsIn(SERVICE_STATES)
  state: ServiceState;

  @IsArray() @ValidateNested({ each: true }) @Type(() => DependencyView)
  dependencies: DependencyView[];

  /** Which release the process runs. */
  @IsOptional() @IsString()
  release: string | null;

  @IsOptional() @IsInstant()
  startedAt: string | null;

  @IsOptional() @ValidateNested() @Type(() => OutboxView)
  outbox: OutboxView | null;

  /** How many facts were given up and wait for an administrator. */
  @IsOptional() @IsInt()
  deadLetters: number | null;

  /** How many commands of the last two days are remembered by their keys. */
  @IsOptional() @IsInt()
  idempotencyKeys: number | null;

  @IsArray() @ValidateNested({ each: true }) @Type(() => JobView)
  jobs: JobView[];
}
