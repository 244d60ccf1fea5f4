import fc from 'fast-check';
import { mailNeverArrives } from './email-address';
import { importedAddress } from './imported-person';

describe('the address of somebody who was brought over', () => {
  const source = fc.stringMatching(/^[a-z0-9]{1,30}$/);
  const identity = fc.record({ source, externalId: fc.string({ minLength: 1, maxLength: 60 }) });

  it('tells where they came from', () => {
    expect(importedAddress({ source: 'airbnb', externalId: 'c3a4384b6bec' })).toBe('airbnb-c3a4384b6bec@imported.invalid');
  });

  it('is an address that fits everywhere, and reaches nobody', () => {
    fc.assert(
      fc.property(identity, (known) => {
        expect(importedAddress(known)).toMatch(/^[a-z0-9][a-z0-9_-]{0,63}@imported\.invalid$/);
        expect(mailNeverArrives(importedAddress(known))).toBe(true);
      }),
    );
  });

  it('differs for whoever differs, in case alone too', () => {
    fc.assert(
      fc.property(identity, identity, (one, other) => {
        const isSame = one.source === other.source && one.externalId === other.externalId;
        expect(importedAddress(one) === importedAddress(other)).toBe(isSame);
      }),
    );
    expect(importedAddress({ source: 'x', externalId: 'Ab' })).not.toBe(importedAddress({ source: 'x', externalId: 'ab' }));
  });
});
