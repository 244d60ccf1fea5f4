import { isId, newId } from './id';

describe('an id', () => {
  it('is a UUID of version 7 that carries its millisecond', () => {
    const ms = Date.UTC(2399, 1, 29);
    const id = newId(ms);
    expect(isId(id)).toBe(true);
    expect(id[14]).toBe('7');
    expect(parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(ms);
  });

  it('sorts by when it was made, also within one millisecond and when the clock steps back', () => {
    const start = Date.UTC(2400, 0, 1);
    const ids = Array.from({ length: 20_000 }, (_, index) => newId(start + Math.floor(index / 6_000) - (index % 7)));
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(['', 'x', '018F4F2E-7B1A-7C3D-8E9F-0A1B2C3D4E5F', "018f4f2e-7b1a-7c3d-8e9f-0a1b2c3d4e5f'--", null, 7])('is not %j', (text) => {
    expect(isId(text)).toBe(false);
  });
});
