/** What a refusal means to a caller; the gateway turns each into one HTTP status (api.md, Errors). */
export type ProblemKind =
  | 'malformed'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'gone'
  | 'too-large'
  | 'unsupported-media'
  | 'rule-broken'
  | 'too-many'
  | 'unavailable';

/** One entry of the error catalogue: a stable machine word, its meaning, and a title a person can read. */
export interface Problem {
  readonly code: string;
  readonly kind: ProblemKind;
  readonly title: string;
}

/** A fault in one field of the input; `path` is dotted, as in `location.lat`. */
export interface FieldFault {
  readonly path: string;
  readonly message: string;
}

/** What may accompany a refusal: field faults, a wait in seconds, and public facts such as the present status. */
export interface ProblemFacts {
  readonly errors?: readonly FieldFault[];
  readonly retryAfterSeconds?: number;
  readonly [fact: string]: unknown;
}

/** Declares an entry of the error catalogue. Codes are kebab-case and never change once published. */
export function defineProblem(code: string, kind: ProblemKind, title: string): Problem {
  return Object.freeze({ code, kind, title });
}

/** A refusal the product foresees. It crosses the bus as data; anything else that is thrown is a fault of ours. */
export class DomainError extends Error {
  constructor(
    readonly problem: Problem,
    readonly detail: string = problem.title,
    readonly facts: ProblemFacts = {},
  ) {
    super(`${problem.code}: ${detail}`);
    this.name = 'DomainError';
  }
}
