import { IsId, IsText } from '@bookable/wire';
import { ArrayMaxSize, IsArray, IsInt, IsOptional, IsUrl, Matches, Max, Min } from 'class-validator';

/** What is known of a film. */
export class MovieTerms {
  @IsText(1, 300)
  title: string;

  /** Of its first showing. */
  @IsInt() @Min(1870) @Max(2199)
  year: number;

  @IsArray() @ArrayMaxSize(20) @IsText(1, 60, { each: true })
  genres: string[];

  /** Who plays in it, the leading parts first. */
  @IsArray() @ArrayMaxSize(200) @IsText(1, 200, { each: true })
  cast: string[];

  /** What it is about, in a few sentences. */
  @IsOptional() @IsText(1, 2000)
  extract?: string;

  @IsOptional() @IsUrl({ protocols: ['https'], require_protocol: true })
  posterUrl?: string;

  /** Where this was taken from, for whoever must or wants to name it. */
  @IsOptional() @IsUrl({ protocols: ['https'], require_protocol: true })
  pageUrl?: string;
}

/** A film that events can be planned for: its id is the `movieId` of their details. */
export class MovieView extends MovieTerms {
  @IsId()
  id: string;

  /** Whose knowledge of films this is, such as `wikipedia`. */
  @Matches(/^[a-z0-9]{1,30}$/)
  source: string;
}
