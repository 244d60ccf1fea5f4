/** An amount in minor units of its currency; always a safe integer, never a float. */
export interface Money {
  readonly amount: number;
  readonly currency: string;
}

/** Makes money; an amount that integers cannot hold exactly is a fault of ours, never rounded in silence. */
export function money(amount: number, currency: string): Money {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`${amount} is no exact amount of minor units.`);
  // Nothing taken a negative number of times would be -0, which JSON and equality tell from 0.
  return { amount: amount + 0, currency };
}

/** Adds two amounts of the same currency. */
export function addMoney(a: Money, b: Money): Money {
  if (a.currency !== b.currency) throw new RangeError(`${a.currency} and ${b.currency} do not add up.`);
  return money(a.amount + b.amount, a.currency);
}

/** Takes one amount from another of the same currency; the rest may be negative. */
export function subtractMoney(a: Money, b: Money): Money {
  return addMoney(a, money(-b.amount, b.currency));
}

/** Adds any number of amounts; none at all is nothing of the given currency. */
export function sumMoney(amounts: readonly Money[], currency: string): Money {
  return amounts.reduce(addMoney, money(0, currency));
}

/** An amount taken a whole number of times. */
export function timesMoney(amount: Money, times: number): Money {
  if (!Number.isSafeInteger(times)) throw new RangeError(`Nothing can be taken ${times} times.`);
  return money(amount.amount * times, amount.currency);
}

/**
 * The given share, `numerator / denominator`, of an amount, halves rounded away from zero.
 * Computed in exact integers: a float would lose cents of large amounts.
 */
export function shareOfMoney(whole: Money, numerator: number, denominator: number): Money {
  const scaled = BigInt(whole.amount) * BigInt(numerator) * 2n;
  const doubled = BigInt(denominator) * 2n;
  const half = scaled < 0n === doubled < 0n ? BigInt(denominator) : -BigInt(denominator);
  return money(Number((scaled + half) / doubled), whole.currency);
}

/** Splits an amount into parts that differ by one minor unit at most and sum to it exactly. */
export function splitMoney(whole: Money, parts: number): Money[] {
  if (!Number.isSafeInteger(parts) || parts < 1) throw new RangeError(`Nothing splits into ${parts} parts.`);
  const least = Math.trunc(whole.amount / parts);
  const rest = whole.amount - least * parts;
  return Array.from({ length: parts }, (_, index) => money(least + (index < Math.abs(rest) ? Math.sign(rest) : 0), whole.currency));
}
