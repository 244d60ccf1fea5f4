import { Client } from 'pg';

/** A session lock that lives exactly as long as the process that started (or took over) the server. */
const OWNER_LOCK = 7_203_114;

/** Holds a server as its own: a second process that comes upon it can tell a living owner from a dead one. */
export class Ownership {
  private constructor(private readonly client: Client) {}

  /** Takes a server; undefined where a living process owns it, rejects where no server answers. */
  static async take(url: string): Promise<Ownership | undefined> {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 3_000, application_name: 'bookable owner', keepAlive: true });
    // The server may go first; whoever uses it learns that from connections of its own.
    client.on('error', () => undefined);
    await client.connect();
    const { rows } = await client.query<{ mine: boolean }>('SELECT pg_try_advisory_lock($1) AS mine', [OWNER_LOCK]);
    if (rows[0]?.mine) return new Ownership(client);
    await client.end();
    return undefined;
  }

  /** Lets go, as a process does that ends. */
  async release(): Promise<void> {
    await this.client.end().catch(() => undefined);
  }
}
