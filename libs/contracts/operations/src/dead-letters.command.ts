import { Forbidden, NotFound, type Page, defineCommand, defineProblem, defineQuery } from '@bookable/kernel';
import { IsText, PageRequest } from '@bookable/wire';
import { IsIn } from 'class-validator';
import { DeadLetterView, OpenedDeadLetterView, SettledDeadLetterView } from './dead-letter.view';
import { SERVICES, type ServiceName, ServiceRequest } from './in-service';

/** Somebody has decided otherwise of the same letter. */
export const DeadLetterSettled = defineProblem('dead-letter-settled', 'conflict', 'This dead letter was settled otherwise.');

/** Whose dead letters. */
export class FindDeadLettersRequest extends PageRequest {
  @IsIn(SERVICES)
  service: ServiceName;
}

/** Which dead letter. */
export class DeadLetterRequest extends ServiceRequest {
  /** The id of its message. */
  @IsText(1, 100)
  id: string;
}

/** Which dead letter is not to be told any more, and why. */
export class DropDeadLetterRequest extends DeadLetterRequest {
  /** Kept in the audit log. */
  @IsText(1, 1000)
  reason: string;
}

/** The facts that a service could not take in, the oldest first, a thousand at most; for administrators. */
export const FindDeadLetters = defineQuery<FindDeadLettersRequest, Page<DeadLetterView>>({
  topic: 'operations.find-dead-letters',
  request: FindDeadLettersRequest,
  reply: DeadLetterView,
  answers: 'page',
  problems: [Forbidden],
});

/** One of them with what it says, less whatever is personal; for administrators. That somebody looked is kept in the audit log. */
export const OpenDeadLetter = defineQuery<DeadLetterRequest, OpenedDeadLetterView>({
  topic: 'operations.open-dead-letter',
  request: DeadLetterRequest,
  reply: OpenedDeadLetterView,
  problems: [Forbidden, NotFound],
});

/**
 * Hands one to its service again, as a first try; for administrators. Where it was taken in before it has no second effect,
 * and where somebody else has replayed it already, that is answered.
 */
export const ReplayDeadLetter = defineCommand<DeadLetterRequest, SettledDeadLetterView>({
  topic: 'operations.replay-dead-letter',
  request: DeadLetterRequest,
  reply: SettledDeadLetterView,
  problems: [DeadLetterSettled, Forbidden, NotFound],
});

/** Forgets one for good, with a reason; for administrators. Twice is once. */
export const DropDeadLetter = defineCommand<DropDeadLetterRequest, SettledDeadLetterView>({
  topic: 'operations.drop-dead-letter',
  request: DropDeadLetterRequest,
  reply: SettledDeadLetterView,
  problems: [DeadLetterSettled, Forbidden, NotFound],
});
