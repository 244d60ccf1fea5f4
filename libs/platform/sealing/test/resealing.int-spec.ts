import { newId } from '@bookable/kernel';
import { Lockers, keyOf } from './lockers';

const MANY = 450;
const contents = Array.from({ length: MANY }, (_, number) => `1955-12-${number}`);

describe('values that are sealed in the background', () => {
  let lockers: Lockers;
  beforeEach(async () => {
    lockers = await Lockers.open();
  });
  afterEach(() => lockers.stop());

  it('are sealed from the first on in a service that holds nothing yet, and a dump does not tell them', async () => {
    const replica = await lockers.start('a');
    const id = await lockers.write(replica, 'born on 1955-12-10');
    expect(await lockers.dump()).not.toContain('1955-12-10');
    expect(await lockers.read(replica)).toEqual(new Map([[id, 'born on 1955-12-10']]));
  });

  it('stay plain for an hour where an older release may run, and are all sealed then', async () => {
    const ids = await lockers.writePlain(contents);
    const [one, other] = [await lockers.start('a'), await lockers.start('a')];
    await one.reseal.execute();
    const written = await lockers.write(other, 'written meanwhile');
    expect(await lockers.tally()).toEqual({ plain: MANY + 1 });
    await lockers.afterAnHour();
    await one.reseal.execute();
    expect(await lockers.tally()).toEqual({ [keyOf('a').keyId]: MANY + 1 });
    expect(await lockers.dump()).not.toContain('1955-12-');
    expect(await lockers.read(other)).toEqual(new Map([...ids.map((id, at) => [id, contents[at]] as const), [written, 'written meanwhile']]));
  });

  it('are what an older release has written over them, and are sealed again', async () => {
    const replica = await lockers.start('a');
    const id = await lockers.write(replica, 'of the new release');
    await lockers.writePlain(['of the old one'], [id]);
    expect((await lockers.read(replica)).get(id)).toBe('of the old one');
    await replica.reseal.execute();
    expect(await lockers.dump()).not.toContain('of the old one');
    expect((await lockers.read(replica)).get(id)).toBe('of the old one');
  });

  it('go over to a new key once every replica knows it, and are readable by everybody all the while', async () => {
    const before = await lockers.start('a');
    const early = await lockers.write(before, 'early');
    const after = await lockers.start('b', 'a');
    const late = await lockers.write(after, 'late');
    expect(await lockers.read(before)).toEqual(new Map([[early, 'early'], [late, 'late']]));
    await after.reseal.execute();
    expect(await lockers.tally()).toEqual({ [keyOf('a').keyId]: 2 });
    await lockers.afterAnHour();
    await after.reseal.execute();
    expect(await lockers.tally()).toEqual({ [keyOf('b').keyId]: 2 });
    expect(await lockers.read(after)).toEqual(new Map([[early, 'early'], [late, 'late']]));
  });

  it('are sealed anew by several replicas at once, each once', async () => {
    const replicas = [await lockers.start('a')];
    for (const content of contents) await lockers.write(replicas[0]!, content);
    replicas.push(await lockers.start('b', 'a'), await lockers.start('b', 'a'));
    const before = await lockers.read(replicas[0]!);
    await lockers.query('CREATE TABLE resealed (id uuid)');
    await lockers.query(`CREATE FUNCTION note_resealed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO resealed VALUES (NEW.id); RETURN NEW; END $$`);
    await lockers.query('CREATE TRIGGER note AFTER UPDATE ON locker FOR EACH ROW EXECUTE FUNCTION note_resealed()');
    await lockers.afterAnHour();
    await Promise.all(replicas.slice(1).map(({ reseal }) => reseal.execute()));
    await replicas[1]!.reseal.execute();
    expect(await lockers.tally()).toEqual({ [keyOf('b').keyId]: MANY });
    expect(await lockers.read(replicas[2]!)).toEqual(before);
    expect(await lockers.query('SELECT count(*)::int AS times, count(DISTINCT id)::int AS values FROM resealed')).toEqual([{ times: MANY, values: MANY }]);
  });

  it('lose nothing where the one who seals them dies in the middle, and the next one goes on', async () => {
    const ids = (await lockers.writePlain(contents)).sort();
    await lockers.start('a');
    await lockers.afterAnHour();
    const [doomed, next] = [await lockers.start('a'), await lockers.start('a')];
    await lockers.query(`CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END $$`);
    await lockers.query(`CREATE TRIGGER die BEFORE UPDATE ON locker FOR EACH ROW WHEN (OLD.id = '${ids[250]}') EXECUTE FUNCTION die()`);
    await expect(doomed.reseal.execute()).rejects.toThrow();
    const half = await lockers.tally();
    expect(half).toEqual({ plain: MANY - 200, [keyOf('a').keyId]: 200 });
    expect([...(await lockers.read(next)).values()].sort()).toEqual([...contents].sort());
    await lockers.query('DROP TRIGGER die ON locker');
    await next.reseal.execute();
    expect(await lockers.tally()).toEqual({ [keyOf('a').keyId]: MANY });
    expect([...(await lockers.read(next)).values()].sort()).toEqual([...contents].sort());
  });

  it('keep a process from starting that lacks the key of one of them, until none is left', async () => {
    const first = await lockers.start('a');
    await lockers.write(first, 'kept');
    await expect(lockers.start('b')).rejects.toThrow(`LOCKERS_SEALING_KEYS must still name the key ${keyOf('a').keyId}`);
    const both = await lockers.start('b', 'a');
    await lockers.afterAnHour();
    await both.reseal.execute();
    expect([...(await lockers.read(await lockers.start('b'))).values()]).toEqual(['kept']);
  });

  it('are named as missing in every round of a process that was left behind', async () => {
    const behind = await lockers.start('a');
    const ahead = await lockers.start('b', 'a');
    await lockers.afterAnHour();
    await ahead.reseal.execute();
    await lockers.write(ahead, 'new');
    await expect(behind.reseal.execute()).rejects.toThrow(keyOf('b').keyId);
    expect(await lockers.tally()).toEqual({ [keyOf('b').keyId]: 1 });
  });

  it('stay as they are where they do not open, and hold up no other', async () => {
    const old = await lockers.start('a');
    for (const content of contents.slice(0, 10)) await lockers.write(old, content);
    const [moved] = await lockers.query<{ id: string }>('SELECT id FROM locker ORDER BY id LIMIT 1');
    await lockers.query('UPDATE locker SET id = $2 WHERE id = $1', [moved!.id, newId()]);
    const both = await lockers.start('b', 'a');
    await lockers.afterAnHour();
    await expect(both.reseal.execute()).rejects.toThrow('1 values do not open');
    expect(await lockers.tally()).toEqual({ [keyOf('a').keyId]: 1, [keyOf('b').keyId]: 9 });
  });
});
