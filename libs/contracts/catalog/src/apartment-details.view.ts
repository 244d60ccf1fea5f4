import { IsNumberTo, IsText } from '@bookable/wire';
import { IsInt, IsOptional, Max, Min } from 'class-validator';

/** What an apartment has beside what every listing has. */
export class ApartmentDetailsView {
  /** 0 is a studio. */
  @IsInt() @Min(0) @Max(100)
  rooms: number;

  @IsInt() @Min(0) @Max(200)
  beds: number;

  /** How many people may stay. */
  @IsInt() @Min(1) @Max(200)
  guests: number;

  @IsOptional() @IsNumberTo(1) @Min(0) @Max(100)
  bathrooms?: number;

  @IsOptional() @IsNumberTo(2) @Min(1) @Max(100_000)
  areaSquareMetres?: number;

  @IsOptional() @IsInt() @Min(-10) @Max(300)
  floor?: number;

  /** What it is, in the owner's words: a loft, a houseboat, a private room. */
  @IsOptional() @IsText(1, 100)
  propertyType?: string;
}
