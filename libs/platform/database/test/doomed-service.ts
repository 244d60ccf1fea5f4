import { EventPublisher } from '@bookable/platform-bus';
import { openDatabase } from '../src/index';
import { NOTES, NoteWritten } from './notes';

/** Tells its parent each message it was handed, and never confirms one. */
class DeafPublisher extends EventPublisher {
  publish(envelopes: Parameters<EventPublisher['publish']>[0]): Promise<void> {
    for (const { messageId } of envelopes) process.send?.({ published: messageId });
    return new Promise(() => undefined);
  }
}

/** A process of its own, to be killed: commits facts and dies before they are published, or before they are deleted. */
async function run(databaseUrl: string, dies: string, count: number): Promise<void> {
  const { database, relay } = await openDatabase({ ...NOTES, databaseUrl, poolSize: 1 }, new DeafPublisher());
  for (let version = 1; version <= count; version++) {
    await database.transaction((tx) => Promise.resolve(tx.publish(NoteWritten, { id: dies, version })));
  }
  process.send?.({ committed: count });
  if (dies === 'before-deleting') relay.start();
}

const [databaseUrl, dies, count] = process.argv.slice(2);
void run(databaseUrl!, dies!, Number(count));
