import type { ImportMoviesRequest, ImportedMoviesView } from '@bookable/contracts-catalog';
import { AUDITED } from '@bookable/contracts-operations';
import { DomainError, Forbidden, Malformed } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import { MovieStore } from '../persistence/movie.store';
import { signedIn } from './signed-in';

/** An administrator takes over what a source knows of films; the same again changes nothing. */
@Injectable()
export class ImportMovies {
  constructor(
    private readonly database: Database,
    private readonly movies: MovieStore,
  ) {}

  async execute({ source, movies }: ImportMoviesRequest, context: MessageContext): Promise<ImportedMoviesView> {
    if (!signedIn(context).roles.includes('admin')) throw new DomainError(Forbidden, 'Administrators only.');
    const errors = movies.flatMap(({ externalId }, index) => (movies.findIndex((other) => other.externalId === externalId) < index ? [{ path: `movies.${index}.externalId`, message: 'is there twice' }] : []));
    if (errors.length > 0) throw new DomainError(Malformed, 'A film is told of twice.', { errors });
    const { added, changed } = await this.database.transaction(async (tx) => {
      const imported = await this.movies.import(tx, source, movies);
      if (imported.added + imported.changed > 0) tx.audit({ action: AUDITED.moviesImported, as: 'admin', facts: { source, added: imported.added, changed: imported.changed } });
      return imported;
    });
    return { added, changed, unchanged: movies.length - added - changed };
  }
}
