import { rolesByConfiguration, withRole, withoutRole } from './user';

const verified = { email: 'Chief@mail.example', emailVerifiedAt: new Date('2026-11-21T00:00:00Z'), roles: ['renter', 'landlord'] as const };

describe('the roles of a user', () => {
  it('stand once each and always in the same order', () => {
    expect(withRole(['admin', 'renter'], 'landlord')).toEqual(['renter', 'landlord', 'admin']);
    expect(withRole(['renter'], 'renter')).toEqual(['renter']);
    expect(withoutRole(['renter', 'admin'], 'admin')).toEqual(['renter']);
  });

  it('have admin where the configuration names the address in any case and it is confirmed', () => {
    expect(rolesByConfiguration(verified, ['chief@MAIL.example'])).toEqual(['renter', 'landlord', 'admin']);
    expect(rolesByConfiguration({ ...verified, emailVerifiedAt: null }, ['chief@mail.example'])).toEqual(['renter', 'landlord']);
  });

  it('lose admin when the configuration no longer names the address', () => {
    expect(rolesByConfiguration({ ...verified, roles: ['renter', 'admin'] }, [])).toEqual(['renter']);
  });
});
