import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DeadLetter, EventEnvelope } from '@bookable/platform-bus';
import { DeadLetterFile } from '../src/dead-letter-file';

const envelopeOf = (messageId: string): EventEnvelope => ({ messageId, topic: 'auth.user.changed', aggregateId: 'u', occurredAt: '2026-11-21T10:00:00Z', requestId: 'r', payload: '{}' });
const letterOf = (messageId: string): DeadLetter => ({ ...envelopeOf(messageId), service: 'review', attempts: 5, fault: 'x', diedAt: '2026-11-21T10:00:00Z' });

describe('facts that were given up', () => {
  let folder = '';
  const open = () => new DeadLetterFile(join(folder, 'dead'));
  const tellAgain = async (fails = false) => {
    const told: string[] = [];
    const file = open();
    await file.tryAgain(async (service, { messageId }) => {
      told.push(`${service} ${messageId}`);
      if (fails) await file.keep(letterOf(messageId), envelopeOf(messageId));
    });
    return told;
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dead-letters-'));
  });

  afterEach(() => rm(folder, { recursive: true }));

  it('are told again to the same service when the process starts anew, once', async () => {
    await open().keep(letterOf('m-1'), envelopeOf('m-1'));
    await open().keep(letterOf('m-2'), envelopeOf('m-2'));
    expect(await tellAgain()).toEqual(['review m-1', 'review m-2']);
    expect(await tellAgain()).toEqual([]);
  });

  it('are kept again while they fail', async () => {
    await open().keep(letterOf('m-1'), envelopeOf('m-1'));
    expect([await tellAgain(true), await tellAgain(true), await tellAgain(), await tellAgain()]).toEqual([['review m-1'], ['review m-1'], ['review m-1'], []]);
  });

  it('survive a process that dies while it tries them', async () => {
    await open().keep(letterOf('m-1'), envelopeOf('m-1'));
    await expect(open().tryAgain(() => Promise.reject(new Error('killed')))).rejects.toThrow('killed');
    await open().keep(letterOf('m-2'), envelopeOf('m-2'));
    expect(await tellAgain()).toEqual(['review m-1', 'review m-2']);
  });

  it('are not told again once somebody has replayed or dropped them, unless they have died anew', async () => {
    for (const id of ['m-1', 'm-2']) await open().keep(letterOf(id), envelopeOf(id));
    await open().forget(letterOf('m-1'));
    await open().forget(letterOf('m-2'));
    await open().keep({ ...letterOf('m-2'), diedAt: '2026-11-21T11:00:00Z' }, envelopeOf('m-2'));
    expect([await tellAgain(), await tellAgain()]).toEqual([['review m-2'], []]);
  });

  it('are read up to a line that was cut off', async () => {
    await open().keep(letterOf('m-1'), envelopeOf('m-1'));
    await writeFile(join(folder, 'dead', 'kept.jsonl'), '{"letter":{"serv', { flag: 'a' });
    expect(await tellAgain()).toEqual(['review m-1']);
    expect(await readdir(join(folder, 'dead'))).toEqual([]);
  });
});
