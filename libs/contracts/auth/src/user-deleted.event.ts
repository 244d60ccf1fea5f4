import { defineEvent } from '@bookable/kernel';
import { IsId } from '@bookable/wire';
import { IsInt } from 'class-validator';

/** Which account is gone. */
export class DeletedUserFacts {
  @IsId()
  id: string;

  @IsInt()
  version: number;
}

/** An account and its personal data are erased; whoever keeps a copy erases it too. */
export const UserDeleted = defineEvent<DeletedUserFacts>({ topic: 'auth.user.deleted', payload: DeletedUserFacts, aggregateId: (facts) => facts.id });
