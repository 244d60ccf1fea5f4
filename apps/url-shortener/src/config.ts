import { type Environment, postgresUrl, readConfig, webUrl } from '@bookable/platform-config';

/** What this service is told by its environment. */
export class UrlShortenerConfig {
  private constructor(
    readonly databaseUrl: string,
    /** Where the platform is reached by people; short links begin with it. */
    readonly publicUrl: string,
  ) {}

  /** Reads the environment, and refuses it where it cannot be used. */
  static read(env: Environment): UrlShortenerConfig {
    const { DATABASE_URL, PUBLIC_URL } = readConfig(env, {
      DATABASE_URL: postgresUrl({ desc: 'where the data lives', example: 'postgres://127.0.0.1:5432/bookable' }),
      PUBLIC_URL: webUrl({ default: 'http://localhost:3000', desc: 'where people reach the platform' }),
    });
    return new UrlShortenerConfig(DATABASE_URL, PUBLIC_URL);
  }
}
