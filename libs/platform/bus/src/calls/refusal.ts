import * as kernel from '@bookable/kernel';
import { DomainError, type Problem, type RpcContract, Unavailable, defineProblem } from '@bookable/kernel';
import { serviceOf } from '../topic';

interface RefusalData extends Problem {
  readonly detail: string;
  readonly facts: DomainError['facts'];
}

const known = new Map<string, Problem>(
  [kernel.Malformed, kernel.Unauthenticated, kernel.Forbidden, kernel.NotFound, kernel.IdempotencyKeyReused, Unavailable, kernel.TooManyRequests].map((problem) => [problem.code, problem]),
);

/** Writes a refusal as it crosses the bus; undefined where its facts cannot be written as JSON, which is a fault of ours. */
export function encodeRefusal({ problem: { code, kind, title }, detail, facts }: DomainError): string | undefined {
  const data: RefusalData = { code, kind, title, detail, facts };
  try {
    return JSON.stringify(data);
  } catch {
    return undefined;
  }
}

/** Rebuilds a refusal; its problem is the declared one wherever the caller can know it, so it may be compared. */
export function decodeRefusal(contract: RpcContract, text: string): DomainError {
  const { code, kind, title, detail, facts } = JSON.parse(text) as RefusalData;
  const declared = contract.problems.find((problem) => problem.code === code) ?? known.get(code);
  return new DomainError(declared ?? defineProblem(code, kind, title), detail, facts);
}

const RETRY_AFTER_SECONDS = 1;

/** What a caller is told where no answer comes. */
export function noAnswerFrom(topic: string): DomainError {
  return new DomainError(Unavailable, `The ${serviceOf(topic)} service does not answer.`, { retryAfterSeconds: RETRY_AFTER_SECONDS });
}
