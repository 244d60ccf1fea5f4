import { GetUserFacts } from '@bookable/contracts-auth';
import { UserFollowed } from '@bookable/contracts-review';
import { DomainError, NotFound, newId } from '@bookable/kernel';
import { Bus } from '@bookable/platform-bus';
import { SystemClock } from '@bookable/platform-runtime';
import { type ServiceDatabase, aContextOf, anActor, startServiceDatabase, waitUntil } from '@bookable/platform-testing';
import { FindFollows } from '../src/application/find-follows';
import { FollowUser } from '../src/application/follow-user';
import { KeepPerson } from '../src/application/keep-person';
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

  beforeAll(async () => {
    database = await startServiceDatabase({ service: 'review', entities: [], migrations: REVIEW_MIGRATIONS });
    const follows = new FollowStore();
    following = new FollowUser(database.database, new SystemClock(), follows, new KeepPerson(database.database, auth, new PersonStore(), follows));
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
    const [follows, one, other] = [new FindFollows(database.database, new FollowStore()), follower.userId, userId];
    const state = async () => [(await follows.state({ followerId: one, followedId: other })).isFollowing, (await follows.state({ followerId: other, followedId: one })).isFollowing];
    expect(await state()).toEqual([false, false]);
    await following.follow({ userId }, aContextOf(follower));
    expect(await state()).toEqual([true, false]);
    await following.unfollow({ userId }, aContextOf(follower));
    expect(await state()).toEqual([false, false]);
  });

  it('is refused where there is nobody', async () => {
    await expect(following.follow({ userId: newId() }, aContextOf(anActor()))).rejects.toMatchObject({ problem: NotFound });
  });
});
