import { IsBirthDate, IsId, IsInstant } from '@bookable/wire';
import { IsEmail, IsIn, IsOptional, IsString } from 'class-validator';

/** What somebody may be in a hotel; the same person may be something else in another one. */
export const STAFF_ROLES = ['owner', 'administrator', 'cleaner'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

/** `awaited` until an account with the confirmed address is there; only who is `active` is let in. */
export const STAFF_STANDINGS = ['active', 'awaited'] as const;
export type StaffStanding = (typeof STAFF_STANDINGS)[number];

/** Somebody who works in a hotel. Whoever opened it has said nothing of themselves until they do. */
export class StaffMemberView {
  @IsId()
  id: string;

  @IsId()
  hotelId: string;

  @IsIn(STAFF_ROLES)
  role: StaffRole;

  @IsIn(STAFF_STANDINGS)
  standing: StaffStanding;

  /** The account they sign in with; absent while awaited. */
  @IsOptional() @IsId()
  userId?: string;

  /** The address they were registered under, where no account was named. */
  @IsOptional() @IsEmail()
  email?: string;

  @IsOptional() @IsString()
  firstName?: string;

  @IsOptional() @IsString()
  lastName?: string;

  @IsOptional() @IsBirthDate()
  birthDate?: string;

  @IsOptional() @IsString()
  phone?: string;

  @IsInstant()
  createdAt: string;
}
