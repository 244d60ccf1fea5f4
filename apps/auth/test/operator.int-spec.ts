import { GetOwnUser, SessionEnded, SignIn, UserRegistered, type SignedInView } from '@bookable/contracts-auth';
import { factHeard, factsHeard } from './heard-facts';
import { A_PASSWORD, aUser, actorOf } from './people';
import { RunningAuth } from './running-auth';
import { authService } from '../src/auth.module';

describe('the operator', () => {
  const operator = { OPERATOR_EMAIL: 'operator@house.example', OPERATOR_PASSWORD: 'steady-Lantern-31' };
  const origin = { clientAddress: '10.1.1.1' };
  let auth: RunningAuth;
  beforeAll(async () => {
    auth = await RunningAuth.start(operator);
  });
  afterAll(() => auth.stop());

  const signIn = (email: string, password: string): Promise<SignedInView> => auth.ask(SignIn, { email, password, ...origin });
  const accounts = (email: string) => auth.rows<{ id: string; version: number; password_hash: string }>('SELECT id, version, password_hash FROM user_account WHERE email = $1', [email]);

  it('is there from the first start, confirmed and an administrator', async () => {
    const { user } = await signIn(operator.OPERATOR_EMAIL, operator.OPERATOR_PASSWORD);
    expect(user).toMatchObject({ emailVerified: true, roles: ['renter', 'admin'] });
  });

  it('is left as they are by another start, and by another replica', async () => {
    const before = await accounts(operator.OPERATOR_EMAIL);
    await auth.restart(operator);
    await auth.host(authService, { ...auth.env, ...operator });
    expect(await accounts(operator.OPERATOR_EMAIL)).toEqual(before);
  });

  it('is one account, told once, when two replicas start at the same moment', async () => {
    const other = { OPERATOR_EMAIL: 'second@house.example', OPERATOR_PASSWORD: 'steady-Lantern-32' };
    await Promise.all([1, 2, 3].map(() => auth.host(authService, { ...auth.env, ...other })));
    const [account, ...more] = await accounts(other.OPERATOR_EMAIL);
    expect([account?.version, more]).toEqual([1, []]);
    await factHeard(UserRegistered, { id: account!.id });
    expect(factsHeard(UserRegistered, { id: account!.id })).toHaveLength(1);
  });

  it('has the password of the latest start; every session of the one before is over', async () => {
    const before = await signIn(operator.OPERATOR_EMAIL, operator.OPERATOR_PASSWORD);
    await auth.restart({ ...operator, OPERATOR_PASSWORD: 'another-Lantern-33' });
    await expect(signIn(operator.OPERATOR_EMAIL, operator.OPERATOR_PASSWORD)).rejects.toMatchObject({ problem: { code: 'bad-credentials' } });
    expect((await signIn(operator.OPERATOR_EMAIL, 'another-Lantern-33')).user.id).toBe(before.user.id);
    await factHeard(SessionEnded, { userId: before.user.id });
  });

  it('takes over an account that a stranger opened with their address', async () => {
    const stranger = await aUser(auth, { email: 'third@house.example' });
    await auth.restart({ OPERATOR_EMAIL: 'third@house.example', OPERATOR_PASSWORD: 'steady-Lantern-34' });
    await expect(signIn('third@house.example', A_PASSWORD)).rejects.toMatchObject({ problem: { code: 'bad-credentials' } });
    expect((await auth.ask(GetOwnUser, {}, { actor: actorOf(stranger) })).roles).toEqual(['renter', 'admin']);
    expect(await auth.rows('SELECT id FROM session WHERE user_id = $1', [stranger.user.id])).toEqual([]);
  });

  it('is no administrator any more once the configuration names nobody', async () => {
    await auth.restart({ OPERATOR_EMAIL: '', OPERATOR_PASSWORD: '' });
    expect((await signIn('third@house.example', 'steady-Lantern-34')).user.roles).toEqual(['renter']);
  });
});
