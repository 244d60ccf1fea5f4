import { type Page, defineQuery } from '@bookable/kernel';
import { PageRequest } from '@bookable/wire';
import { HoldView } from './hold.view';

/** Which page of the caller's holds. */
export class FindHoldsRequest extends PageRequest {}

/** What the caller holds at this moment, newest first. */
export const FindHolds = defineQuery<FindHoldsRequest, Page<HoldView>>({ topic: 'booking.find-holds', request: FindHoldsRequest, reply: HoldView, answers: 'page' });
