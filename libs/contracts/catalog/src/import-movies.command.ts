import { Forbidden, defineCommand } from '@bookable/kernel';
import { IsText } from '@bookable/wire';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsInt, Matches, ValidateNested } from 'class-validator';
import { MovieTerms } from './movie.view';

/** A film as it is known elsewhere. */
export class ImportedMovie extends MovieTerms {
  /** By what it is known there. */
  @IsText(1, 300)
  externalId: string;
}

/** Some films of one source. */
export class ImportMoviesRequest {
  @Matches(/^[a-z0-9]{1,30}$/, { message: 'source must be 1 to 30 small letters and digits' })
  source: string;

  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(100) @ValidateNested({ each: true }) @Type(() => ImportedMovie)
  movies: ImportedMovie[];
}

/** What became of them. */
export class ImportedMoviesView {
  @IsInt()
  added: number;

  @IsInt()
  changed: number;

  @IsInt()
  unchanged: number;
}

/**
 * Takes over what a source knows of films; administrators only. A film is known by its source and its id there for ever,
 * so the same again changes nothing, and newer knowledge replaces older.
 */
export const ImportMovies = defineCommand<ImportMoviesRequest, ImportedMoviesView>({
  topic: 'catalog.import-movies',
  request: ImportMoviesRequest,
  reply: ImportedMoviesView,
  problems: [Forbidden],
});
