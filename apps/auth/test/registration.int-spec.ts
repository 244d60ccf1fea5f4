import { EmailVerificationRequested, RegisterUser, SignIn, UserChanged, UserRegistered, VerifyEmail, ResendEmailVerification } from '@bookable/contracts-auth';
import { newId } from '@bookable/kernel';
import { factHeard, factsHeard } from './heard-facts';
import { A_PASSWORD, aNewcomer, aUser, actorOf } from './people';
import { RunningAuth } from './running-auth';

describe('registration', () => {
  let auth: RunningAuth;
  beforeAll(async () => void (auth = await RunningAuth.start({ ADMIN_EMAILS: 'Chief@Mail.example' })));
  afterAll(() => auth.stop());

  it('opens an account, signs in and tells others', async () => {
    const newcomer = aNewcomer({ role: 'landlord', locale: 'ru', name: '  Анна \u202e Б ' });
    const signedIn = await auth.ask(RegisterUser, newcomer);
    expect(signedIn.user).toEqual({
      id: expect.any(String),
      email: newcomer.email,
      name: 'Анна Б',
      emailVerified: false,
      roles: ['renter', 'landlord'],
      avatarUrl: null,
      locale: 'ru',
      createdAt: expect.any(String),
    });
    expect(signedIn.expiresIn).toBe(900);
    const facts = await factHeard(UserRegistered, { id: signedIn.user.id });
    expect(facts).toMatchObject({ email: newcomer.email, version: 1, emailVerified: false });
    expect(actorOf(signedIn)).toMatchObject({ userId: signedIn.user.id, roles: ['renter', 'landlord'] });
  });

  it('keeps one spelling of an address and knows it in any case', async () => {
    const { email } = await auth.ask(RegisterUser, aNewcomer({ email: ' Zoë.Q@BÜCHER.example ' })).then(({ user }) => user);
    expect(email).toBe('Zoë.Q@xn--bcher-kva.example');
    await expect(auth.ask(RegisterUser, aNewcomer({ email: 'zoë.q@bücher.EXAMPLE' }))).rejects.toMatchObject({ problem: { code: 'email-taken' } });
    await expect(auth.ask(SignIn, { email: 'ZOË.Q@bücher.example', password: A_PASSWORD })).resolves.toBeDefined();
  });

  it('lets one of two registrations of an address at once succeed', async () => {
    const newcomer = aNewcomer();
    const outcomes = await Promise.allSettled(Array.from({ length: 6 }, () => auth.ask(RegisterUser, newcomer)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const refusals = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refusals.map(({ reason }) => reason.problem.code)).toEqual(Array(5).fill('email-taken'));
    expect(await auth.rows('SELECT id FROM user_account WHERE email = $1', [newcomer.email])).toHaveLength(1);
  });

  it('answers a repeated request with the first answer, and keeps nothing by which anybody could sign in', async () => {
    const idempotencyKey = newId();
    const newcomer = aNewcomer();
    const first = await auth.ask(RegisterUser, newcomer, { idempotencyKey });
    const second = await auth.ask(RegisterUser, { ...newcomer, clientAddress: '192.0.2.7' }, { idempotencyKey });
    expect(second.refreshToken).toBe(first.refreshToken);
    expect(second.user).toEqual(first.user);
    await expect(auth.ask(RegisterUser, { ...newcomer, password: 'another-Harbour-58' }, { idempotencyKey })).rejects.toMatchObject({ problem: { code: 'idempotency-key-reused' } });
    const kept = JSON.stringify(await auth.rows('SELECT * FROM idempotency WHERE key = $1', [idempotencyKey]));
    expect(kept).not.toContain(first.refreshToken);
    expect(kept).not.toContain(newcomer.email);
    await factHeard(UserRegistered, { id: first.user.id });
    expect(factsHeard(UserRegistered, { id: first.user.id })).toHaveLength(1);
  });

  it.each([
    ['password12', 'common'],
    ['PASSWORD123', 'common'],
    ['zzzzzzzzzz', 'one-character'],
    ['Ｐａｓｓｗｏｒｄ１', 'common'],
    ['weak.person@mail.example', 'own-name'],
    ['weak.person', 'own-name'],
    ['maria GARCÍA', 'own-name'],
  ])('refuses the password %p, because it is %s', async (password, reason) => {
    const request = aNewcomer({ email: 'weak.person@mail.example', name: 'Maria  García', password });
    await expect(auth.ask(RegisterUser, request)).rejects.toMatchObject({ problem: { code: 'weak-password' }, facts: { reason } });
    expect(await auth.rows('SELECT id FROM user_account WHERE email = $1', [request.email])).toHaveLength(0);
  });

  it('confirms an address by the mailed link, once', async () => {
    const { user } = await aUser(auth);
    const link = await factHeard(EmailVerificationRequested, { userId: user.id });
    expect(link).toMatchObject({ email: user.email, name: user.name, locale: 'en' });
    await auth.ask(VerifyEmail, { token: link.token });
    expect(await factHeard(UserChanged, { id: user.id })).toMatchObject({ emailVerified: true, version: 2, roles: ['renter'] });
    await expect(auth.ask(VerifyEmail, { token: link.token })).rejects.toMatchObject({ problem: { code: 'link-not-valid' } });
  });

  it('voids a link by the next one, and by time', async () => {
    const signedIn = await aUser(auth);
    const { id: userId, email } = signedIn.user;
    const first = await factHeard(EmailVerificationRequested, { userId });
    await auth.ask(ResendEmailVerification, {}, { actor: actorOf(signedIn) });
    auth.clock.advance(60_000);
    await auth.ask(ResendEmailVerification, { email });
    const second = await factHeard(EmailVerificationRequested, { userId }, 2);
    expect(factsHeard(EmailVerificationRequested, { userId })).toHaveLength(2);
    await expect(auth.ask(VerifyEmail, { token: first.token })).rejects.toMatchObject({ problem: { code: 'link-not-valid' } });
    auth.clock.advance(86_400_000);
    await expect(auth.ask(VerifyEmail, { token: second.token })).rejects.toMatchObject({ problem: { code: 'link-not-valid' } });
  });

  it('makes an administrator of an address that the configuration names, when it is confirmed and not before', async () => {
    const { user } = await aUser(auth, { email: 'chief@mail.example' });
    expect(user.roles).toEqual(['renter']);
    const { token } = await factHeard(EmailVerificationRequested, { userId: user.id });
    await auth.ask(VerifyEmail, { token });
    const signedIn = await auth.ask(SignIn, { email: user.email, password: A_PASSWORD });
    expect(actorOf(signedIn)).toMatchObject({ roles: ['renter', 'admin'], emailVerified: true });
    await auth.restart({ ADMIN_EMAILS: 'other@mail.example' });
    expect((await auth.ask(SignIn, { email: user.email, password: A_PASSWORD })).user.roles).toEqual(['renter']);
  });
});
