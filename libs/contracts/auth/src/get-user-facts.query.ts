import { defineQuery, NotFound } from '@bookable/kernel';
import { IsId } from '@bookable/wire';
import { ValidateIf } from 'class-validator';
import { IsEmailAddress } from './email-rule';
import { UserFacts } from './user.facts';

/** A user by id, or by address where no id is known. */
export class GetUserFactsRequest {
  @ValidateIf((request: GetUserFactsRequest) => request.id !== undefined || request.email === undefined) @IsId()
  id?: string;

  @ValidateIf((request: GetUserFactsRequest) => request.id === undefined) @IsEmailAddress()
  email?: string;
}

/** What other services keep of a user, for those that have missed the event. Between services only: no route leads here. */
export const GetUserFacts = defineQuery<GetUserFactsRequest, UserFacts>({
  topic: 'auth.get-user-facts',
  request: GetUserFactsRequest,
  reply: UserFacts,
  problems: [NotFound],
});
