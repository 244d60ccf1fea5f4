import { ChangePassword, PasswordChanged, PasswordResetRequested, RefreshSession, RequestPasswordReset, ResetPassword, SessionEnded, SignIn } from '@bookable/contracts-auth';
import { hash } from '@node-rs/argon2';
import { hashSync } from 'bcryptjs';
import { factHeard, factsHeard } from './heard-facts';
import { A_PASSWORD, aUser, actorOf } from './people';
import { RunningAuth } from './running-auth';

const ANOTHER_PASSWORD = 'calm-Lantern-41';

describe('passwords and guessing', () => {
  let auth: RunningAuth;
  let network = 0;
  beforeAll(async () => void (auth = await RunningAuth.start()));
  afterAll(() => auth.stop());

  const anAddress = () => `198.51.100.${(network += 1)}`;
  const signIn = (email: string, password: string, clientAddress?: string) => auth.ask(SignIn, { email, password, clientAddress });
  const refusalOf = (attempt: Promise<unknown>) => attempt.then(() => undefined, ({ problem, detail, facts }) => ({ problem, detail, facts }));
  const isSlowedDown = { problem: { code: 'too-many-attempts' } };
  const isWrong = { problem: { code: 'bad-credentials' } };

  async function fail(times: number, email: string, clientAddress?: string) {
    for (let count = 0; count < times; count += 1) await expect(signIn(email, 'wrong', clientAddress)).rejects.toMatchObject(isWrong);
  }

  it('tells an unknown address and a wrong password apart by nothing', async () => {
    const { user } = await aUser(auth);
    const known = await refusalOf(signIn(user.email, 'wrong', anAddress()));
    const unknown = await refusalOf(signIn('nobody@mail.example', 'wrong', anAddress()));
    expect(known).toEqual(unknown);
    await fail(4, user.email, anAddress());
    await fail(4, 'nobody@mail.example', anAddress());
    const [slowKnown, slowUnknown] = [await refusalOf(signIn(user.email, 'wrong')), await refusalOf(signIn('nobody@mail.example', 'wrong'))];
    expect(slowKnown).toMatchObject(isSlowedDown);
    expect(slowUnknown).toMatchObject(isSlowedDown);
  });

  it('slows an account down after five wrong passwords, also over a restart, and lets the right one in after the wait', async () => {
    const { user } = await aUser(auth);
    await fail(5, user.email, anAddress());
    await expect(signIn(user.email, A_PASSWORD, anAddress())).rejects.toMatchObject({ ...isSlowedDown, facts: { retryAfterSeconds: 60 } });
    await auth.restart();
    await expect(signIn(user.email, A_PASSWORD, anAddress())).rejects.toMatchObject(isSlowedDown);
    auth.clock.advance(60_000);
    await fail(1, user.email, anAddress());
    auth.clock.advance(60_000);
    await expect(signIn(user.email, A_PASSWORD, anAddress())).rejects.toMatchObject(isSlowedDown);
    auth.clock.advance(60_000);
    await expect(signIn(user.email, A_PASSWORD, anAddress())).resolves.toBeDefined();
    await fail(4, user.email, anAddress());
    await expect(signIn(user.email, A_PASSWORD, anAddress())).resolves.toBeDefined();
  });

  it('is kept in the audit log, by account and coarse network, whether or not there is such an account', async () => {
    const { user } = await aUser(auth);
    for (const email of [user.email, 'nobody-either@mail.example']) {
      await fail(5, email, anAddress());
      for (let time = 0; time < 3; time += 1) await expect(signIn(email, 'wrong', '203.0.113.9')).rejects.toMatchObject(isSlowedDown);
    }
    await auth.restart();
    const entries = await auth.rows(`SELECT actor_id, network, subject, affected::text[], sum(times)::int AS times FROM audit_entry
      WHERE action = 'auth.password.guessed' AND network = '203.0.113.0/24' GROUP BY 1, 2, 3, 4 ORDER BY subject NULLS LAST`);
    const guessed = { actor_id: null, network: '203.0.113.0/24', times: 3 };
    expect(entries).toEqual([{ ...guessed, subject: `user ${user.id}`, affected: [user.id] }, { ...guessed, subject: null, affected: [] }]);
  });

  it('admits no more than five of many guesses at once', async () => {
    const { user } = await aUser(auth);
    const outcomes = await Promise.all(Array.from({ length: 30 }, (_, guess) => refusalOf(signIn(user.email, `guess ${guess}`, anAddress()))));
    expect(outcomes.filter((outcome) => outcome?.problem.code === 'bad-credentials')).toHaveLength(5);
    expect(outcomes.filter((outcome) => outcome?.problem.code === 'too-many-attempts')).toHaveLength(25);
  });

  it('slows a network down that tries one password on many accounts', async () => {
    const address = anAddress();
    for (let count = 0; count < 10; count += 1) await fail(1, `victim${count}@mail.example`, address);
    await expect(signIn('victim10@mail.example', 'wrong', address)).rejects.toMatchObject(isSlowedDown);
    await expect(signIn('victim10@mail.example', 'wrong', anAddress())).rejects.toMatchObject(isWrong);
    auth.clock.advance(12_000);
    await expect(signIn('victim10@mail.example', 'wrong', address)).rejects.toMatchObject(isWrong);
  });

  it('counts a whole IPv6 household as one network', async () => {
    for (let host = 0; host < 10; host += 1) await fail(1, `house${host}@mail.example`, `2001:db8:1:2::${host}`);
    await expect(signIn('house10@mail.example', 'wrong', '2001:db8:1:2:ffff::1')).rejects.toMatchObject(isSlowedDown);
    await expect(signIn('house10@mail.example', 'wrong', '2001:db8:1:3::1')).rejects.toMatchObject(isWrong);
  });

  it('does not let strangers slow down who signs in from where they always do', async () => {
    const home = anAddress();
    const { user } = await aUser(auth);
    await signIn(user.email, A_PASSWORD, home);
    await fail(5, user.email, anAddress());
    await expect(signIn(user.email, A_PASSWORD, anAddress())).rejects.toMatchObject(isSlowedDown);
    await expect(signIn(user.email, A_PASSWORD, home)).resolves.toBeDefined();
    await fail(5, user.email, home);
    await expect(signIn(user.email, A_PASSWORD, home)).rejects.toMatchObject(isSlowedDown);
  });

  it('resets a password by the mailed link: all sessions end, the wait is forgotten, the address is confirmed', async () => {
    const signedIn = await aUser(auth);
    const { id: userId, email } = signedIn.user;
    await fail(5, email, anAddress());
    await auth.ask(RequestPasswordReset, { email });
    const { token } = await factHeard(PasswordResetRequested, { userId });
    await expect(auth.ask(ResetPassword, { token, password: 'password12' })).rejects.toMatchObject({ problem: { code: 'weak-password' } });
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => auth.ask(ResetPassword, { token, password: ANOTHER_PASSWORD })));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome.status === 'rejected').map(({ reason }) => reason.problem.code)).toEqual(['link-not-valid', 'link-not-valid']);
    await expect(auth.ask(RefreshSession, { refreshToken: signedIn.refreshToken })).rejects.toMatchObject({ problem: { code: 'session-over' } });
    await expect(signIn(email, A_PASSWORD, anAddress())).rejects.toMatchObject(isWrong);
    expect((await signIn(email, ANOTHER_PASSWORD, anAddress())).user.emailVerified).toBe(true);
    expect(await factHeard(SessionEnded, { userId })).toEqual({ userId, endedAt: expect.any(String) });
    expect(await factHeard(PasswordChanged, { userId })).toMatchObject({ email });
  });

  it('mails no second reset link within a minute, and none to an address without an account', async () => {
    const { user } = await aUser(auth);
    await auth.ask(RequestPasswordReset, { email: 'nobody.at.all@mail.example' });
    for (let count = 0; count < 3; count += 1) await auth.ask(RequestPasswordReset, { email: user.email.toUpperCase() });
    const first = await factHeard(PasswordResetRequested, { userId: user.id });
    auth.clock.advance(61_000);
    await auth.ask(RequestPasswordReset, { email: user.email });
    const second = await factHeard(PasswordResetRequested, { userId: user.id }, 2);
    expect(factsHeard(PasswordResetRequested, { userId: user.id })).toHaveLength(2);
    expect(factsHeard(PasswordResetRequested, { email: 'nobody.at.all@mail.example' })).toHaveLength(0);
    await expect(auth.ask(ResetPassword, { token: first.token, password: ANOTHER_PASSWORD })).rejects.toMatchObject({ problem: { code: 'link-not-valid' } });
    auth.clock.advance(3_600_000);
    await expect(auth.ask(ResetPassword, { token: second.token, password: ANOTHER_PASSWORD })).rejects.toMatchObject({ problem: { code: 'link-not-valid' } });
  });

  it('changes a password for who knows the present one, and ends the other sessions', async () => {
    const first = await aUser(auth);
    const other = await signIn(first.user.email, A_PASSWORD);
    const actor = actorOf(first);
    const change = (currentPassword: string, newPassword: string) => auth.ask(ChangePassword, { currentPassword, newPassword }, { actor });
    await expect(change('wrong', ANOTHER_PASSWORD)).rejects.toMatchObject(isWrong);
    await expect(change(A_PASSWORD, 'password12')).rejects.toMatchObject({ problem: { code: 'weak-password' }, facts: { errors: [{ path: 'newPassword' }] } });
    await change(A_PASSWORD, ANOTHER_PASSWORD);
    await expect(auth.ask(RefreshSession, { refreshToken: other.refreshToken })).rejects.toMatchObject({ problem: { code: 'session-over' } });
    await expect(auth.ask(RefreshSession, { refreshToken: first.refreshToken })).resolves.toBeDefined();
    await expect(signIn(first.user.email, ANOTHER_PASSWORD)).resolves.toBeDefined();
    expect(await factHeard(SessionEnded, { userId: actor.userId })).toMatchObject({ exceptSessionId: actor.sessionId });
  });

  it.each([
    ['bcrypt 2a', (password: string) => hashSync(password, 4).replace('$2b$', '$2a$')],
    ['bcrypt 2b', (password: string) => hashSync(password, 4)],
    ['a cheaper argon2id', (password: string) => hash(password, { algorithm: 2, memoryCost: 8_192, timeCost: 1, parallelism: 1 })],
  ])('accepts %s and upgrades it at sign-in', async (_kind, make) => {
    const { user } = await aUser(auth);
    const old = await make(A_PASSWORD);
    await auth.rows('UPDATE user_account SET password_hash = $2 WHERE id = $1', [user.id, old]);
    await expect(signIn(user.email, 'wrong')).rejects.toMatchObject(isWrong);
    await signIn(user.email, A_PASSWORD);
    const [{ kept }] = (await auth.rows<{ kept: string }>('SELECT password_hash AS kept FROM user_account WHERE id = $1', [user.id])) as [{ kept: string }];
    expect(kept).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    await expect(signIn(user.email, A_PASSWORD)).resolves.toBeDefined();
  });

  it('knows a password however its characters were composed', async () => {
    const { user } = await aUser(auth, { password: 'cafe\u0301-Ⅳ-lantern' });
    await expect(signIn(user.email, 'café-IV-lantern')).resolves.toBeDefined();
  });
});
