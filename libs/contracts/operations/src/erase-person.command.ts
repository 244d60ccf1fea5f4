import { Forbidden, Unauthenticated, Unavailable, defineCommand } from '@bookable/kernel';
import { IsId } from '@bookable/wire';
import { IsInt } from 'class-validator';
import { ServiceRequest } from './in-service';

/** Who is to be erased. */
export class ErasePersonRequest extends ServiceRequest {
  @IsId()
  personId: string;
}

/** That nothing is left of them but what is said to stay. */
export class ErasedPersonView {
  /** How many rows went or lost their words; of what was erased before, none. */
  @IsInt()
  rows: number;
}

/** Erases what one service keeps of a person; answered once nothing is left. Between services only: no route leads here. */
export const ErasePerson = defineCommand<ErasePersonRequest, ErasedPersonView>({
  topic: 'operations.erase-person',
  request: ErasePersonRequest,
  reply: ErasedPersonView,
  problems: [Unauthenticated, Forbidden, Unavailable],
});
