import { Unavailable } from '@bookable/kernel';
import { type Answer, AnswerKind } from './call';
import { PendingCalls } from './pending-calls';

const answer: Answer = { kind: AnswerKind.Reply, body: '1' };

describe('a pending call', () => {
  beforeEach(() => void jest.useFakeTimers({ now: 1_000_003 }));
  afterEach(() => void jest.useRealTimers());

  it('ends soon after its deadline and not before', async () => {
    const pending = new PendingCalls();
    const faults: unknown[] = [];
    const { answer: promise } = pending.open('desk.ask', 100);
    promise.catch((fault: unknown) => faults.push(fault));
    await jest.advanceTimersByTimeAsync(99);
    expect(faults).toEqual([]);
    await jest.advanceTimersByTimeAsync(41);
    expect(faults).toMatchObject([{ problem: Unavailable, facts: { retryAfterSeconds: 1 } }]);
    expect(pending.size).toBe(0);
  });

  it.each([-3_600_000, 3_600_000])('ends after its time though the clock is set by %i ms meanwhile', async (stepMs) => {
    const pending = new PendingCalls();
    const faults: unknown[] = [];
    const { answer: promise } = pending.open('desk.ask', 100);
    promise.catch((fault: unknown) => faults.push(fault));
    jest.setSystemTime(Date.now() + stepMs);
    await jest.advanceTimersByTimeAsync(99);
    expect(faults).toEqual([]);
    await jest.advanceTimersByTimeAsync(41);
    expect(faults).toMatchObject([{ problem: Unavailable }]);
  });

  it('that was answered is not ended again, and a second answer is nobody’s', async () => {
    const pending = new PendingCalls();
    const { id, answer: promise } = pending.open('desk.ask', 100);
    pending.settle(id, answer);
    pending.settle(id, { kind: AnswerKind.Fault, body: '' });
    await jest.advanceTimersByTimeAsync(200);
    await expect(promise).resolves.toBe(answer);
  });

  it('has a number of its own, also of very many', () => {
    const pending = new PendingCalls();
    const ids = Array.from({ length: 5_000 }, () => pending.open('desk.ask', 100));
    for (const { answer: promise } of ids) promise.catch(() => undefined);
    expect(new Set(ids.map(({ id }) => id)).size).toBe(5_000);
    pending.failAll();
    expect(pending.size).toBe(0);
  });

  it('keeps no timer running once nothing waits', async () => {
    const pending = new PendingCalls();
    const { id, answer: promise } = pending.open('desk.ask', 100);
    pending.settle(id, answer);
    await promise;
    await jest.advanceTimersByTimeAsync(200);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('that has no time left ends at the next look', async () => {
    const pending = new PendingCalls();
    const { answer: promise } = pending.open('desk.ask', -5_000);
    const ended = expect(promise).rejects.toMatchObject({ problem: Unavailable });
    await jest.advanceTimersByTimeAsync(40);
    await ended;
  });
});
