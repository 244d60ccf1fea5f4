import { type Environment, integer, postgresUrl, readConfig } from '@bookable/platform-config';

/** What this service is told by its environment. */
export class ReviewConfig {
  private constructor(
    readonly databaseUrl: string,
    readonly poolSize: number,
  ) {}

  /** Reads the environment, and refuses it where it cannot be used. */
  static read(env: Environment): ReviewConfig {
    const { DATABASE_URL, REVIEW_POOL_SIZE } = readConfig(env, {
      DATABASE_URL: postgresUrl({ desc: 'where the data lives', example: 'postgres://127.0.0.1:5432/bookable' }),
      REVIEW_POOL_SIZE: integer(2, 200)({ default: 3, desc: 'connections one process of review may hold' }),
    });
    return new ReviewConfig(DATABASE_URL, REVIEW_POOL_SIZE);
  }
}
