import * as fc from 'fast-check';
import { KEY_LEAD_MS, KEY_LINGER_MS, KEY_PERIOD_MS, type SigningTerm, currentKey, planRotation, publishedKeys } from './key-rotation';

const start = Date.parse('2026-11-21T00:00:00Z');

/** Keys as they come about when the plan is carried out at these moments. */
function carriedOut(momentsMs: readonly number[]): { keys: SigningTerm[]; now: Date } {
  let keys: SigningTerm[] = [];
  let now = new Date(start);
  for (const elapsedMs of [0, ...momentsMs]) {
    now = new Date(now.getTime() + elapsedMs);
    const { nextSignsFrom, retired } = planRotation(keys, keys, now);
    keys = keys.filter(({ kid }) => !retired.includes(kid));
    if (nextSignsFrom) keys.push({ kid: `key of ${now.toISOString()}`, signsFrom: nextSignsFrom });
  }
  return { keys, now };
}

const moments = fc.array(fc.integer({ min: 0, max: 40 * 86_400_000 }), { maxLength: 60 });

describe('the rotation of keys', () => {
  it('begins with a key that signs at once', () => {
    expect(planRotation([], [], new Date(start))).toEqual({ nextSignsFrom: new Date(start), retired: [] });
  });

  it('does nothing when it is carried out twice at the same moment', () => {
    fc.assert(fc.property(moments, (elapsed) => {
      const { keys, now } = carriedOut(elapsed);
      expect(planRotation(keys, keys, now)).toEqual({ nextSignsFrom: undefined, retired: [] });
    }));
  });

  it('always leaves one key that signs and at most one that is yet to', () => {
    fc.assert(fc.property(moments, (elapsed) => {
      const { keys, now } = carriedOut(elapsed);
      expect(currentKey(keys, now)).toBeDefined();
      expect(keys.filter(({ signsFrom }) => signsFrom > now).length).toBeLessThanOrEqual(1);
    }));
  });

  it('never lets a key sign before it was published for its lead, but for the first', () => {
    fc.assert(fc.property(moments, (elapsed) => {
      const { keys, now } = carriedOut(elapsed);
      for (const { signsFrom } of keys.filter((key) => key.signsFrom > now)) {
        expect(planRotation(keys.filter((key) => key.signsFrom <= now), keys.filter((key) => key.signsFrom <= now), now).nextSignsFrom).toEqual(
          new Date(Math.max(signsFrom.getTime(), now.getTime() + KEY_LEAD_MS)),
        );
      }
    }));
  });

  it('publishes whatever signed within the linger, the one that signs, and the next', () => {
    const [old, current, next] = [0, KEY_PERIOD_MS, 2 * KEY_PERIOD_MS].map((ms, number) => ({ kid: `${number}`, signsFrom: new Date(start + ms) }));
    const keys = [next!, old!, current!];
    const kidsAt = (ms: number) => publishedKeys(keys, new Date(start + ms)).map(({ kid }) => kid);
    expect(kidsAt(KEY_PERIOD_MS + KEY_LINGER_MS - 1)).toEqual(['0', '1', '2']);
    expect(kidsAt(KEY_PERIOD_MS + KEY_LINGER_MS)).toEqual(['1', '2']);
    expect(currentKey(keys, new Date(start + KEY_PERIOD_MS))!.kid).toBe('1');
    expect(currentKey(keys, new Date(start + KEY_PERIOD_MS - 1))!.kid).toBe('0');
  });

  it('signs with the first key, and makes no other, where the clock was set back before it', () => {
    const [first, next] = [0, KEY_PERIOD_MS].map((ms, number) => ({ kid: `${number}`, signsFrom: new Date(start + ms) }));
    const back = new Date(start - 3_600_000);
    expect(currentKey([next!, first!], back)).toBe(first);
    expect(planRotation([first!], [first!], back)).toEqual({ nextSignsFrom: undefined, retired: [] });
  });

  it('signs with a new key at once where the present one cannot be opened', () => {
    const now = new Date(start + KEY_LEAD_MS);
    const sealedByAnother = { kid: 'lost', signsFrom: new Date(start) };
    expect(planRotation([sealedByAnother], [], now)).toEqual({ nextSignsFrom: now, retired: [] });
  });
});
