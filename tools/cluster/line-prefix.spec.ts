import { text } from 'node:stream/consumers';
import * as fc from 'fast-check';
import { LinePrefix } from './line-prefix';

async function prefixed(chunks: readonly string[]): Promise<string> {
  const prefix = new LinePrefix('auth');
  for (const chunk of chunks) prefix.write(chunk);
  prefix.end();
  return text(prefix);
}

describe('the output of a member', () => {
  it('carries its name on every line, a last one without an end too', async () => {
    expect(await prefixed(['one\ntw', 'o\n', 'three'])).toBe('auth | one\nauth | two\nauth | three\n');
  });

  it('is whole lines, wherever the pipe cut it', async () => {
    const lines = fc.array(fc.stringMatching(/^[a-z ]{0,8}$/), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(lines, fc.array(fc.nat(60), { maxLength: 8 }), async (said, cuts) => {
        const whole = said.map((line) => `${line}\n`).join('');
        const places = [0, ...cuts.map((cut) => Math.min(cut, whole.length)).sort((one, other) => one - other), whole.length];
        const chunks = places.slice(1).map((place, index) => whole.slice(places[index], place));
        expect(await prefixed(chunks)).toBe(said.map((line) => `auth | ${line}\n`).join(''));
      }),
    );
  });
});
