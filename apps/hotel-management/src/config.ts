import { type Environment, integer, postgresUrl, readConfig, text } from '@bookable/platform-config';
import { mayMakeSecrets, sealingSecrets } from '@bookable/platform-sealing';

const SEALING_KEYS_WORDS = { desc: 'seal what is private of guests and staff; each 32 random characters or more, the newest first' };

/** What this service is told by its environment. */
export class HotelManagementConfig {
  private constructor(
    readonly databaseUrl: string,
    readonly poolSize: number,
    /** The newest first; none where the machine makes one of its own and keeps it in `dataDir`. */
    readonly sealingSecrets: readonly string[],
    readonly dataDir: string,
  ) {}

  /** Reads the environment, and refuses it where it cannot be used. */
  static read(env: Environment): HotelManagementConfig {
    const read = readConfig(env, {
      DATABASE_URL: postgresUrl({ desc: 'where the data lives', example: 'postgres://127.0.0.1:5432/bookable' }),
      HOTEL_MANAGEMENT_POOL_SIZE: integer(2, 200)({ default: 3, desc: 'connections one process of hotel-management may hold' }),
      HOTEL_MANAGEMENT_SEALING_KEYS: sealingSecrets(mayMakeSecrets(env) ? { default: [] } : SEALING_KEYS_WORDS),
      DATA_DIR: text({ default: '.data', desc: 'where a single machine keeps its files' }),
    });
    return new HotelManagementConfig(read.DATABASE_URL, read.HOTEL_MANAGEMENT_POOL_SIZE, read.HOTEL_MANAGEMENT_SEALING_KEYS, read.DATA_DIR);
  }
}
