import { type Page, defineQuery } from '@bookable/kernel';
import { IsText, PageRequest } from '@bookable/wire';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { MovieView } from './movie.view';
import { NumberParameter } from './query-parameter.rules';

/** Which films to look for; everything given must hold. */
export class FindMoviesRequest extends PageRequest {
  /** A part of the title; slips of the pen are forgiven. */
  @IsOptional() @IsText(1, 200)
  q?: string;

  @IsOptional() @NumberParameter() @IsInt() @Min(1870) @Max(2199)
  year?: number;

  /** In any case of letters. */
  @IsOptional() @IsText(1, 60)
  genre?: string;
}

/** Films, the likeliest first where words are given, else the latest (C12). */
export const FindMovies = defineQuery<FindMoviesRequest, Page<MovieView>>({
  topic: 'catalog.find-movies',
  request: FindMoviesRequest,
  reply: MovieView,
  answers: 'page',
});
