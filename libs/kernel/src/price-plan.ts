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
  /** Other prices for some days, in no order that matters. */
  readonly rules?: readonly PriceRule[];
  readonly discounts?: Discounts;
  readonly fees?: readonly Fee[];
}

/** A price of its own for the units of a season, of some days or of some weekdays: an amount, or so much more or less than the base. */
export interface PriceRule {
  readonly name: string;
  /** The first day, included; open where it is left out. */
  readonly from?: string;
  /** The last day, excluded; open where it is left out. */
  readonly to?: string;
  /** 1 for Monday to 7 for Sunday; all of them where it is left out. */
  readonly weekdays?: readonly number[];
  readonly priority: number;
  readonly amount?: number;
  /** Of the base price: 20 makes a unit a fifth dearer, -20 a fifth cheaper. */
  readonly percent?: number;
}

/** What is taken off the price of the units. Of each list the greatest one counts whose condition is met. */
export interface Discounts {
  readonly lengthOfStay?: readonly LengthOfStayDiscount[];
  readonly earlyBird?: readonly EarlyBirdDiscount[];
  readonly lastMinute?: readonly LastMinuteDiscount[];
}

/** Off for staying long. */
export interface LengthOfStayDiscount {
  readonly minUnits: number;
  readonly percent: number;
}

/** Off for booking early. */
export interface EarlyBirdDiscount {
  readonly minDaysAhead: number;
  readonly percent: number;
}

/** Off for booking what would stay empty. */
export interface LastMinuteDiscount {
  readonly maxDaysAhead: number;
  readonly percent: number;
}

/** What is paid beside the units: once, for every unit of every place (a minibar), or for every person. */
export interface Fee {
  readonly name: string;
  readonly amount: number;
  readonly per: 'stay' | 'unit' | 'person';
}

/** A season without a beginning or an end is open there; one that ends before it begins is a slip. */
export function seasonsBeginBeforeTheyEnd({ rules = [] }: Pick<PricePlan, 'rules'>): boolean {
  return rules.every(({ from, to }) => from === undefined || to === undefined || from < to);
}

/** A rule that said both an amount and a percent would contradict itself; one that said neither would say nothing. */
export function priceRulesSayOneThing({ rules = [] }: Pick<PricePlan, 'rules'>): boolean {
  return rules.every(({ amount, percent }) => (amount === undefined) !== (percent === undefined));
}
