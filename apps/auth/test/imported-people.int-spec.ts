import {
  EmailVerificationRequested, GetProfile, ImportPerson, type ImportPersonRequest, RegisterUser, SignIn, UserRegistered,
} from '@bookable/contracts-auth';
import { newId } from '@bookable/kernel';
import { factHeard, factsHeard } from './heard-facts';
import { A_PASSWORD, aNewcomer } from './people';
import { RunningAuth } from './running-auth';

describe('people who are brought over from elsewhere', () => {
  const admin = { userId: newId(), roles: ['renter', 'admin'] };
  let auth: RunningAuth;
  beforeAll(async () => {
    auth = await RunningAuth.start();
  });
  afterAll(() => auth.stop());

  const somebody = (externalId: string, more: Partial<ImportPersonRequest> = {}): ImportPersonRequest => ({ source: 'elsewhere', externalId, name: `Host ${externalId}`, landlord: true, ...more });
  const bringOver = (request: ImportPersonRequest, idempotencyKey?: string) => auth.ask(ImportPerson, request, { actor: admin, idempotencyKey });

  it('are brought over by administrators only', async () => {
    await expect(auth.ask(ImportPerson, somebody('a'))).rejects.toMatchObject({ problem: { code: 'unauthenticated' } });
    const landlord = { userId: newId(), roles: ['renter', 'landlord'] };
    await expect(auth.ask(ImportPerson, somebody('a'), { actor: landlord })).rejects.toMatchObject({ problem: { code: 'forbidden' } });
    expect(await auth.rows('SELECT * FROM imported_person')).toEqual([]);
  });

  it('have an account that others are told of, and nobody is written to', async () => {
    const person = await bringOver(somebody('b', { locale: 'ru' }));
    expect(person).toMatchObject({ name: 'Host b', email: 'elsewhere-b@imported.invalid', emailVerified: false, roles: ['renter', 'landlord'], locale: 'ru' });
    expect(await factHeard(UserRegistered, { id: person.id })).toMatchObject({ name: 'Host b', version: 1 });
    expect(await auth.ask(GetProfile, { userId: person.id })).toMatchObject({ name: 'Host b', roles: ['renter', 'landlord'] });
    expect(factsHeard(EmailVerificationRequested, { userId: person.id })).toEqual([]);
  });

  it('cannot sign in with any password', async () => {
    const { email } = await bringOver(somebody('c'));
    for (const password of ['!', A_PASSWORD, ' ']) {
      await expect(auth.ask(SignIn, { email, password, clientAddress: '10.2.2.2' })).rejects.toMatchObject({ problem: { code: 'bad-credentials' } });
    }
  });

  it('are the same account however often they come, under whatever key and name', async () => {
    const first = await bringOver(somebody('d'), 'key-one');
    const again = [await bringOver(somebody('d'), 'key-one'), await bringOver(somebody('d'), 'key-two'), await bringOver(somebody('d', { name: 'Renamed' }))];
    expect(again).toEqual([first, first, first]);
    expect(factsHeard(UserRegistered, { id: first.id })).toHaveLength(1);
  });

  it('are one account when many imports bring them at once', async () => {
    const people = await Promise.all(Array.from({ length: 12 }, () => bringOver(somebody('e'))));
    expect(new Set(people.map(({ id }) => id)).size).toBe(1);
    expect(await auth.rows("SELECT id FROM user_account WHERE name = 'Host e'")).toHaveLength(1);
  });

  it('are different people from different places, and where only the case of their id differs', async () => {
    const people = await Promise.all([somebody('f'), somebody('f', { source: 'there' }), somebody('F')].map((one) => bringOver(one)));
    expect(new Set(people.map(({ id }) => id)).size).toBe(3);
  });

  it('need a name that can be shown', async () => {
    await expect(bringOver(somebody('g', { name: '\u200b' }))).rejects.toMatchObject({ problem: { code: 'unusable-name' } });
  });

  it('keep their address to themselves: nobody registers with one that reaches nobody', async () => {
    for (const email of ['elsewhere-z@imported.invalid', 'x@imported.\u24d8nvalid', 'x@INVALID']) {
      await expect(auth.ask(RegisterUser, aNewcomer({ email }))).rejects.toMatchObject({ problem: { code: 'malformed' } });
    }
  });
});
