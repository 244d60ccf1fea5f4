import {
  FindMovies as FindMoviesContract, type FindMoviesRequest, GetMovie, type GetMovieRequest, ImportMovies as ImportMoviesContract, type ImportMoviesRequest,
} from '@bookable/contracts-catalog';
import { Handles, type MessageContext } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { FindMovies } from '../application/find-movies';
import { ImportMovies } from '../application/import-movies';

/** Films. */
@Controller()
export class MoviesRpc {
  constructor(
    private readonly findMovies: FindMovies,
    private readonly importMovies: ImportMovies,
  ) {}

  /** `catalog.find-movies` */
  @Handles(FindMoviesContract)
  find(request: FindMoviesRequest) {
    return this.findMovies.page(request);
  }

  /** `catalog.get-movie` */
  @Handles(GetMovie)
  one(request: GetMovieRequest, context: MessageContext) {
    return this.findMovies.one(request, context);
  }

  /** `catalog.import-movies` */
  @Handles(ImportMoviesContract)
  import(request: ImportMoviesRequest, context: MessageContext) {
    return this.importMovies.execute(request, context);
  }
}
