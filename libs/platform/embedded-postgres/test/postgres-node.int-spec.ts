import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PostgresNode } from '../src/postgres-node';

const ownFolder = () => mkdtemp(join(tmpdir(), 'bookable-node-'));

describe('a server that may be broken', () => {
  let node: PostgresNode;
  let standby: PostgresNode | undefined;

  beforeAll(async () => {
    node = await PostgresNode.start(await ownFolder());
    await node.run('CREATE TABLE kept (word text)');
  });

  afterAll(async () => {
    await standby?.destroy();
    await node.destroy();
  });

  it('has what was committed when it was stopped without warning', async () => {
    await node.run(`INSERT INTO kept VALUES ('before')`);
    await node.restart('immediate');
    expect(await node.run('SELECT word FROM kept')).toEqual([{ word: 'before' }]);
  });

  it('has a copy that has all of it and can take its place', async () => {
    standby = await node.follow(await ownFolder(), 'second');
    await node.run(`INSERT INTO kept VALUES ('after')`);
    await expect(standby.run(`INSERT INTO kept VALUES ('too soon')`)).rejects.toMatchObject({ code: '25006' });
    await node.stop('immediate');
    await standby.promote();
    await standby.run(`INSERT INTO kept VALUES ('promoted')`);
    expect(await standby.run('SELECT word FROM kept')).toEqual([{ word: 'before' }, { word: 'after' }, { word: 'promoted' }]);
  });
});
