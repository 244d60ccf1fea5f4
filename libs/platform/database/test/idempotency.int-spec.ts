import { DomainError, IdempotencyKeyReused, NotFound, Unavailable, newId } from '@bookable/kernel';
import { runInContext } from '@bookable/platform-context';
import { type ServiceDatabase, aContext, anActor, startServiceDatabase, waitUntil } from '@bookable/platform-testing';
import { NOTES, NoteWritten } from './notes';

describe('a command under an idempotency key', () => {
  let notes: ServiceDatabase;
  beforeAll(async () => {
    notes = await startServiceDatabase(NOTES);
  });
  afterAll(() => notes.stop());

  const write = (context: ReturnType<typeof aContext>, request: object): Promise<{ id: string }> =>
    notes.database.command(context, request, async (tx) => {
      const id = newId();
      await tx.query('INSERT INTO note (id, text) VALUES ($1, $2)', [id, context.idempotencyKey ?? 'none']);
      tx.publish(NoteWritten, { id });
      return { id };
    });
  const notesUnder = (key: string): Promise<{ id: string }[]> => notes.database.query('SELECT id FROM note WHERE text = $1', [key]);
  const aCommand = (key = newId()) => aContext({ idempotencyKey: key, actor: anActor(), topic: 'notes.write-note' });

  it('has one effect and one answer when it comes twice', async () => {
    const command = aCommand();
    const first = await write(command, { title: 'a' });
    expect(await write(command, { title: 'a' })).toEqual(first);
    expect(await notesUnder(command.idempotencyKey!)).toEqual([first]);
    await waitUntil(() => notes.events.of(NoteWritten).filter(({ id }) => id === first.id).length === 1);
  });

  it('is not begun once nobody waits for it, and is free to be asked again', async () => {
    const [command, keyless] = [aCommand(), aContext({ actor: anActor(), topic: 'notes.write-note' })];
    const late = { requestId: newId(), deadlineMs: performance.now() - 1 };
    for (const context of [command, keyless]) await expect(runInContext(late, () => write(context, { title: 'a' }))).rejects.toMatchObject({ problem: Unavailable });
    expect(await notesUnder(command.idempotencyKey!)).toEqual([]);
    await runInContext({ ...late, deadlineMs: performance.now() + 60_000 }, () => write(command, { title: 'a' }));
    expect(await notesUnder(command.idempotencyKey!)).toHaveLength(1);
  });

  it('has one effect and one answer when it comes twenty times at once', async () => {
    const command = aCommand();
    const answers = await Promise.all(Array.from({ length: 20 }, () => write(command, { title: 'a' })));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(await notesUnder(command.idempotencyKey!)).toHaveLength(1);
  });

  it('is the same command though its fields come in another order', async () => {
    const command = aCommand();
    const first = await write(command, { title: 'a', place: { lat: 1, lng: 2 } });
    expect(await write(command, { place: { lng: 2, lat: 1 }, title: 'a' })).toEqual(first);
  });

  it('is refused when its body is another one', async () => {
    const command = aCommand();
    await write(command, { title: 'a' });
    await expect(write(command, { title: 'b' })).rejects.toMatchObject({ problem: IdempotencyKeyReused });
    expect(await notesUnder(command.idempotencyKey!)).toHaveLength(1);
  });

  it('belongs to its caller: another one may use the same key', async () => {
    const key = newId();
    const [one, other] = [await write(aCommand(key), { title: 'a' }), await write(aCommand(key), { title: 'a' })];
    expect(one.id).not.toBe(other.id);
  });

  it('belongs to its topic: another command may use the same key', async () => {
    const command = aCommand();
    const one = await write(command, {});
    const other = await write({ ...command, topic: 'notes.copy-note' }, {});
    expect(one.id).not.toBe(other.id);
  });

  it('may be tried again after a refusal, which keeps nothing', async () => {
    const command = aCommand();
    const refused = notes.database.command(command, {}, async (tx) => {
      await tx.query('INSERT INTO note (id) VALUES ($1)', [newId()]);
      throw new DomainError(NotFound);
    });
    await expect(refused).rejects.toMatchObject({ problem: NotFound });
    await expect(write(command, {})).resolves.toHaveProperty('id');
  });

  it('keeps no effect where its answer cannot be written down', async () => {
    const command = aCommand();
    const unspeakable = notes.database.command(command, {}, async (tx) => {
      await tx.query('INSERT INTO note (id, text) VALUES ($1, $2)', [newId(), command.idempotencyKey]);
      return { total: 1n };
    });
    await expect(unspeakable).rejects.toThrow('BigInt');
    expect(await notesUnder(command.idempotencyKey!)).toEqual([]);
  });

  it('answers nothing, bytes and views again as they were', async () => {
    for (const answer of [undefined, null, Buffer.from('{"id":1}'), { id: 'x', tags: ['ё'] }]) {
      const command = aCommand();
      const give = (): Promise<unknown> => notes.database.command(command, {}, () => Promise.resolve(answer));
      expect(await give()).toEqual(answer);
      expect(await give()).toEqual(answer);
    }
  });

  it('runs every time where the caller gave no key', async () => {
    const command = aContext({ topic: 'notes.write-note' });
    expect((await write(command, {})).id).not.toBe((await write(command, {})).id);
  });
});
