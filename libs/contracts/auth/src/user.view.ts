import { IsId, IsInstant } from '@bookable/wire';
import { IsBoolean, IsEmail, IsIn, IsOptional, IsString, ValidateIf } from 'class-validator';
import { USER_LOCALES, USER_ROLES, type UserLocale, type UserRole } from './role';

/** An account as its owner sees it. */
export class UserView {
  @IsId()
  id: string;

  @IsString()
  name: string;

  @IsEmail()
  email: string;

  @IsBoolean()
  emailVerified: boolean;

  @IsIn(USER_ROLES, { each: true })
  roles: UserRole[];

  @ValidateIf((view: UserView) => view.avatarUrl !== null) @IsString()
  avatarUrl: string | null;

  @IsIn(USER_LOCALES)
  locale: UserLocale;

  @IsInstant()
  createdAt: string;

  @IsOptional() @IsString()
  phone?: string;

  @IsOptional() @IsString()
  about?: string;
}
