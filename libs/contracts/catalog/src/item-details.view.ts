import { IsText } from '@bookable/wire';
import { IsObject, IsOptional } from 'class-validator';
import { IsFreeJson } from './free-json.rule';

/** What a thing for rent has beside what every listing has. */
export class ItemDetailsView {
  /** The state it is let in, in the owner's words: new, good, worn. */
  @IsOptional() @IsText(1, 60)
  condition?: string;

  /** Size, weight or whatever else fits the thing: any JSON object of up to 8 000 characters. */
  @IsOptional() @IsObject() @IsFreeJson(8000)
  parameters?: Record<string, unknown>;

  @IsOptional() @IsText(1, 2000)
  handoverTerms?: string;
}
