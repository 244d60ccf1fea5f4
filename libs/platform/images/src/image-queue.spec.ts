import { ImageQueue } from './image-queue';

const gate = () => {
  let open = () => undefined as void;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
};

describe('the queue of photos', () => {
  it('runs no more at once than it is told, and all in the order they came', async () => {
    const queue = new ImageQueue(2, 100);
    const order: number[] = [];
    let running = 0;
    let most = 0;
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        queue.run(async () => {
          running += 1;
          most = Math.max(most, running);
          order.push(index);
          await new Promise(setImmediate);
          running -= 1;
        }),
      ),
    );
    expect([most, order]).toEqual([2, [...order].sort((one, other) => one - other)]);
  });

  it('turns away whoever comes when too many wait, and says when to come again', async () => {
    const queue = new ImageQueue(1, 1);
    const { opened, open } = gate();
    const first = queue.run(() => opened);
    const second = queue.run(async () => 'second');
    await expect(queue.run(async () => 'third')).rejects.toMatchObject({ problem: { code: 'unavailable' }, facts: { retryAfterSeconds: 5 } });
    open();
    expect([await first, await second]).toEqual([undefined, 'second']);
  });

  it('goes on after a job that failed', async () => {
    const queue = new ImageQueue(1, 10);
    const failed = queue.run(() => Promise.reject(new Error('bad photo')));
    const next = queue.run(async () => 'good');
    await expect(failed).rejects.toThrow('bad photo');
    expect(await next).toBe('good');
  });
});
