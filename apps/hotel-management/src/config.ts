import { type Environment, postgresUrl, readConfig } from '@bookable/platform-config';

/** What this service is told by its environment. */
export class HotelManagementConfig {
  private constructor(readonly databaseUrl: string) {}

  /** Reads the environment, and refuses it where it cannot be used. */
  static read(env: Environment): HotelManagementConfig {
    const { DATABASE_URL } = readConfig(env, {
      DATABASE_URL: postgresUrl({ desc: 'where the data lives', example: 'postgres://127.0.0.1:5432/bookable' }),
    });
    return new HotelManagementConfig(DATABASE_URL);
  }
}
