import type { Resource } from '../resource';
import type { Stay } from '../stay';
import type { Charge } from './quote-line';

/** The seats of an event. */
export function seatCharges({ quantity }: Stay, { price }: Resource): Charge[] {
  return [{ rule: 'seat', units: quantity, unitAmount: price.amount }];
}
