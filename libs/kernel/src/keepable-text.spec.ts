import fc from 'fast-check';
import { isKeepable, isKeepableText } from './keepable-text';

describe('text that can be kept', () => {
  it.each(['a\u0000b', '\u0000', 'a\ud83d', '\ude00b'])('is not %j', (text) => {
    expect(isKeepable(text)).toBe(false);
    expect(isKeepableText(text, 0, 100)).toBe(false);
  });

  it('is whatever comes back from the bytes it is written as, and holds no NUL', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const comesBack = Buffer.from(text, 'utf8').toString('utf8') === text;
        expect(isKeepable(text)).toBe(comesBack && !text.includes('\u0000'));
      }),
    );
  });

  it('is as long as it is asked to be, counted without the space around it where it is too short', () => {
    expect(isKeepableText(' ab ', 2, 4)).toBe(true);
    expect(isKeepableText('  a  ', 2, 5)).toBe(false);
    expect(isKeepableText(' ab  ', 2, 4)).toBe(false);
    expect(isKeepableText('', 0, 4)).toBe(true);
    expect(isKeepableText(12, 0, 4)).toBe(false);
  });
});
