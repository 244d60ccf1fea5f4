import { readConfig } from '@bookable/platform-config';
import { mayMakeSecrets, sealingSecrets } from './sealing-secret';

const [one, other] = ['o'.repeat(32), 't'.repeat(40)];
const read = (KEYS: string) => readConfig({ KEYS }, { KEYS: sealingSecrets() }).KEYS;

describe('the secrets of the environment', () => {
  it('are read in their order, with blanks around them or none', () => {
    expect(read(one)).toEqual([one]);
    expect(read(` ${other} ,${one}`)).toEqual([other, one]);
  });

  it.each([['too short', `${one},short`], ['missing between two commas', `${one},,${other}`], ['named twice', `${one},${one}`]])('are refused where one is %s, and not repeated', (_what, value) => {
    expect(() => read(value)).toThrow(/^The environment is not usable:\n {2}KEYS must/);
    expect(() => read(value)).toThrow(expect.objectContaining({ message: expect.not.stringContaining('ooo') as unknown }));
  });

  it('are made by a machine by itself, in production only where it is told where to keep them', () => {
    expect(mayMakeSecrets({})).toBe(true);
    expect(mayMakeSecrets({ NODE_ENV: 'production' })).toBe(false);
    expect(mayMakeSecrets({ NODE_ENV: 'production', DATA_DIR: '/data' })).toBe(true);
  });
});
