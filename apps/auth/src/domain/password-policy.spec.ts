import { dictionary } from '@zxcvbn-ts/language-common';
import * as fc from 'fast-check';
import { normalizePassword, passwordFault } from './password-policy';

const owner = { email: 'ada.lovelace@mail.example', name: 'Ada  Lovelace' };

describe('a chosen password', () => {
  it.each([
    ['short-7', 'too-short'],
    ['💧💧💧💧', 'too-short'],
    ['x'.repeat(64) + 'y'.repeat(65), 'too-long'],
    ['aaaaaaaaaaaa', 'one-character'],
    ['Iloveyou1', 'common'],
    ['Bookable-2026!', 'our-word'],
    ['7_7 W.e.l.c.o.m.e 7_7', 'our-word'],
    ['ada.lovelace@MAIL.example', 'own-name'],
    ['Ada.Lovelace', 'own-name'],
    ['ada lovelace', 'own-name'],
  ])('%p is refused: %s', (password, fault) => {
    expect(passwordFault(normalizePassword(password), owner)).toBe(fault);
  });

  it.each(['correct horse battery staple', 'пароль-из-гавани', 'x'.repeat(64) + 'y'.repeat(64), '        1', 'ada.lovelace-1843', 'bookable by the sea', 'a hotel, once more'])('%p is accepted', (password) => {
    expect(passwordFault(normalizePassword(password), owner)).toBeUndefined();
  });

  it('is refused when any list of leaked ones has it, in whatever case', () => {
    const listed = dictionary['passwords-common'];
    expect(listed.length).toBeGreaterThan(30_000);
    const accepted = listed.filter((password) => passwordFault(password, owner) === undefined || passwordFault(password.toUpperCase(), owner) === undefined);
    expect(accepted).toEqual([]);
  });

  it('needs no digit, capital or symbol: length and luck decide', () => {
    fc.assert(fc.property(fc.stringMatching(/^[a-z]{20,128}$/), (password) => {
      const fault = passwordFault(password, owner);
      expect([undefined, 'common', 'one-character']).toContain(fault);
      if (new Set(password).size > 5) expect(fault).toBeUndefined();
    }));
  });
});
