import * as fc from 'fast-check';
import { addressIsUsable, addressReachesNobody, asSingleLine, unsubscribeHeaders } from './mail';

describe('a line of a mail', () => {
  it.each([
    ['Hello\r\nBcc: all@example.com', 'Hello Bcc: all@example.com'],
    ['a\u2028b\u2029c\u0085d\u000be', 'a b c d e'],
    ['  wide\t\tspaces  ', 'wide spaces'],
    ['\u202egnp.exe', 'gnp.exe'],
    ['Комната «Юг» 🏠', 'Комната «Юг» 🏠'],
  ])('%j becomes %j', (text, line) => expect(asSingleLine(text)).toBe(line));

  it('never breaks, never overflows and never ends in half a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (text) => {
        const line = asSingleLine(text);
        expect(line).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
        expect(line.length).toBeLessThanOrEqual(200);
        expect(line.isWellFormed()).toBe(true);
      }),
    );
  });
});

describe('the headers by which a mail is declined', () => {
  it('are the two that RFC 8058 asks for, and none where it cannot be', () => {
    expect(unsubscribeHeaders({ unsubscribeUrl: 'https://bookable.example/unsubscribe/abc' })).toEqual({
      'List-Unsubscribe': '<https://bookable.example/unsubscribe/abc>', 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    });
    expect(unsubscribeHeaders({})).toEqual({});
  });
});

describe('an address', () => {
  it.each(['a@example.com', 'first.last+tag@sub.example.co', 'иван@пример.рф', "o'brien@example.com"])('%s can be written to', (address) =>
    expect(addressIsUsable(address)).toBe(true));

  it.each([
    '', 'nobody', '@example.com', 'a@', 'a@b', 'a b@example.com', 'a@example.com\r\nBcc: b@example.com', 'a@example.com,b@example.com', 'a@example.com;b@example.com',
    '<a@example.com>', '"a b"@example.com', 'a@@example.com', 'a@example.com\u0000', `${'a'.repeat(250)}@example.com`, 'group:a@example.com;',
  ])('%j cannot', (address) => expect(addressIsUsable(address)).toBe(false));

  it.each([['airbnb-7@imported.invalid', true], ['a@INVALID', true], ['a@invalid.example', false], ['invalid@example.com', false], ['a@notinvalid', false]])('%s reaches nobody: %s', (address, nobody) =>
    expect(addressReachesNobody(address)).toBe(nobody));
});
