import { DeleteUser, FindErasures, type SignedInView } from '@bookable/contracts-auth';
import { ErasePerson, type ErasePersonRequest, type ErasedPersonView, SERVICES, inService } from '@bookable/contracts-operations';
import { DomainError, Unavailable } from '@bookable/kernel';
import { BusModule, Handles } from '@bookable/platform-bus';
import type { ServiceDefinition } from '@bookable/platform-runtime';
import { waitUntil } from '@bookable/platform-testing';
import { Controller } from '@nestjs/common';
import { actorOf, aUser } from './people';
import { RunningAuth } from './running-auth';

const ADMIN = { userId: '01a1ff86-9cf3-702c-9ed4-000000000000', roles: ['admin'] };
const DAY_MS = 86_400_000;
const OTHERS = SERVICES.filter((service) => service !== 'auth');
const BOUND_MS = 30_000;

/** Whom the other services were asked to erase, and whether they do so. */
const asked: { readonly service: string; readonly personId: string }[] = [];
let away = new Set<string>();

class StandIn {}

/** A service that erases whoever it is asked to, unless it is away. */
function standIn(name: string): ServiceDefinition {
  @Controller()
  class ErasureRpc {
    @Handles(inService(ErasePerson, name))
    async erase({ personId }: ErasePersonRequest): Promise<ErasedPersonView> {
      if (away.has(name)) throw new DomainError(Unavailable, `${name} is away.`);
      asked.push({ service: name, personId });
      return { rows: 3 };
    }
  }
  return { name, module: (_env, { bus }) => ({ module: StandIn, imports: [BusModule.register(bus)], controllers: [ErasureRpc] }) };
}

describe('whoever deletes their account', () => {
  let auth: RunningAuth;
  beforeAll(async () => {
    auth = await RunningAuth.start();
    for (const service of OTHERS) await auth.host(standIn(service));
  }, BOUND_MS);
  afterAll(() => auth.stop());
  beforeEach(() => {
    away = new Set();
  });

  const leave = async (person: SignedInView) => auth.ask(DeleteUser, { userId: person.user.id }, { actor: actorOf(person) });
  const progressOf = async (personId: string) => (await auth.ask(FindErasures, { limit: 50 }, { actor: ADMIN })).items.find((one) => one.personId === personId);
  const erased = (personId: string) => waitUntil(async () => (await progressOf(personId))?.isComplete === true, { that: 'every service has erased them', timeoutMs: BOUND_MS });
  const askedAbout = (personId: string) => asked.filter((one) => one.personId === personId).map(({ service }) => service).sort();

  it('is erased by every service, which acknowledges it, and no more than once however often it is asked', async () => {
    const person = await aUser(auth);
    await leave(person);
    await leave(person);
    await erased(person.user.id);
    expect(askedAbout(person.user.id)).toEqual([...OTHERS].sort());
    const progress = await progressOf(person.user.id);
    expect(progress?.services.map(({ service, acknowledgedAt, repeatedAt }) => [service, acknowledgedAt !== null, repeatedAt])).toEqual([...SERVICES].sort().map((service) => [service, true, null]));
    const { items } = await auth.ask(FindErasures, { state: 'open' }, { actor: ADMIN });
    expect(items.map(({ personId }) => personId)).not.toContain(person.user.id);
  }, BOUND_MS);

  it('is asked for again until a service that was away has answered, also after a restart', async () => {
    const person = await aUser(auth);
    away.add('review');
    await leave(person);
    const open = await waitUntil(async () => {
      const { items } = await auth.ask(FindErasures, { state: 'open' }, { actor: ADMIN });
      const found = items.find(({ personId }) => personId === person.user.id);
      return found?.services.filter(({ acknowledgedAt }) => acknowledgedAt === null).length === 1 ? found : undefined;
    }, { that: 'all but one have answered', timeoutMs: BOUND_MS });
    expect(open.services.find(({ service }) => service === 'review')).toMatchObject({ acknowledgedAt: null, fault: 'unavailable: review is away.' });
    await auth.restartAuth();
    away.clear();
    auth.clock.advance(3_600_000);
    await erased(person.user.id);
    expect(askedAbout(person.user.id)).toEqual([...OTHERS].sort());
  }, BOUND_MS);

  it('is erased once more days later, when whatever was on its way has arrived, and then never again', async () => {
    const person = await aUser(auth);
    await leave(person);
    await erased(person.user.id);
    const repeated = async () => (await progressOf(person.user.id))?.services.filter(({ repeatedAt }) => repeatedAt !== null).length;
    auth.clock.advance(2 * DAY_MS);
    expect(await repeated()).toBe(0);
    auth.clock.advance(2 * DAY_MS);
    await waitUntil(async () => (await repeated()) === SERVICES.length, { that: 'every service has erased them once more', timeoutMs: BOUND_MS });
    expect(askedAbout(person.user.id)).toEqual([...OTHERS, ...OTHERS].sort());
    const progress = await progressOf(person.user.id);
    expect(progress?.services.map(({ dueAt }) => dueAt)).toEqual(SERVICES.map(() => null));
  }, BOUND_MS);

  it('is erased again where a database is brought back that does not know of it', async () => {
    const person = await aUser(auth);
    const [row] = await auth.rows<{ row: object }>('SELECT to_jsonb(user_account) AS row FROM user_account WHERE id = $1', [person.user.id]);
    await leave(person);
    await erased(person.user.id);
    await auth.rows('INSERT INTO user_account SELECT * FROM jsonb_populate_record(NULL::user_account, $1)', [JSON.stringify(row!.row)]);
    await auth.rows('DELETE FROM erasure WHERE person_id = $1', [person.user.id]);
    await auth.restartAuth();
    await erased(person.user.id);
    expect(await auth.rows('SELECT FROM user_account WHERE id = $1', [person.user.id])).toEqual([]);
    expect(askedAbout(person.user.id)).toEqual([...OTHERS, ...OTHERS].sort());
  }, BOUND_MS);

  it('is known to administrators alone', async () => {
    const [person, other] = [await aUser(auth), await aUser(auth)];
    await leave(person);
    await expect(auth.ask(FindErasures, {}, { actor: actorOf(other) })).rejects.toThrow();
    await expect(auth.ask(FindErasures, {})).rejects.toThrow();
    const page = await auth.ask(FindErasures, { limit: 1 }, { actor: ADMIN });
    expect(page.items).toHaveLength(1);
    const next = await auth.ask(FindErasures, { limit: 1, cursor: page.nextCursor ?? undefined }, { actor: ADMIN });
    expect(next.items[0]?.personId).not.toBe(page.items[0]?.personId);
  });
});
