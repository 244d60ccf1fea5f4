import { Type } from 'class-transformer';
import { IsInt, IsString, ValidateNested } from 'class-validator';
import { UserView } from './user.view';

/** A session just begun or renewed. */
export class SignedInView {
  @ValidateNested() @Type(() => UserView)
  user: UserView;

  @IsString()
  accessToken: string;

  /** Good for one use; the next one comes with the answer. */
  @IsString()
  refreshToken: string;

  /** Seconds until the access token expires. */
  @IsInt()
  expiresIn: number;
}
