/** Why something cannot be booked so; the words are those of the error catalogue. */
export type RefusalWord =
  | 'malformed'
  | 'forbidden'
  | 'not-bookable'
  | 'own-listing'
  | 'past'
  | 'too-short'
  | 'too-long'
  | 'too-far'
  | 'over-capacity'
  | 'closed'
  | 'option-not-offered'
  | 'promotion-unknown'
  | 'promotion-ended'
  | 'promotion-used-up'
  | 'promotion-not-for-this-stay';

/** A refusal as a value: rules say no without throwing. */
export class Refusal {
  constructor(
    readonly word: RefusalWord,
    readonly detail?: string,
    /** The field at fault, where one is. */
    readonly path?: string,
  ) {}
}
