import { IsId, IsInstant, IsText } from '@bookable/wire';
import { IsEmail, IsOptional, Matches, MaxLength } from 'class-validator';
import { PersonTerms } from './person-terms.view';

/** What a hotel keeps of a guest: a name, a birth date, and a phone number or an e-mail address or both (E4). */
export class GuestTerms extends PersonTerms {
  @IsOptional() @IsEmail() @MaxLength(254)
  email?: string;

  /** For the desk's own eyes. */
  @IsOptional() @IsText(1, 2000)
  note?: string;
}

/** A guest of a hotel. */
export class GuestView extends GuestTerms {
  @IsId()
  id: string;

  @IsId()
  hotelId: string;

  /** Twelve digits, the last one a check digit (Luhn); it never changes, and tells nothing of other guests. */
  @Matches(/^\d{12}$/)
  clientNumber: string;

  /** The account of a guest who has registered alone. */
  @IsOptional() @IsId()
  userId?: string;

  @IsInstant()
  createdAt: string;
}
