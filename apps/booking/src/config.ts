import { type Environment, integer, list, postgresUrl, readConfig, webUrl } from '@bookable/platform-config';

const specs = {
  DATABASE_URL: postgresUrl({ desc: 'where the data lives', example: 'postgres://127.0.0.1:5432/bookable' }),
  BOOKING_POOL_SIZE: integer(2, 200)({ default: 10, desc: 'connections one process of booking may hold' }),
  PUBLIC_URL: webUrl({ default: 'http://localhost:3000', desc: 'where people reach the platform' }),
  CALENDAR_HOSTS_ALLOWED: list({ default: [], desc: 'host:port of servers whose calendars are read though they are not on the public web' }),
};

/** What this service was told by its environment. */
export class BookingConfig {
  readonly databaseUrl: string;
  readonly poolSize: number;
  /** Where the platform is reached; addresses of our calendars begin with it. */
  readonly publicUrl: string;
  readonly calendarHostsAllowed: readonly string[];

  /** Reads this service's environment; throws `ConfigError` naming every fault. */
  static read(env: Environment): BookingConfig {
    const config = readConfig(env, specs);
    return { databaseUrl: config.DATABASE_URL, poolSize: config.BOOKING_POOL_SIZE, publicUrl: config.PUBLIC_URL, calendarHostsAllowed: config.CALENDAR_HOSTS_ALLOWED };
  }
}
