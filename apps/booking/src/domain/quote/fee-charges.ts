import type { Fee } from '@bookable/kernel';
import type { Resource } from '../resource';
import type { Stay } from '../stay';
import type { Charge } from './quote-line';

/** How often a fee is paid. An hour that has begun is a unit; where nobody says how many people come, one for each place. */
const TIMES: Readonly<Record<Fee['per'], (stay: Stay) => number>> = {
  stay: () => 1,
  unit: ({ unitCount, quantity }) => Math.ceil(unitCount) * quantity,
  person: ({ guests, quantity }) => guests ?? quantity,
};

/** The fees of the plan in its own order, and the cleaning after the visit, once. */
export function feeCharges(stay: Stay, { price: { fees = [], cleaningFee } }: Resource): Charge[] {
  const charges = fees.map(({ name, amount, per }): Charge => ({ rule: 'fee', units: TIMES[per](stay), unitAmount: amount, inputs: { name, per } }));
  return cleaningFee ? [...charges, { rule: 'cleaning-fee', units: 1, unitAmount: cleaningFee }] : charges;
}
