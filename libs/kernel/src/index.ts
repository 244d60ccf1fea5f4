export { type EventContract, type MessageClass, type RpcContract, defineCommand, defineEvent, defineQuery } from './contract';
export { isId, newId } from './id';
export { Forbidden, IdempotencyKeyReused, Malformed, NotFound, TooManyRequests, Unauthenticated, Unavailable } from './known-problems';
export { addDays, dayAt, daysBetween, daysOf, instantAt, instantWithOffset, startOfDay, timeOfDayAt, weekdayOf } from './local-time';
export { type Money, addMoney, money, shareOfMoney, splitMoney, subtractMoney, sumMoney, timesMoney } from './money';
export { type CursorKey, type Page, cursorKey, decodeCursor, encodeCursor, pageOf } from './page';
export { type Period, intersectPeriods, period, periodContains, periodsOverlap, subtractPeriod } from './period';
export { DomainError, type FieldFault, type Problem, type ProblemFacts, type ProblemKind, defineProblem } from './problem';
