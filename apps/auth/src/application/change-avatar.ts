import { type ChangeAvatarRequest, UserChanged, type UserView } from '@bookable/contracts-auth';
import { DomainError, Unauthenticated } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import type { User } from '../domain/user';
import { UserStore } from '../persistence/user.store';
import { AvatarFiles } from './avatar-files';
import { refuseOthers } from './caller';
import { UserViews } from './user-views';

/** The account before and after the change of its avatar. */
interface AvatarChange {
  readonly before: User;
  readonly after: User;
}

/** Makes an upload the caller's avatar. */
@Injectable()
export class ChangeAvatar {
  constructor(
    private readonly database: Database,
    private readonly users: UserStore,
    private readonly files: AvatarFiles,
    private readonly views: UserViews,
  ) {}

  async execute({ userId, uploadKey }: ChangeAvatarRequest, context: MessageContext): Promise<UserView> {
    refuseOthers(context, userId);
    const avatarKey = await this.files.keep(userId, uploadKey);
    const { before, after } = await this.change(userId, avatarKey);
    if (before.avatarKey !== null) await this.files.discard(before.avatarKey);
    await this.files.discard(uploadKey);
    return this.views.own(after);
  }

  private async change(userId: string, avatarKey: string): Promise<AvatarChange> {
    try {
      return await this.database.transaction(async (tx) => {
        const before = await this.users.lock(tx, userId);
        if (!before) throw new DomainError(Unauthenticated, 'This account was deleted.');
        const after = await this.users.change(tx, before, { avatarKey });
        tx.publish(UserChanged, this.views.facts(after));
        return { before, after };
      });
    } catch (error) {
      await this.files.discard(avatarKey);
      throw error;
    }
  }
}
