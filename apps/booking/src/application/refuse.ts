import {
  Closed, NotBookable, OptionNotOffered, OverCapacity, OwnListing, Past, PromotionEnded, PromotionNotForThisStay, PromotionUnknown, PromotionUsedUp,
  TooFar, TooLong, TooShort,
} from '@bookable/contracts-booking';
import { DomainError, Forbidden, Malformed, type Problem } from '@bookable/kernel';
import { Refusal, type RefusalWord } from '../domain/refusal';

const PROBLEMS: Readonly<Record<RefusalWord, Problem>> = {
  malformed: Malformed,
  forbidden: Forbidden,
  'not-bookable': NotBookable,
  'own-listing': OwnListing,
  past: Past,
  'too-short': TooShort,
  'too-long': TooLong,
  'too-far': TooFar,
  'over-capacity': OverCapacity,
  closed: Closed,
  'option-not-offered': OptionNotOffered,
  'promotion-unknown': PromotionUnknown,
  'promotion-ended': PromotionEnded,
  'promotion-used-up': PromotionUsedUp,
  'promotion-not-for-this-stay': PromotionNotForThisStay,
};

/** Turns the domain's no into the refusal the caller is told. */
export function asDomainError({ word, detail, path }: Refusal): DomainError {
  const problem = PROBLEMS[word];
  if (path === undefined) return new DomainError(problem, detail);
  return new DomainError(problem, undefined, { errors: [{ path, message: detail ?? problem.title }] });
}

/** The value, or the refusal thrown. */
export function unlessRefused<Value>(value: Value | Refusal): Value {
  if (value instanceof Refusal) throw asDomainError(value);
  return value;
}
