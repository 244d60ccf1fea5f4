import { FindMovies, type FindMoviesRequest, GetMovie, type GetMovieRequest } from '@bookable/contracts-catalog';
import { Bus } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { Route } from '../http/route';

/** Films, for events to be planned around. */
@Controller()
export class MoviesHttp {
  constructor(private readonly bus: Bus) {}

  @Route('GET', '/api/movies', FindMovies, { says: 'Films by title, year and genre.', access: 'anyone' })
  find(asked: FindMoviesRequest): Promise<Buffer> {
    return this.bus.forward(FindMovies, asked);
  }

  @Route('GET', '/api/movies/:id', GetMovie, { says: 'One film, and the next evenings on which it is shown.', access: 'anyone', names: { id: 'movieId' } })
  show(asked: GetMovieRequest): Promise<Buffer> {
    return this.bus.forward(GetMovie, asked);
  }
}
