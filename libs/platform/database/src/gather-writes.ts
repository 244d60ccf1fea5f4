import type { ClientBase } from 'pg';

/** What of the driver's connection matters here. */
interface Wire {
  readonly connection: { readonly stream: { cork(): void; uncork(): void } };
}

const gathering = new WeakSet<object>();

/**
 * Statements that are sent in one turn of the event loop leave together, in one call to the system, and wake the database
 * once: a turn begins a transaction, locks and reads, or writes and commits.
 */
export function gatherWrites(client: ClientBase): void {
  const { stream } = (client as unknown as Wire).connection;
  if (gathering.has(stream)) return;
  gathering.add(stream);
  stream.cork();
  process.nextTick(() => {
    gathering.delete(stream);
    stream.uncork();
  });
}
