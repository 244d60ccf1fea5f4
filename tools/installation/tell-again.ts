import { InstallationAtBroker } from '@bookable/platform-bus';
import { schemaOf } from '@bookable/platform-database';
import { quote } from './read-schema';
import { asOwner } from './owner-connection';

/** The broker an installation uses. */
export interface UsedBroker {
  readonly url: string;
  readonly namespace: string;
}

/**
 * Empties what waits at the broker: it was told by a future that a database which was brought back does not know. Queues
 * come into being again with the first process that starts.
 */
export async function forgetWhatWaits({ url, namespace }: UsedBroker, services: readonly string[]): Promise<void> {
  await new InstallationAtBroker({ url, namespace, services }).remove();
}

/** Puts back every fact that was told of late, to be told again; for a database that was brought back by other means. */
export async function tellAgain(databaseUrl: string, services: readonly string[]): Promise<number> {
  return asOwner(databaseUrl, async (owner) => {
    let facts = 0;
    for (const service of services) {
      await owner.query(`SET search_path TO ${quote(schemaOf(service))}`);
      const { rows } = await owner.query<{ facts: string }>('SELECT tell_facts_again() AS facts');
      facts += Number(rows[0]!.facts);
    }
    return facts;
  });
}
