import type { GetOwnUserRequest, UserView } from '@bookable/contracts-auth';
import { DomainError, Unauthenticated } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Injectable } from '@nestjs/common';
import { UserReader } from '../persistence/user.reader';
import { signedInCaller } from './caller';
import { UserViews } from './user-views';

/** Tells the caller of their own account. */
@Injectable()
export class GetOwnUser {
  constructor(
    private readonly reader: UserReader,
    private readonly views: UserViews,
  ) {}

  async execute(_request: GetOwnUserRequest, context: MessageContext): Promise<UserView> {
    const user = await this.reader.byId(signedInCaller(context).userId);
    // The token outlives the account by a few minutes.
    if (!user) throw new DomainError(Unauthenticated, 'This account was deleted.');
    return this.views.own(user);
  }
}
