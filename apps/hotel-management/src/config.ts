import { type Environment, integer, postgresUrl, readConfig } from '@bookable/platform-config';

/** What this service is told by its environment. */
export class HotelManagementConfig {
  private constructor(
    readonly databaseUrl: string,
    readonly poolSize: number,
  ) {}

  /** Reads the environment, and refuses it where it cannot be used. */
  static read(env: Environment): HotelManagementConfig {
    const { DATABASE_URL, HOTEL_MANAGEMENT_POOL_SIZE } = readConfig(env, {
      DATABASE_URL: postgresUrl({ desc: 'where the data lives', example: 'postgres://127.0.0.1:5432/bookable' }),
      HOTEL_MANAGEMENT_POOL_SIZE: integer(2, 200)({ default: 3, desc: 'connections one process of hotel-management may hold' }),
    });
    return new HotelManagementConfig(DATABASE_URL, HOTEL_MANAGEMENT_POOL_SIZE);
  }
}
