import { type ServiceDatabase, startServiceDatabase, waitUntil } from '@bookable/platform-testing';
import { NOTES, NoteTable, NoteWritten } from './notes';

describe('a transaction', () => {
  let notes: ServiceDatabase;
  beforeAll(async () => {
    notes = await startServiceDatabase({ ...NOTES, poolSize: 2 });
  });
  afterAll(() => notes.stop());

  const countNotes = async (id: string): Promise<number> => (await notes.database.query('SELECT FROM note WHERE id = $1', [id])).length;

  it('keeps what it wrote and tells its facts once it has committed', async () => {
    await notes.database.transaction(async (tx) => {
      await tx.query('INSERT INTO note VALUES ($1, $2)', ['kept', 'text']);
      tx.publish(NoteWritten, { id: 'kept' });
    });
    expect(await countNotes('kept')).toBe(1);
    await waitUntil(() => notes.events.of(NoteWritten).some(({ id }) => id === 'kept'));
  });

  it('leaves neither row nor fact where its work throws', async () => {
    const work = notes.database.transaction(async (tx) => {
      tx.publish(NoteWritten, { id: 'dropped' });
      await tx.query('INSERT INTO note VALUES ($1, $2)', ['dropped', 'text']);
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    expect(await countNotes('dropped')).toBe(0);
    expect(await notes.database.query(`SELECT FROM outbox WHERE aggregate_id = 'dropped'`)).toEqual([]);
  });

  it('does not pretend to have committed where its work swallowed the fault of a statement', async () => {
    const work = notes.database.transaction(async (tx) => {
      await tx.query('INSERT INTO note VALUES ($1, $2)', ['swallowed', 'text']);
      await tx.query('SELECT 1 / 0').catch(() => undefined);
    });
    await expect(work).rejects.toThrow('rolled back');
    expect(await countNotes('swallowed')).toBe(0);
  });

  it('is one with what TypeORM writes through its manager', async () => {
    const work = notes.database.transaction(async (tx) => {
      await tx.manager.save(NoteTable, { id: 'orm', text: 'text' });
      expect(await tx.query('SELECT FROM note WHERE id = $1', ['orm'])).toHaveLength(1);
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    expect(await countNotes('orm')).toBe(0);
    await notes.database.transaction((tx) => tx.manager.save(NoteTable, { id: 'orm', text: 'text' }));
    expect(await countNotes('orm')).toBe(1);
  });

  it('refuses statements that come after its end', async () => {
    const late = await notes.database.transaction((tx) => Promise.resolve(tx));
    await expect(late.query('SELECT 1')).rejects.toThrow('has ended');
  });

  it('gives its connection back, however it ends', async () => {
    const { inUse, idle } = notes.vitals.poolUse();
    expect(inUse).toBe(0);
    expect(idle).toBeLessThanOrEqual(2);
  });
});
