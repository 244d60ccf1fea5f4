import { IsBirthDate, IsText } from '@bookable/wire';
import { IsOptional, Matches } from 'class-validator';

/** What a hotel keeps of everybody who works or stays in it (E4). */
export class PersonTerms {
  @IsText(1, 100)
  firstName: string;

  @IsText(1, 100)
  lastName: string;

  @IsBirthDate()
  birthDate: string;

  /** In international form, `+49301234567`. */
  @IsOptional() @Matches(/^\+[1-9][0-9]{6,14}$/, { message: '$property must be a number in international form, +49301234567' })
  phone?: string;
}
