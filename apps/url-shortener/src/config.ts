import { type Environment, integer, postgresUrl, readConfig, webUrl } from '@bookable/platform-config';

const MOST_DAYS = 3_650;

/** What this service is told by its environment. */
export class UrlShortenerConfig {
  private constructor(
    readonly databaseUrl: string,
    readonly poolSize: number,
    /** Where the platform is reached by people; short links begin with it. */
    readonly publicUrl: string,
    /** For how many days it is known how often links were followed. */
    readonly clicksKeptDays: number,
  ) {}

  /** Reads the environment, and refuses it where it cannot be used. */
  static read(env: Environment): UrlShortenerConfig {
    const { CLICKS_KEPT_DAYS, DATABASE_URL, PUBLIC_URL, URL_SHORTENER_POOL_SIZE } = readConfig(env, {
      DATABASE_URL: postgresUrl({ desc: 'where the data lives', example: 'postgres://127.0.0.1:5432/bookable' }),
      URL_SHORTENER_POOL_SIZE: integer(2, 200)({ default: 3, desc: 'connections one process of url-shortener may hold' }),
      CLICKS_KEPT_DAYS: integer(1, MOST_DAYS)({ default: 730, desc: 'for how many days it is known how often links were followed' }),
      PUBLIC_URL: webUrl({ default: 'http://localhost:3000', desc: 'where people reach the platform' }),
    });
    return new UrlShortenerConfig(DATABASE_URL, URL_SHORTENER_POOL_SIZE, PUBLIC_URL, CLICKS_KEPT_DAYS);
  }
}
