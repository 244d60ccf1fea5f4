import {
  EndSession, FindEndedSessions, FindSessions, GetOwnUser, RefreshSession, RefreshTokenReused, SessionEnded, type SignedInView, SignIn, SignOut, UpdateUser,
} from '@bookable/contracts-auth';
import { factHeard, factsHeard } from './heard-facts';
import { A_PASSWORD, aUser, actorOf } from './people';
import { RunningAuth } from './running-auth';

describe('sessions', () => {
  let auth: RunningAuth;
  beforeAll(async () => void (auth = await RunningAuth.start()));
  afterAll(() => auth.stop());

  const refresh = ({ refreshToken }: Pick<SignedInView, 'refreshToken'>) => auth.ask(RefreshSession, { refreshToken });
  const isOver = { problem: { code: 'session-over' } };

  it('go on with every refresh, with the roles of the moment', async () => {
    const first = await aUser(auth);
    await auth.ask(UpdateUser, { userId: first.user.id, landlord: true }, { actor: actorOf(first) });
    const second = await refresh(first);
    expect(second.refreshToken).not.toBe(first.refreshToken);
    expect(actorOf(second)).toEqual({ ...actorOf(first), roles: ['renter', 'landlord'] });
    expect((await refresh(second)).user.roles).toEqual(['renter', 'landlord']);
  });

  it('forgive two refreshes at once and a lost answer: the same token gives the same next one', async () => {
    const signedIn = await aUser(auth);
    const answers = await Promise.all(Array.from({ length: 8 }, () => refresh(signedIn)));
    expect(new Set(answers.map(({ refreshToken }) => refreshToken)).size).toBe(1);
    auth.clock.advance(9_000);
    const late = await refresh(signedIn);
    expect(late.refreshToken).toBe(answers[0]!.refreshToken);
    await expect(refresh(late)).resolves.toBeDefined();
    expect(factsHeard(RefreshTokenReused, { userId: signedIn.user.id })).toHaveLength(0);
  });

  it('end as a family when an old token comes back later, and the owner is told', async () => {
    const stolen = await aUser(auth, { userAgent: 'Harbour/1.0' });
    const { sessionId, userId } = actorOf(stolen);
    const second = await refresh(stolen);
    const newest = await refresh(second);
    auth.clock.advance(10_001);
    await expect(refresh(stolen)).rejects.toMatchObject(isOver);
    await expect(refresh(newest)).rejects.toMatchObject(isOver);
    const ended = await factHeard(SessionEnded, { userId, sessionId });
    expect(await factHeard(RefreshTokenReused, { userId })).toEqual({
      userId, sessionId, email: stolen.user.email, name: stolen.user.name, locale: 'en', endedAt: ended.endedAt, userAgent: 'Harbour/1.0',
    });
    await expect(refresh(stolen)).rejects.toMatchObject(isOver);
    expect(factsHeard(RefreshTokenReused, { userId })).toHaveLength(1);
  });

  it('leave other sessions of the same person alone when one is stolen', async () => {
    const stolen = await aUser(auth);
    const other = await auth.ask(SignIn, { email: stolen.user.email, password: A_PASSWORD });
    await refresh(stolen);
    auth.clock.advance(11_000);
    await expect(refresh(stolen)).rejects.toMatchObject(isOver);
    await expect(refresh(other)).resolves.toBeDefined();
  });

  it('keep no token in readable form', async () => {
    const signedIn = await aUser(auth);
    const next = await refresh(signedIn);
    const kept = JSON.stringify(await auth.rows('SELECT encode(token_hash, \'escape\') AS hash, encode(sealed_successor, \'escape\') AS sealed FROM refresh_token'));
    expect(kept).not.toContain(signedIn.refreshToken);
    expect(kept).not.toContain(next.refreshToken);
  });

  it('are over after thirty days without use, and after half a year in any case', async () => {
    const days = 86_400_000;
    const idle = await aUser(auth);
    let used: SignedInView = await aUser(auth);
    auth.clock.advance(29 * days);
    used = await refresh(used);
    auth.clock.advance(2 * days);
    await expect(refresh(idle)).rejects.toMatchObject(isOver);
    for (let day = 31; day < 171; day += 28) {
      used = await refresh(used);
      auth.clock.advance(28 * days);
    }
    used = await refresh(used);
    auth.clock.advance(9 * days);
    await expect(refresh(used)).rejects.toMatchObject(isOver);
  });

  it('end at sign-out, whichever token of the family is given, and a second time changes nothing', async () => {
    const signedIn = await aUser(auth);
    const next = await refresh(signedIn);
    await auth.ask(SignOut, { refreshToken: signedIn.refreshToken });
    await auth.ask(SignOut, { refreshToken: signedIn.refreshToken });
    await auth.ask(SignOut, { refreshToken: 'never-was-one' });
    await expect(refresh(next)).rejects.toMatchObject(isOver);
    const { userId, sessionId } = actorOf(signedIn);
    const { endedAt } = await factHeard(SessionEnded, { userId, sessionId });
    expect(factsHeard(SessionEnded, { userId })).toHaveLength(1);
    const beganAtMs = parseInt(sessionId!.slice(0, 8) + sessionId!.slice(9, 13), 16);
    expect(beganAtMs).toBeLessThanOrEqual(Date.parse(endedAt));
  });

  it('are listed to their owner in pages and ended one by one', async () => {
    const first = await aUser(auth, { clientAddress: '192.0.2.1', userAgent: 'First/1' });
    const { email } = first.user;
    const second = await auth.ask(SignIn, { email, password: A_PASSWORD });
    const third = await auth.ask(SignIn, { email, password: A_PASSWORD });
    const actor = actorOf(third);
    const page = await auth.ask(FindSessions, { limit: 2 }, { actor });
    expect(page.items.map(({ id, current }) => [id, current])).toEqual([[actor.sessionId, true], [actorOf(second).sessionId, false]]);
    const rest = await auth.ask(FindSessions, { limit: 2, cursor: page.nextCursor! }, { actor });
    expect(rest).toMatchObject({ items: [{ id: actorOf(first).sessionId, clientAddress: '192.0.2.1', userAgent: 'First/1', current: false }], nextCursor: null });
    await auth.ask(EndSession, { sessionId: actorOf(first).sessionId! }, { actor });
    await expect(refresh(first)).rejects.toMatchObject(isOver);
    await expect(refresh(third)).resolves.toBeDefined();
  });

  it('are nobody else\'s to see or end', async () => {
    const [owner, stranger] = await Promise.all([aUser(auth), aUser(auth)]);
    const sessionId = actorOf(owner).sessionId!;
    await expect(auth.ask(EndSession, { sessionId }, { actor: actorOf(stranger) })).rejects.toMatchObject({ problem: { code: 'not-found' } });
    const seen = await auth.ask(FindSessions, {}, { actor: actorOf(stranger) });
    expect(seen.items.map(({ id }) => id)).not.toContain(sessionId);
    await expect(auth.ask(FindSessions, {})).rejects.toMatchObject({ problem: { code: 'unauthenticated' } });
    await expect(auth.ask(GetOwnUser, {})).rejects.toMatchObject({ problem: { code: 'unauthenticated' } });
    await expect(auth.ask(FindSessions, { cursor: 'x' }, { actor: actorOf(owner) })).rejects.toMatchObject({ problem: { code: 'malformed' } });
  });

  it('beyond fifty end where somebody signed in longest ago', async () => {
    const first = await aUser(auth);
    const { id: userId, email } = first.user;
    for (let count = 0; count < 50; count += 1) await auth.ask(SignIn, { email, password: A_PASSWORD });
    await expect(refresh(first)).rejects.toMatchObject(isOver);
    await factHeard(SessionEnded, { userId, sessionId: actorOf(first).sessionId });
    expect(await auth.rows('SELECT id FROM session WHERE user_id = $1', [userId])).toHaveLength(50);
  });

  it('are told, when they end, also to whoever asks later, as long as a token of theirs may live', async () => {
    const [one, other] = [await aUser(auth), await aUser(auth)];
    const { userId, sessionId } = actorOf(one);
    const endedOf = async (user: string) => (await auth.ask(FindEndedSessions, {})).filter((ended) => ended.userId === user);
    await auth.ask(SignOut, { refreshToken: one.refreshToken });
    const { endedAt } = await factHeard(SessionEnded, { userId, sessionId });
    expect(await endedOf(userId)).toEqual([{ userId, sessionId, endedAt }]);
    expect(await endedOf(actorOf(other).userId)).toEqual([]);
    auth.clock.advance(17 * 60_000);
    expect(await endedOf(userId)).toEqual([]);
  });
});
