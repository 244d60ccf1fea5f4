import { waitUntil } from './wait-until';

describe('waiting', () => {
  it('ends with what the condition gave once it holds', async () => {
    let looks = 0;
    await expect(waitUntil(() => (++looks > 2 ? looks : undefined))).resolves.toBe(3);
  });

  it('goes on while the condition throws', async () => {
    let looks = 0;
    const condition = async (): Promise<boolean> => {
      if (++looks < 3) throw new Error('not yet');
      return true;
    };
    await expect(waitUntil(condition)).resolves.toBe(true);
  });

  it('complains in words, with what was thrown last as the cause', async () => {
    const never = waitUntil(() => Promise.reject(new Error('still missing')), { timeoutMs: 30, that: 'the rating has arrived' });
    await expect(never).rejects.toMatchObject({ message: 'Waited 30 ms in vain until the rating has arrived.', cause: new Error('still missing') });
  });
});
