import { defineQuery } from '@bookable/kernel';
import { UserView } from './user.view';

/** Asks nothing more than who calls. */
export class GetOwnUserRequest {}

/** The caller's own account. */
export const GetOwnUser = defineQuery<GetOwnUserRequest, UserView>({ topic: 'auth.get-own-user', request: GetOwnUserRequest, reply: UserView });
