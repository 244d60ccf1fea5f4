/** What a resource costs; every amount is in minor units of the currency. */
export interface PricePlan {
  readonly currency: string;
  readonly per: 'night' | 'day' | 'hour' | 'seat';
  readonly amount: number;
  /** The price of 7 units in a row. */
  readonly week?: number;
  /** The price of 30 units in a row. */
  readonly month?: number;
  /** The price of one unit on a weekend. */
  readonly weekend?: number;
  /** For the visit as a whole, however many places it takes. */
  readonly cleaningFee?: number;
  /** For each place; given back afterwards. */
  readonly deposit?: number;
}
