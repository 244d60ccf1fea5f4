import { addressOf } from '../src/calls/right-call';
import { SmallWorld } from '../src/calls/small-world';
import { stagedCalls } from '../src/calls/staged-calls';
import { operationNamed, operations } from '../src/contract/api-document';
import { complaintsAboutRefusal } from '../src/contract/refusal';
import { WatchedDoor } from '../src/contract/watched-door';
import { expiredToken } from '../src/expired-token';
import { type Forgery, forgeriesOf } from '../src/faults/forged-tokens';
import { fewAtATime } from '../src/few-at-a-time';
import { runningSystem } from '../src/running-system';

const AT_ONCE = 8;
/** Each operation meets every third forgery, and each forgery every third operation. */
const SHARES = 3;

const declared = operations.filter(({ isDeclared }) => isDeclared).map((operation, index) => ({ ...operation, share: index % SHARES }));

describe('a token that is not what it seems', () => {
  const door = new WatchedDoor(runningSystem().url);
  let world: SmallWorld;
  let forgeries: Forgery[];

  beforeAll(async () => {
    world = await SmallWorld.make(door);
    const expired = await expiredToken(await world.newcomer('Ella Expired'));
    forgeries = [...(await forgeriesOf(world.landlord.token, door)), { what: 'one whose time is up', header: `Bearer ${expired}` }];
  });

  it.each(declared)('opens nothing at $name', async (operation) => {
    const call = await stagedCalls[operation.name]!(world);
    const shared = forgeries.filter((_forgery, index) => index % SHARES === operation.share);
    const complaints = await fewAtATime(shared, AT_ONCE, async ({ what, header }) => {
      const body = operation.body?.mediaType === 'application/json' ? call.body!() : undefined;
      const answer = await door.ask(operation.method, addressOf(operation, call), { headers: { authorization: header }, body });
      const isRefused = answer.status === 401 && answer.headers.get('www-authenticate') === 'Bearer';
      return [...(isRefused ? [] : [`${what}: answers ${answer.status}`]), ...complaintsAboutRefusal(answer)];
    });
    expect([...complaints.flat(), ...door.breaches()]).toEqual([]);
  });

  it.each(['GET /api/auth/me', 'GET /api/listings', 'PUT /api/users/{id}', 'POST /api/admin/people'])('is refused at %s whatever it is', async (name) => {
    const operation = operationNamed(name);
    const call = await stagedCalls[name]!(world);
    const statuses = await fewAtATime(forgeries, AT_ONCE, async ({ header }) => (await door.ask(operation.method, addressOf(operation, call), { headers: { authorization: header } })).status);
    expect(statuses).toEqual(forgeries.map(() => 401));
  });

  it('is still good where it is the real one, after all of these', async () => {
    expect((await world.landlord.ask('GET', '/api/auth/me')).status).toBe(200);
  });
});
