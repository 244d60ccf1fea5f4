import { type ServiceDatabase, startServiceDatabase, waitUntil } from '@bookable/platform-testing';
import { NOTES, type NoteFacts, NoteWritten } from './notes';

describe('facts that were told', () => {
  let notes: ServiceDatabase;
  beforeAll(async () => {
    notes = await startServiceDatabase(NOTES);
  });
  afterAll(() => notes.stop());

  const write = (fact: NoteFacts) => notes.database.transaction(async (tx) => tx.publish(NoteWritten, fact));
  const countOf = async (table: string) => (await notes.database.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`))[0]!.count;
  const versions = (id: string) => notes.events.of(NoteWritten).filter((fact) => fact.id === id).map(({ version }) => version);

  it('are kept, and told again under the same names and in their order by a database that is brought back', async () => {
    for (const version of [1, 2, 3]) await write({ id: 'a', version });
    await waitUntil(async () => (await countOf('told_fact')) === 3);
    const told = notes.events.envelopes.map(({ messageId }) => messageId);
    expect(await notes.database.query('SELECT tell_facts_again()::int AS facts')).toEqual([{ facts: 3 }]);
    notes.database.kickOutbox();
    await waitUntil(async () => versions('a').length === 6 && (await countOf('told_fact')) === 3);
    expect(versions('a')).toEqual([1, 2, 3, 1, 2, 3]);
    expect(notes.events.envelopes.slice(3).map(({ messageId }) => messageId)).toEqual(told);
  });

  it('are told before what was never told of the same thing', async () => {
    await write({ id: 'b', version: 1 });
    await waitUntil(async () => (await countOf('outbox')) === 0);
    await notes.database.transaction(async (tx) => {
      tx.publish(NoteWritten, { id: 'b', version: 2 });
      await tx.query('SELECT tell_facts_again()');
    });
    await waitUntil(() => versions('b').length === 3);
    expect(versions('b')).toEqual([1, 1, 2]);
  });
});
