import { IsId, IsInstant } from '@bookable/wire';
import { IsBoolean, IsEmail, IsIn, IsInt, IsString, ValidateIf } from 'class-validator';
import { USER_LOCALES, USER_ROLES, type UserLocale, type UserRole } from './role';

/** The whole state of a user, as other services may keep it. */
export class UserFacts {
  @IsId()
  id: string;

  @IsEmail()
  email: string;

  @IsString()
  name: string;

  @IsIn(USER_ROLES, { each: true })
  roles: UserRole[];

  @IsIn(USER_LOCALES)
  locale: UserLocale;

  @IsBoolean()
  emailVerified: boolean;

  @ValidateIf((facts: UserFacts) => facts.avatarUrl !== null) @IsString()
  avatarUrl: string | null;

  @IsInstant()
  createdAt: string;

  /** Grows with every change; apply only what is newer than what is kept. */
  @IsInt()
  version: number;
}
