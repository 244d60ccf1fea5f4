import { Client } from 'pg';

/** All that is written here is that facts were told. Where the database crashes before it has kept that, they are told again. */
const FORGETS_AT_LEISURE = '-c synchronous_commit=off';

/**
 * It says something every second while it lives. Where its machine or the way to it is gone without a word, the server
 * would keep the session, and with it the locks on lanes, for as long as TCP hopes: two hours.
 */
const LETS_GO_OF_LANES = '-c idle_session_timeout=15s';

/**
 * The relay's own connection, apart from the pool: an exhausted pool must not keep facts back, and the locks on
 * lanes belong to a session. Opened when first needed and again after it broke.
 */
export class RelayConnection {
  private opened?: Promise<Client>;

  constructor(
    private readonly url: string,
    private readonly options: string,
    private readonly service: string,
  ) {}

  /** The open connection. */
  client(): Promise<Client> {
    this.opened ??= this.open();
    return this.opened;
  }

  /** Closes for good or until it is needed again; locks on lanes end with it. */
  async close(): Promise<void> {
    const client = await this.opened?.catch(() => undefined);
    this.opened = undefined;
    await client?.end().catch(() => undefined);
  }

  private async open(): Promise<Client> {
    const client = new Client({
      connectionString: this.url,
      options: `${this.options} ${FORGETS_AT_LEISURE} ${LETS_GO_OF_LANES}`,
      application_name: `${this.service} outbox`,
      connectionTimeoutMillis: 3_000,
      query_timeout: 10_000,
      keepAlive: true,
      pipeline: true,
    });
    client.on('error', () => this.forget(client));
    client.on('end', () => this.forget(client));
    try {
      await client.connect();
      return client;
    } catch (error) {
      this.opened = undefined;
      throw error;
    }
  }

  private forget(client: Client): void {
    void this.opened?.then(
      (current) => {
        if (current === client) this.opened = undefined;
      },
      () => undefined,
    );
  }
}
