/** A table that holds what belongs to people. */
export interface PersonalTable {
  readonly table: string;
  /** The columns in which a person's id makes the row theirs. */
  readonly of?: readonly string[];
  /** What makes a row theirs where no column of its own says so: SQL about `row`, with the person's id as `$1::uuid`. */
  readonly where?: string;
  /** Columns nobody is handed: secrets, and what the database keeps for its own use. */
  readonly without?: readonly string[];
  /** SQL about `row` that names the files which belong to it, as an array of keys. */
  readonly files?: string;
}

/** Rows of a table that are erased with a person. */
export interface ErasedRows {
  readonly table: string;
  /** Those in which something is left to erase: SQL about `row`, with the person's id as `$1::uuid`; none once it is done. */
  readonly rows: string;
  /** What they become, where they stay: the right side of `SET`. Without it they go. */
  readonly set?: string;
  /** What else is to be done: SQL that reads the rows from `gone`. */
  readonly then?: string;
}

/** Where a service keeps what belongs to people: all of it is here, or said to be withheld and why. */
export interface PersonalTables {
  readonly handedOut: readonly PersonalTable[];
  /** Tables in which ids of people stand that are not handed out, each with its reason. */
  readonly withheld: Readonly<Record<string, string>>;
  /** What is erased with an account, in this order. */
  readonly erased: readonly ErasedRows[];
  /** What ends in an order of its own when the service hears that the account is gone: by table, SQL about a `row` that has not ended. */
  readonly awaited: Readonly<Record<string, string>>;
  /** What stays when the account is gone, each with its reason. */
  readonly stays: Readonly<Record<string, string>>;
}

/** The tables that every service has. */
export const LIBRARY_TABLES: PersonalTables = {
  handedOut: [{ table: 'audit_entry', of: ['actor_id'], where: '$1::uuid = ANY (row.affected)', without: ['affected', 'facts', 'scope', 'network'] }],
  withheld: {
    idempotency: 'answers to commands, kept for two days: what they speak of is handed out where it lies',
    outbox: 'facts on their way: what they speak of is handed out where it lies',
    told_fact: 'facts that were told, kept for a day: what they speak of is handed out where it lies',
  },
  erased: [{ table: 'idempotency', rows: 'row.caller = $1::uuid::text' }],
  awaited: {},
  stays: {
    audit_entry: 'who did what, by bare ids, for a year: the proof of it is owed to others',
    outbox: 'facts on their way, for seconds',
    told_fact: 'facts that were told, for a day',
  },
};
