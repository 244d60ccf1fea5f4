export { type EventContract, type MessageClass, type RpcContract, defineCommand, defineEvent, defineQuery } from './contract';
export { isId, newId } from './id';
export { Forbidden, IdempotencyKeyReused, Malformed, NotFound, TooManyRequests, Unauthenticated, Unavailable } from './known-problems';
export { type CursorKey, type Page, cursorKey, decodeCursor, encodeCursor, pageOf } from './page';
export { DomainError, type FieldFault, type Problem, type ProblemFacts, type ProblemKind, defineProblem } from './problem';
