import { defineCommand, Forbidden } from '@bookable/kernel';
import { IsText } from '@bookable/wire';
import { IsBoolean, IsIn, IsOptional, Matches } from 'class-validator';
import { USER_LOCALES, type UserLocale } from './role';
import { EmailTaken, UnusableName } from './user.errors';
import { UserView } from './user.view';

/** Somebody who was known elsewhere, and by what. */
export class ImportPersonRequest {
  /** Where they were known before, such as `airbnb`. */
  @Matches(/^[a-z0-9]{1,30}$/, { message: 'source must be 1 to 30 small letters and digits' })
  source: string;

  /** What they are called there, in whatever form. */
  @IsText(1, 200)
  externalId: string;

  @IsText(1, 100)
  name: string;

  /** Whether they offer something. */
  @IsOptional() @IsBoolean()
  landlord?: boolean;

  /** English unless told. */
  @IsOptional() @IsIn(USER_LOCALES)
  locale?: UserLocale;
}

/**
 * Opens an account for somebody who comes with data from elsewhere; administrators only. Nobody can sign in to it, and its
 * address reaches nobody. Whoever was brought over before is answered as they are now, however long ago that was.
 */
export const ImportPerson = defineCommand<ImportPersonRequest, UserView>({
  topic: 'auth.import-person',
  request: ImportPersonRequest,
  reply: UserView,
  problems: [Forbidden, EmailTaken, UnusableName],
});
