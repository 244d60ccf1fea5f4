import { IsDay } from '@bookable/wire';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Matches, ValidateNested } from 'class-validator';

/** The clicks of one day, counted in UTC. */
export class ClicksOfDayView {
  @IsDay()
  day: string;

  @IsInt()
  clicks: number;
}

/** The clicks that came from one site. */
export class ClicksOfReferrerView {
  /** Host name of the page that carried the link; an empty text where the browser did not say. */
  @IsString()
  host: string;

  @IsInt()
  clicks: number;
}

/** The clicks of people whose browser asks for the language of one country. */
export class ClicksOfCountryView {
  /** ISO 3166-1 alpha-2; null where the browser named none. */
  @IsOptional() @Matches(/^[A-Z]{2}$/)
  country: string | null;

  @IsInt()
  clicks: number;
}

/** How often a link was followed by people; robots are counted apart. */
export class LinkStatsView {
  @IsInt()
  clicks: number;

  @IsInt()
  botClicks: number;

  /** Days without a click are left out; oldest first. */
  @ValidateNested({ each: true }) @Type(() => ClicksOfDayView)
  byDay: ClicksOfDayView[];

  /** Most clicks first, at most 100 hosts. */
  @ValidateNested({ each: true }) @Type(() => ClicksOfReferrerView)
  referrers: ClicksOfReferrerView[];

  /** Most clicks first; counted since links have been counted by country. */
  @ValidateNested({ each: true }) @Type(() => ClicksOfCountryView)
  countries: ClicksOfCountryView[];
}
