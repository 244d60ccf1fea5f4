import { IsId } from '@bookable/wire';
import { IsEmail, IsIn, IsString } from 'class-validator';
import { USER_LOCALES, type UserLocale } from './role';

/** To whom a mail goes and in which language, as of the moment of the fact. */
export class RecipientFacts {
  @IsId()
  userId: string;

  @IsEmail()
  email: string;

  @IsString()
  name: string;

  @IsIn(USER_LOCALES)
  locale: UserLocale;
}
