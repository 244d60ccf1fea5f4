import { Writable } from 'node:stream';
import type { ClientBase } from 'pg';
import { gatherWrites } from './gather-writes';

function clientOverStream() {
  const sent: string[] = [];
  const stream = new Writable({
    write: (chunk: Buffer, _encoding, done) => (sent.push(chunk.toString()), done()),
    writev: (chunks, done) => (sent.push(chunks.map(({ chunk }) => String(chunk)).join('')), done()),
  });
  const client = { connection: { stream } } as unknown as ClientBase;
  const send = (text: string): void => {
    gatherWrites(client);
    stream.cork();
    stream.write(text);
    stream.uncork();
  };
  return { sent, send };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('Statements', () => {
  it('of one turn leave together, also those that follow without waiting for the network', async () => {
    const { sent, send } = clientOverStream();
    send('BEGIN;');
    await Promise.resolve();
    send('SELECT;');
    expect(sent).toEqual([]);
    await turn();
    expect(sent).toEqual(['BEGIN;SELECT;']);
  });

  it('of later turns are not kept back', async () => {
    const { sent, send } = clientOverStream();
    for (const text of ['one;', 'two;']) {
      send(text);
      await turn();
    }
    expect(sent).toEqual(['one;', 'two;']);
  });
});
