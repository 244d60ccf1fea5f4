import { IsId, IsInstant } from '@bookable/wire';
import { IsIn, IsInt, IsOptional, IsString } from 'class-validator';

/** A fact that a service could not take in, and waits for an administrator. */
export class DeadLetterView {
  /** The id of its message. */
  @IsString()
  id: string;

  /** Who was to take it in. */
  @IsString()
  service: string;

  @IsString()
  topic: string;

  /** What the fact is of. */
  @IsString()
  aggregateId: string;

  /** How often it was tried. */
  @IsInt()
  tries: number;

  /** What the last try ended with. */
  @IsString()
  reason: string;

  /** When it was given up; empty where it came without. */
  @IsString()
  diedAt: string;
}

/** A dead letter with what it says. */
export class OpenedDeadLetterView extends DeadLetterView {
  /** The fact as JSON; whatever is secret, or says who somebody is or what they wrote, is taken out. */
  @IsString()
  body: string;
}

/** What may become of a dead letter. */
export const LETTER_OUTCOMES = ['replayed', 'dropped'] as const;
/** One of them. */
export type LetterOutcome = (typeof LETTER_OUTCOMES)[number];

/** What became of a dead letter. */
export class SettledDeadLetterView {
  @IsString()
  id: string;

  @IsIn(LETTER_OUTCOMES)
  outcome: LetterOutcome;

  /** Who decided it: whoever asked, or an administrator who was faster. */
  @IsOptional() @IsId()
  by: string | null;

  @IsInstant()
  at: string;

  @IsOptional() @IsString()
  reason: string | null;
}
