import { IsId, IsInstant } from '@bookable/wire';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsNumber, IsOptional, IsString, Max, Min, ValidateIf, ValidateNested } from 'class-validator';
import { USER_ROLES, type UserRole } from './role';

/** What others think of a person, in stars. */
export class ProfileRatingView {
  @IsNumber() @Min(1) @Max(5)
  average: number;

  @IsInt() @Min(1)
  count: number;
}

/** An account as everybody sees it: no e-mail address, no phone. */
export class ProfileView {
  @IsId()
  id: string;

  @IsString()
  name: string;

  @ValidateIf((view: ProfileView) => view.avatarUrl !== null) @IsString()
  avatarUrl: string | null;

  @IsInstant()
  createdAt: string;

  @IsIn(USER_ROLES, { each: true })
  roles: UserRole[];

  @IsOptional() @IsString()
  about?: string;

  /** Absent until somebody has rated the person. */
  @IsOptional() @ValidateNested() @Type(() => ProfileRatingView)
  rating?: ProfileRatingView;
}
