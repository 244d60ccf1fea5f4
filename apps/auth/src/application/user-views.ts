import type { ProfileView, RecipientFacts, UserFacts, UserView } from '@bookable/contracts-auth';
import { Storage } from '@bookable/platform-storage';
import { Injectable } from '@nestjs/common';
import type { User } from '../domain/user';
import type { ProfileRow } from '../persistence/user.reader';

/** Says of an account what each reader may know. */
@Injectable()
export class UserViews {
  constructor(private readonly storage: Storage) {}

  own(user: User): UserView {
    const { id, name, email, locale, phone, about } = user;
    return {
      id,
      name,
      email,
      emailVerified: user.emailVerifiedAt !== null,
      roles: [...user.roles],
      avatarUrl: this.avatarUrl(user),
      locale,
      createdAt: user.createdAt.toISOString(),
      ...(phone !== null && { phone }),
      ...(about !== null && { about }),
    };
  }

  /** Everybody's view: no e-mail address, no phone. */
  profile(row: ProfileRow): ProfileView {
    const { id, name, about, average, count } = row;
    return {
      id,
      name,
      avatarUrl: this.avatarUrl(row),
      createdAt: row.createdAt.toISOString(),
      roles: [...row.roles],
      ...(about !== null && { about }),
      ...(average !== null && count !== null && { rating: { average, count } }),
    };
  }

  /** Other services' view. */
  facts(user: User): UserFacts {
    const { id, email, name, locale, version } = user;
    return {
      id,
      email,
      name,
      roles: [...user.roles],
      locale,
      emailVerified: user.emailVerifiedAt !== null,
      avatarUrl: this.avatarUrl(user),
      createdAt: user.createdAt.toISOString(),
      version,
    };
  }

  private avatarUrl({ avatarKey }: Pick<User, 'avatarKey'>): string | null {
    return avatarKey === null ? null : this.storage.url(avatarKey);
  }
}

/** To whom a mail about an account goes. */
export function recipientOf({ id, email, name, locale }: User): RecipientFacts {
  return { userId: id, email, name, locale };
}
