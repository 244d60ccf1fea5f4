import { newId } from '@bookable/kernel';
import { runInContext } from '@bookable/platform-context';
import { type ServiceDatabase, startServiceDatabase } from '@bookable/platform-testing';
import { AuditLog } from '../src/audit/audit-log';
import { purgeAuditLog } from '../src/purge-old-keys';
import { NOTES } from './notes';

const admin = newId();
const asAdmin = <Result>(work: () => Promise<Result>) => runInContext({ requestId: 'request-1', actor: { userId: admin, roles: ['admin'] } }, work);

describe('the audit log', () => {
  let notes: ServiceDatabase;
  let log: AuditLog;
  const counted: string[] = [];
  beforeAll(async () => {
    notes = await startServiceDatabase({ ...NOTES, observer: { audited: (action) => void counted.push(action) } });
    log = new AuditLog(notes.database);
  });
  afterAll(() => notes.stop());

  const keep = (action: string, more: object = {}) => asAdmin(() => notes.database.transaction(async (tx) => tx.audit({ action, as: 'admin', ...more })));
  const age = async (action: string, days: number) => {
    await notes.database.query(
      `INSERT INTO audit_entry (id, at, action, role, times) VALUES ($1, now() - make_interval(days => $2), $3, 'system', 1)`, [newId(), days, action]);
  };

  it('keeps who, what, to what, why and under which request, and counts it', async () => {
    const person = newId();
    await keep('notes.note.hidden', { subject: 'note 1', reason: 'rude', affects: [person], facts: { stars: 1 } });
    expect(await log.page({ action: 'notes.note.hidden' }, 10)).toMatchObject([
      { action: 'notes.note.hidden', role: 'admin', actorId: admin, subject: 'note 1', reason: 'rude', affected: [person], facts: { stars: 1 }, times: 1, requestId: 'request-1', network: null, scope: null },
    ]);
    expect(counted).toEqual(['notes.note.hidden']);
  });

  it('is undone with the effect that it tells of', async () => {
    const work = asAdmin(() => notes.database.transaction(async (tx) => {
      tx.audit({ action: 'notes.note.undone', as: 'admin' });
      throw new Error('no');
    }));
    await expect(work).rejects.toThrow('no');
    expect(await log.page({ action: 'notes.note.undone' }, 10)).toEqual([]);
    expect(counted).not.toContain('notes.note.undone');
  });

  it.each(['UPDATE audit_entry SET actor_id = NULL', 'DELETE FROM audit_entry', 'TRUNCATE audit_entry'])('refuses %s', async (sql) => {
    await keep('notes.note.kept');
    await expect(notes.database.query(sql)).rejects.toMatchObject({ code: '42501' });
    expect(await log.page({ action: 'notes.note.kept' }, 100)).not.toEqual([]);
  });

  it('is narrowed down by all that is asked for, newest first, page after page', async () => {
    for (const subject of ['note 7', 'note 7', 'note 8']) await keep('notes.note.shown', { subject });
    const whole = await log.page({ action: 'notes.note.shown', subject: 'note 7', actorId: admin }, 10);
    expect(whole).toHaveLength(2);
    expect(await log.page({ action: 'notes.note.shown', subject: 'note 7' }, 10, whole[0]!.id)).toEqual([whole[1]]);
    expect(await log.page({ action: 'notes.note.shown', actorId: newId() }, 10)).toEqual([]);
    expect(await log.page({ action: 'notes.note.shown', to: whole[1]!.at }, 10)).toEqual([]);
    expect(await log.page({ action: 'notes.note.shown', from: whole[1]!.at }, 10)).toHaveLength(3);
  });

  it('lists whom the actions of a time touched, each once', async () => {
    const [one, other] = [newId(), newId()].sort() as [string, string];
    await keep('notes.note.read', { affects: [one, other] });
    await keep('notes.note.copied', { affects: [one], times: 3 });
    const people = (await log.affected({ actorId: admin, from: new Date(Date.now() - 60_000) }, 10)).filter(({ userId }) => [one, other].includes(userId));
    expect(people).toMatchObject([{ userId: one, actions: ['notes.note.copied', 'notes.note.read'], times: 4 }, { userId: other, times: 1 }]);
    expect(await log.affected({ action: 'notes.note.read' }, 10, one)).toMatchObject([{ userId: other }]);
  });

  it('gives up what is older than a year, and says so', async () => {
    await age('notes.note.old', 366);
    await age('notes.note.older', 800);
    await age('notes.note.young', 364);
    await purgeAuditLog(notes.database);
    await purgeAuditLog(notes.database);
    expect((await Promise.all(['old', 'older', 'young'].map((word) => log.page({ action: `notes.note.${word}` }, 10)))).map(({ length }) => length)).toEqual([0, 0, 1]);
    expect(await log.page({ action: 'audit.entries.purged' }, 10)).toMatchObject([{ role: 'system', actorId: null, facts: { entries: 2 } }]);
  });

  it('is not given up old entry by old entry outside of that purge', async () => {
    await age('notes.note.ancient', 900);
    await expect(notes.database.query(`DELETE FROM audit_entry WHERE action = 'notes.note.ancient'`)).rejects.toMatchObject({ code: '42501' });
  });
});
