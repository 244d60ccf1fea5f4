import { GetUserFacts } from '@bookable/contracts-auth';
import { UserBlocked, UserFollowed, UserUnfollowed } from '@bookable/contracts-review';
import { DomainError, NotFound, newId } from '@bookable/kernel';
import { Bus } from '@bookable/platform-bus';
import type { Actor } from '@bookable/platform-context';
import { SystemClock } from '@bookable/platform-runtime';
import { type ServiceDatabase, aContextOf, anActor, startServiceDatabase, waitUntil } from '@bookable/platform-testing';
import { BlockUser } from '../src/application/block-user';
import { FindFollows } from '../src/application/find-follows';
import { FollowUser } from '../src/application/follow-user';
import { KeepPerson } from '../src/application/keep-person';
import { BlockedPersonStore } from '../src/persistence/blocked-person.store';
import { FollowStore } from '../src/persistence/follow.store';
import { REVIEW_MIGRATIONS } from '../src/persistence/migrations/all-migrations';
import { PersonStore } from '../src/persistence/person.store';

/** What auth knows of people, as far as a test has told it. */
class AuthDouble extends Bus {
  readonly names = new Map<string, string>();
  asked = 0;

  override request<Request, Reply>(contract: object, request: Request): Promise<Reply> {
    this.asked += 1;
    const { id } = request as { id: string };
    const name = this.names.get(id);
    if (contract !== GetUserFacts || name === undefined) return Promise.reject(new DomainError(NotFound));
    return Promise.resolve({ id, name, version: 1 } as Reply);
  }

  override forward(): Promise<Buffer> {
    return Promise.reject(new DomainError(NotFound));
  }
}

describe('following somebody', () => {
  const auth = new AuthDouble();
  let database: ServiceDatabase;
  let following: FollowUser;
  let blocking: BlockUser;
  let find: FindFollows;

  beforeAll(async () => {
    database = await startServiceDatabase({ service: 'review', entities: [], migrations: REVIEW_MIGRATIONS });
    const [follows, blocked, clock] = [new FollowStore(), new BlockedPersonStore(), new SystemClock()];
    const people = new KeepPerson(database.database, auth, new PersonStore(), follows, blocked);
    following = new FollowUser(database.database, clock, follows, blocked, people);
    blocking = new BlockUser(database.database, clock, blocked, following, people);
    find = new FindFollows(database.database, follows, blocked);
  });

  afterAll(() => database.stop());

  it('works for who has just registered, before the word of them has come, and asks auth about them once', async () => {
    const [follower, userId] = [anActor(), newId()];
    auth.names.set(userId, 'Nora Newcomer');
    await following.follow({ userId }, aContextOf(follower));
    await following.follow({ userId }, aContextOf(anActor()));
    expect(auth.asked).toBe(1);
    await waitUntil(() => database.events.of(UserFollowed).length === 2);
  });

  it('is known to whoever asks at that moment, in the one direction it has', async () => {
    const [follower, userId] = [anActor(), newId()];
    auth.names.set(userId, 'Nora Newcomer');
    const [one, other] = [follower.userId, userId];
    const state = async () => [(await find.state({ followerId: one, followedId: other })).isFollowing, (await find.state({ followerId: other, followedId: one })).isFollowing];
    expect(await state()).toEqual([false, false]);
    await following.follow({ userId }, aContextOf(follower));
    expect(await state()).toEqual([true, false]);
    await following.unfollow({ userId }, aContextOf(follower));
    expect(await state()).toEqual([false, false]);
  });

  describe('after one has blocked the other', () => {
    const people = () => {
      const both = [anActor(), anActor()] as const;
      for (const { userId } of both) auth.names.set(userId, 'Nora Newcomer');
      return both;
    };
    const isFollowing = async (follower: Actor, followed: Actor) => (await find.state({ followerId: follower.userId, followedId: followed.userId })).isFollowing;

    it('ends for both, is refused to both, and begins again by nobody but themselves', async () => {
      const [one, other] = people();
      await following.follow({ userId: one.userId }, aContextOf(other));
      await following.follow({ userId: other.userId }, aContextOf(one));
      for (let time = 0; time < 2; time += 1) await blocking.block({ userId: other.userId }, aContextOf(one));
      expect([await isFollowing(one, other), await isFollowing(other, one)]).toEqual([false, false]);
      const refused = { problem: { code: 'cannot-follow' } };
      await expect(following.follow({ userId: one.userId }, aContextOf(other))).rejects.toMatchObject(refused);
      await expect(following.follow({ userId: other.userId }, aContextOf(one))).rejects.toMatchObject(refused);
      await waitUntil(() => database.events.of(UserUnfollowed).filter(({ followerId }) => [one.userId, other.userId].includes(followerId)).length === 2);
      expect(database.events.of(UserBlocked).filter(({ blockerId }) => blockerId === one.userId)).toEqual([{ blockerId: one.userId, blockedId: other.userId }]);
      await blocking.unblock({ userId: other.userId }, aContextOf(one));
      expect(await isFollowing(other, one)).toBe(false);
      await expect(following.follow({ userId: one.userId }, aContextOf(other))).resolves.toBeUndefined();
    });

    it('is not won by whoever follows at the same moment', async () => {
      for (let time = 0; time < 20; time += 1) {
        const [one, other] = people();
        await Promise.allSettled([following.follow({ userId: one.userId }, aContextOf(other)), blocking.block({ userId: other.userId }, aContextOf(one))]);
        expect(await isFollowing(other, one)).toBe(false);
      }
    });

    it('is known to the one who did it, in pages, and to nobody else', async () => {
      const [[one, other], [third]] = [people(), people()];
      for (const { userId } of [other, third]) await blocking.block({ userId }, aContextOf(one));
      const first = await find.ofBlocked({ limit: 1 }, aContextOf(one));
      const second = await find.ofBlocked({ limit: 1, cursor: first.nextCursor! }, aContextOf(one));
      expect([...first.items, ...second.items].map(({ id }) => id)).toEqual([third.userId, other.userId]);
      expect((await find.ofBlocked({}, aContextOf(other))).items).toEqual([]);
      await expect(blocking.block({ userId: one.userId }, aContextOf(one))).rejects.toMatchObject({ problem: { code: 'blocks-oneself' } });
      await expect(blocking.block({ userId: newId() }, aContextOf(one))).rejects.toMatchObject({ problem: NotFound });
    });
  });

  it('is refused where there is nobody', async () => {
    await expect(following.follow({ userId: newId() }, aContextOf(anActor()))).rejects.toMatchObject({ problem: NotFound });
  });
});
