import { newId } from '@bookable/kernel';
import { erasureKey, erasureOfKey } from './erasure-key';

describe('the name under which somebody is on the list of the erased', () => {
  it('says who and on which day, by the clock of the world', () => {
    const personId = newId();
    for (const [at, day] of [['2028-02-29T23:59:59.999Z', '2028-02-29'], ['2026-10-25T00:30:00+02:00', '2026-10-24'], ['2027-01-01T00:00:00Z', '2027-01-01']] as const) {
      const key = erasureKey(personId, new Date(at));
      expect(key).toBe(`${day}/${personId}`);
      expect(erasureOfKey(key)).toEqual({ day, personId });
    }
  });

  it.each(['', '2026-11-22', '2026-11-22/', '2026-11-22/nobody', `2026-11/${newId()}`, `2026-11-22/${newId()}/more`, `${newId()}`])('is not %j', (key) => {
    expect(erasureOfKey(key)).toBeUndefined();
  });
});
