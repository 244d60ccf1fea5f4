import { Database, type Queryable } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import type { User } from '../domain/user';

const USER = `
  SELECT id, email, name, password_hash AS "passwordHash", roles, locale, email_verified_at AS "emailVerifiedAt",
         avatar_key AS "avatarKey", phone, about, created_at AS "createdAt", version
  FROM user_account`;

const PROFILE = `
  SELECT u.id, u.name, u.avatar_key AS "avatarKey", u.created_at AS "createdAt", u.roles, u.about,
         r.average::float8 AS average, r.count
  FROM user_account u LEFT JOIN user_rating r ON r.user_id = u.id AND r.count > 0
  WHERE u.id = $1`;

/** What everybody may see of an account, with its copy of the rating. */
export interface ProfileRow extends Pick<User, 'id' | 'name' | 'avatarKey' | 'createdAt' | 'roles' | 'about'> {
  readonly average: number | null;
  readonly count: number | null;
}

/** Accounts, read in one statement. */
@Injectable()
export class UserReader {
  constructor(private readonly database: Database) {}

  async byId(id: string, on: Queryable = this.database): Promise<User | undefined> {
    const [user] = await on.query<User>(`${USER} WHERE id = $1`, [id], { name: 'user-by-id' });
    return user;
  }

  async byEmail(email: string): Promise<User | undefined> {
    const [user] = await this.database.query<User>(`${USER} WHERE email = $1::citext`, [email], { name: 'user-by-email' });
    return user;
  }

  async profile(id: string): Promise<ProfileRow | undefined> {
    const [profile] = await this.database.query<ProfileRow>(PROFILE, [id], { name: 'profile' });
    return profile;
  }
}
