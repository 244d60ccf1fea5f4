import { AskedOnce } from './asked-once';

describe('what is asked once', () => {
  it('is answered to all who ask meanwhile, and asked anew of whoever comes later', async () => {
    const once = new AskedOnce<number>();
    let times = 0;
    const ask = async (): Promise<number> => (times += 1);
    expect(await Promise.all([once.answer('a', ask), once.answer('a', ask), once.answer('b', ask)])).toEqual([1, 1, 2]);
    expect(await once.answer('a', ask)).toBe(3);
  });

  it('fails for all who ask meanwhile, and may succeed later', async () => {
    const once = new AskedOnce<string>();
    const fail = (): Promise<string> => Promise.reject(new Error('Nobody answers.'));
    const both = await Promise.allSettled([once.answer('a', fail), once.answer('a', fail)]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await once.answer('a', async () => 'here')).toBe('here');
  });
});
