import * as fc from 'fast-check';
import { FieldSeals, headerOf } from './field-seals';
import type { SealedColumn } from './sealed-column';
import { SealingKey } from './sealing-key';

const row = { column: 'id', type: 'uuid' } as const;
const birthDate: SealedColumn = { table: 'guest', column: 'birth_date', row };
const note: SealedColumn = { table: 'guest', column: 'note', row };
const [oldKey, newKey] = ['an old secret of thirty-two letters', 'a new secret of thirty-two letters'].map((secret) => new SealingKey('hotel-management', secret)) as [SealingKey, SealingKey];

function sealsWith(...keys: SealingKey[]): FieldSeals {
  const seals = new FieldSeals('hotel_management', keys, [birthDate, note]);
  seals.useNewestOf(keys.map(({ keyId }) => keyId));
  return seals;
}
const anyText = fc.string({ unit: 'grapheme' });

describe('a sealed value', () => {
  const seals = sealsWith(newKey, oldKey);
  const sealedOf = (value: string, column = birthDate, id = 'one') => seals.seal(column, id, value).sealed!;
  const opened = (sealed: Buffer, column = birthDate, id = 'one', by = seals) => by.tryToOpen(column, id, { plain: null, sealed });

  it('opens to itself in its row, says which key opens it, and never looks the same twice', () => {
    fc.assert(fc.property(anyText, fc.uuid(), (value, id) => {
      const kept = seals.seal(birthDate, id, value);
      expect(kept.plain).toBeNull();
      expect(seals.open(birthDate, id, kept)).toBe(value);
      expect(kept.sealed!.subarray(0, 9)).toEqual(headerOf(newKey.keyId));
      expect(kept.sealed!.equals(sealedOf(value, birthDate, id))).toBe(false);
    }));
  });

  it('opens in no other row, column, table, schema or service', () => {
    fc.assert(fc.property(anyText, fc.tuple(anyText, anyText).filter(([one, other]) => one !== other), (value, [id, otherId]) => {
      const sealed = sealedOf(value, birthDate, id);
      expect(opened(sealed, birthDate, otherId)).toBeUndefined();
      expect(opened(sealed, note, id)).toBeUndefined();
      expect(opened(sealed, { ...birthDate, table: 'staff_member' }, id)).toBeUndefined();
      expect(opened(sealed, birthDate, id, new FieldSeals('auth', [newKey, oldKey], []))).toBeUndefined();
      expect(opened(sealed, birthDate, id, sealsWith(new SealingKey('auth', 'a new secret of thirty-two letters')))).toBeUndefined();
    }));
  });

  it('is not taken for another place whose names run together with those of its own', () => {
    expect(opened(sealedOf('x', { ...birthDate, table: 'a', column: 'b.c' }), { ...birthDate, table: 'a.b', column: 'c' })).toBeUndefined();
    expect(opened(sealedOf('x', { ...birthDate, column: 'b' }, '","c'), { ...birthDate, column: 'b","' }, 'c')).toBeUndefined();
  });

  it('does not open once any bit of it was changed or any of it is missing', () => {
    fc.assert(fc.property(anyText, fc.nat(), fc.integer({ min: 0, max: 7 }), (value, at, bit) => {
      const sealed = sealedOf(value);
      const changed = Buffer.from(sealed);
      changed[at % sealed.length]! ^= 1 << bit;
      expect(opened(changed)).toBeUndefined();
      expect(opened(sealed.subarray(0, at % sealed.length))).toBeUndefined();
      expect(opened(Buffer.concat([sealed, Buffer.from([bit])]))).toBeUndefined();
    }));
  });

  it('opens with a key that gave way, and not without it', () => {
    fc.assert(fc.property(anyText, (value) => {
      const kept = sealsWith(oldKey).seal(birthDate, 'one', value);
      expect(seals.open(birthDate, 'one', kept)).toBe(value);
      expect(sealsWith(newKey).tryToOpen(birthDate, 'one', kept)).toBeUndefined();
      expect(() => sealsWith(newKey).open(birthDate, 'one', kept)).toThrow('guest.birth_date does not open');
    }));
  });

  it('is never told of in the fault that it does not open', () => {
    const kept = sealsWith(oldKey).seal(birthDate, 'row-7', '1955-12-10');
    expect(() => sealsWith(newKey).open(birthDate, 'row-7', kept)).toThrow(expect.objectContaining({ message: expect.not.stringMatching(/1955|row-7/) as unknown }));
  });
});

describe('a value of a column', () => {
  it('is plain as long as no key seals, and what is plain has the last word', () => {
    const unready = new FieldSeals('hotel_management', [newKey], []);
    expect(unready.seal(birthDate, 'one', '1955-12-10')).toEqual({ plain: '1955-12-10', sealed: null });
    const { sealed } = sealsWith(newKey).seal(birthDate, 'one', '1955-12-10');
    expect(sealsWith(newKey).open(birthDate, 'one', { plain: '1956-01-01', sealed })).toBe('1956-01-01');
  });

  it('is nothing where there is none', () => {
    const nothing = { plain: null, sealed: null };
    expect(sealsWith(newKey).seal(note, 'one', null)).toEqual(nothing);
    expect(sealsWith(newKey).open(note, 'one', nothing)).toBeNull();
  });

  it('is sealed with the newest key of those that may seal', () => {
    const seals = sealsWith(newKey, oldKey);
    seals.useNewestOf([oldKey.keyId]);
    expect(seals.seal(note, 'one', 'x').sealed!.subarray(0, 9)).toEqual(headerOf(oldKey.keyId));
    expect(seals.olderKeyIds).toEqual([]);
    seals.useNewestOf([oldKey.keyId, newKey.keyId]);
    expect(seals.olderKeyIds).toEqual([oldKey.keyId]);
  });
});

describe('a row that is handed out', () => {
  const seals = sealsWith(newKey);
  const inJson = (column: SealedColumn, value: string) => `\\x${seals.seal(column, 'one', value).sealed!.toString('hex')}`;

  it('is opened, but for what was left out of it', () => {
    const sealed_birth_date = inJson(birthDate, '1955-12-10');
    const sealed_note = inJson(note, 'pays late');
    expect(seals.openRow('guest', { id: 'one', birth_date: null, sealed_birth_date, sealed_note })).toEqual({ id: 'one', birth_date: '1955-12-10' });
    expect(seals.openRow('guest', { id: 'one', birth_date: '1955-12-11', sealed_birth_date: null, note: null, sealed_note: null })).toEqual({ id: 'one', birth_date: '1955-12-11', note: null });
    expect(seals.openRow('hotel', { id: 'one', birth_date: null })).toEqual({ id: 'one', birth_date: null });
  });
});
