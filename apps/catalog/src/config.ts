import { type Environment, integer, postgresUrl, readConfig, secret, webUrl } from '@bookable/platform-config';

/** What this service is told by its environment. */
export class CatalogConfig {
  private constructor(
    readonly databaseUrl: string,
    readonly databasePoolSize: number,
    /** How TMDB is asked for films; where it is missing, the films are those that were imported. */
    readonly tmdb?: { readonly accessToken: string; readonly baseUrl: string },
  ) {}

  /** Reads the environment, and refuses it where it cannot be used. */
  static read(env: Environment): CatalogConfig {
    const read = readConfig(env, {
      DATABASE_URL: postgresUrl({ desc: 'where the data lives', example: 'postgres://127.0.0.1:5432/bookable' }),
      CATALOG_POOL_SIZE: integer(1, 200)({ default: 10, desc: 'connections this service may hold' }),
      TMDB_ACCESS_TOKEN: secret({ default: undefined, desc: 'read access token of TMDB, who is asked for films; without it they are those that were imported' }),
      TMDB_BASE_URL: webUrl({ default: 'https://api.themoviedb.org', desc: 'where TMDB answers' }),
    });
    const tmdb = read.TMDB_ACCESS_TOKEN === undefined ? undefined : { accessToken: read.TMDB_ACCESS_TOKEN, baseUrl: read.TMDB_BASE_URL };
    return new CatalogConfig(read.DATABASE_URL, read.CATALOG_POOL_SIZE, tmdb);
  }
}
