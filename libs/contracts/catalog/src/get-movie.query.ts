import { defineQuery } from '@bookable/kernel';
import { IsId, IsInstant, MoneyView } from '@bookable/wire';
import { Type } from 'class-transformer';
import { IsArray, IsBoolean, IsString, ValidateNested } from 'class-validator';
import { MovieView } from './movie.view';

/** An evening on which a film is shown; the rest is in its listing. */
export class MovieEventView {
  @IsId()
  listingId: string;

  @IsString()
  title: string;

  @IsString()
  city: string;

  @IsInstant()
  startsAt: string;

  @IsInstant()
  endsAt: string;

  @IsBoolean()
  paid: boolean;

  /** Of one seat. */
  @ValidateNested() @Type(() => MoneyView)
  price: MoneyView;
}

/** A film with the next evenings on which it is shown. */
export class MoviePageView extends MovieView {
  /** The next twenty that the caller may see; a search by `kind=event` finds all of them. */
  @IsArray() @ValidateNested({ each: true }) @Type(() => MovieEventView)
  upcomingEvents: MovieEventView[];
}

/** Which film. */
export class GetMovieRequest {
  @IsId()
  movieId: string;
}

/** One film and where it is shown next (C1). */
export const GetMovie = defineQuery<GetMovieRequest, MoviePageView>({ topic: 'catalog.get-movie', request: GetMovieRequest, reply: MoviePageView });
