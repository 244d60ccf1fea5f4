import { type Environment, integer, postgresUrl, readConfig } from '@bookable/platform-config';

const specs = {
  DATABASE_URL: postgresUrl({ desc: 'where the data lives', example: 'postgres://127.0.0.1:5432/bookable' }),
  BOOKING_POOL_SIZE: integer(2, 200)({ default: 10, desc: 'connections one process of booking may hold' }),
};

/** What this service was told by its environment. */
export class BookingConfig {
  readonly databaseUrl: string;
  readonly poolSize: number;

  /** Reads this service's environment; throws `ConfigError` naming every fault. */
  static read(env: Environment): BookingConfig {
    const { DATABASE_URL: databaseUrl, BOOKING_POOL_SIZE: poolSize } = readConfig(env, specs);
    return { databaseUrl, poolSize };
  }
}
