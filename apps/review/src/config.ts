import { type Environment, postgresUrl, readConfig } from '@bookable/platform-config';

/** What this service is told by its environment. */
export class ReviewConfig {
  private constructor(readonly databaseUrl: string) {}

  /** Reads the environment, and refuses it where it cannot be used. */
  static read(env: Environment): ReviewConfig {
    const { DATABASE_URL } = readConfig(env, {
      DATABASE_URL: postgresUrl({ desc: 'where the data lives', example: 'postgres://127.0.0.1:5432/bookable' }),
    });
    return new ReviewConfig(DATABASE_URL);
  }
}
