import { defineCommand, Forbidden } from '@bookable/kernel';
import { IsId, IsText } from '@bookable/wire';
import { Equals, IsIn, IsOptional, Matches, ValidateIf } from 'class-validator';
import { USER_LOCALES, type UserLocale } from './role';
import { UnusableName } from './user.errors';
import { UserView } from './user.view';

/** What is left out stays; an empty `phone` or `about` is taken away. */
export class UpdateUserRequest {
  @IsId()
  userId: string;

  @ValidateIf((request: UpdateUserRequest) => request.name !== undefined) @IsText(1, 100)
  name?: string;

  @ValidateIf((request: UpdateUserRequest) => request.locale !== undefined) @IsIn(USER_LOCALES)
  locale?: UserLocale;

  /** Becoming a landlord cannot be taken back: listings may hang on it. */
  @ValidateIf((request: UpdateUserRequest) => request.landlord !== undefined) @Equals(true)
  landlord?: true;

  /** International form, `+49301234567`. */
  @IsOptional() @Matches(/^(\+[1-9][0-9]{6,14})?$/, { message: 'phone must be a number in international form, +49301234567' })
  phone?: string;

  @IsOptional() @IsText(0, 2000)
  about?: string;
}

/** Changes the caller's own account. A new role enters access tokens at the next refresh. */
export const UpdateUser = defineCommand<UpdateUserRequest, UserView>({
  topic: 'auth.update-user',
  request: UpdateUserRequest,
  reply: UserView,
  problems: [Forbidden, UnusableName],
});
