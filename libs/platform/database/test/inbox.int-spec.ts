import { type ServiceDatabase, aContext, startServiceDatabase } from '@bookable/platform-testing';
import { NOTES } from './notes';

describe('a consumed fact', () => {
  let notes: ServiceDatabase;
  beforeAll(async () => {
    notes = await startServiceDatabase(NOTES);
  });
  afterAll(() => notes.stop());

  it('is applied once, however often and however much at once it is told', async () => {
    const context = aContext();
    let applied = 0;
    const tell = (): Promise<void> =>
      notes.database.consume(context, async (tx) => {
        applied += 1;
        await tx.query('INSERT INTO note (id) VALUES ($1)', [context.messageId]);
      });
    await Promise.all(Array.from({ length: 10 }, tell));
    await tell();
    expect(applied).toBe(1);
  });

  it('is applied when it is told again after a failure', async () => {
    const context = aContext();
    const failing = notes.database.consume(context, async (tx) => {
      await tx.query('INSERT INTO note (id) VALUES ($1)', [context.messageId]);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    await notes.database.consume(context, (tx) => tx.query('INSERT INTO note (id) VALUES ($1)', [context.messageId]).then(() => undefined));
    expect(await notes.database.query('SELECT FROM note WHERE id = $1', [context.messageId])).toHaveLength(1);
  });

  it('reaches each of two handlers that name themselves', async () => {
    const context = aContext();
    const seen: string[] = [];
    for (const handler of ['search', 'mail', 'search']) await notes.database.consume(context, () => Promise.resolve(void seen.push(handler)), handler);
    expect(seen).toEqual(['search', 'mail']);
  });

  it('is applied together with others, without those that were applied before', async () => {
    const contexts = Array.from({ length: 5 }, () => aContext());
    const seen: number[][] = [];
    const tell = (places: readonly number[]): Promise<void> =>
      notes.database.consumeTogether(places.map((place) => ({ context: contexts[place]!, item: place })), (_tx, news) => Promise.resolve(void seen.push([...news])));
    await tell([3, 1]);
    await tell([0, 1, 2, 3, 4]);
    await tell([4, 2]);
    expect(seen).toEqual([[3, 1], [0, 2, 4]]);
  });

  it('is not applied where another of the same moment fails, and may be told again', async () => {
    const told = [aContext(), aContext()].map((context) => ({ context, item: context.messageId }));
    const write = (isBroken: boolean): Promise<void> =>
      notes.database.consumeTogether(told, async (tx, ids) => {
        await tx.query('INSERT INTO note (id) SELECT unnest($1::text[])', [ids]);
        if (isBroken) throw new Error('no');
      });
    await expect(write(true)).rejects.toThrow('no');
    await write(false);
    expect(await notes.database.query('SELECT FROM note WHERE id = ANY ($1)', [told.map(({ item }) => item)])).toHaveLength(2);
  });

  it('leaves connections to people while a flood of others is applied', async () => {
    const flood = Array.from({ length: 100 }, () => notes.database.consume(aContext(), (tx) => tx.query('SELECT pg_sleep(0.01)').then(() => undefined)));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(notes.vitals.poolUse()).toMatchObject({ inUse: 5, waiting: 0 });
    await Promise.all(flood);
  });
});
