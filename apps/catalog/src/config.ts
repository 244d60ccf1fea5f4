import { type Environment, integer, postgresUrl, readConfig } from '@bookable/platform-config';

/** What this service is told by its environment. */
export class CatalogConfig {
  private constructor(
    readonly databaseUrl: string,
    readonly databasePoolSize: number,
  ) {}

  /** Reads the environment, and refuses it where it cannot be used. */
  static read(env: Environment): CatalogConfig {
    const read = readConfig(env, {
      DATABASE_URL: postgresUrl({ desc: 'where the data lives', example: 'postgres://127.0.0.1:5432/bookable' }),
      CATALOG_POOL_SIZE: integer(1, 200)({ default: 10, desc: 'connections this service may hold' }),
    });
    return new CatalogConfig(read.DATABASE_URL, read.CATALOG_POOL_SIZE);
  }
}
