import { PRINCIPALS, type Principal, departing, outcomeOf, rowOf } from '../src/contract/access-table';
import { committedDocument, operations } from '../src/contract/api-document';
import type { Answer } from '../src/door';
import { expiredToken } from '../src/expired-token';
import type { Person } from '../src/person';
import { complaintsAboutRefusal } from '../src/contract/refusal';
import { type RightCall, make } from '../src/calls/right-call';
import { runningSystem } from '../src/running-system';
import { SmallWorld } from '../src/calls/small-world';
import { stagedCalls } from '../src/calls/staged-calls';
import { WatchedDoor } from '../src/contract/watched-door';

/** Whoever knows a password or a refresh token is that person, whatever else they hold; and the mailbox exists in development only. */
const TELLS_WHO_IT_IS = new Set(['POST /api/auth/login', 'POST /api/auth/refresh', 'GET /dev/mailbox']);

describe('who may do what', () => {
  const door = new WatchedDoor(runningSystem().url);
  let world: SmallWorld;
  let expired: string;

  beforeAll(async () => {
    world = await SmallWorld.make(door);
    expired = await expiredToken(await world.newcomer('Ella Expired'));
  });

  /** A thing of a newcomer is theirs, and not the landlord's. */
  const ownerOf = ({ by }: RightCall): Person => ([world.stranger, world.renter, world.admin].includes(by) ? world.landlord : by);

  const tokenOf = (principal: Principal, call: RightCall): string | null => {
    if (principal === 'anonymous') return null;
    if (principal === 'expired') return expired;
    if (principal === 'owner') return ownerOf(call).token;
    return { stranger: world.stranger, party: world.renter, admin: world.admin }[principal].token;
  };

  /** Addresses and numbers of others that stand in an answer. */
  const told = (principal: Principal, call: RightCall, { body }: Answer): string[] => {
    const text = JSON.stringify(body);
    const people: Record<string, Person> = { stranger: world.stranger, party: world.renter, owner: world.landlord, admin: world.admin };
    const others = Object.entries(people).filter(([name]) => name !== principal).map(([, person]) => person).concat(call.by === people[principal] ? [] : [call.by]);
    const secrets = others.flatMap(({ user }) => [user.email, phoneOf(user.name)]).filter((secret) => secret !== '');
    return secrets.filter((secret) => text.includes(secret)).map((secret) => `tells ${secret}`);
  };

  it('is asked of the API that is served', async () => {
    expect((await door.ask('GET', '/api/openapi.json')).body).toEqual(committedDocument);
  });

  it('is said of every operation, and of nothing else', () => {
    const names = operations.map(({ name }) => name);
    expect(Object.keys(stagedCalls).sort()).toEqual([...names].sort());
    expect(departing.filter((name) => !names.includes(name))).toEqual([]);
  });

  it.each(operations)('holds for $name', async (operation) => {
    const found: Record<string, unknown> = {};
    const complaints: string[] = [];
    let untouched: RightCall | undefined;
    for (const principal of PRINCIPALS) {
      const isLetIn = ['served', 'ruled out'].includes(rowOf(operation.name)[principal]);
      // What was refused has changed nothing, so whoever is let in next finds the thing as it was.
      const call: RightCall = untouched ?? (await stagedCalls[operation.name]!(world));
      untouched = isLetIn ? undefined : call;
      const answer = await make(world, operation, call, tokenOf(principal, call));
      found[principal] = outcomeOf(answer.status, operation.status);
      complaints.push(...complaintsAboutRefusal(answer), ...(TELLS_WHO_IT_IS.has(operation.name) ? [] : told(principal, call, answer)).map((fault) => `${principal}: ${fault}`));
    }
    expect(found).toEqual(rowOf(operation.name));
    expect(complaints).toEqual([]);
    expect(door.breaches()).toEqual([]);
  });
});

function phoneOf(name: string): string {
  return { 'Lena Landlord': '+493012345678', 'Rolf Renter': '+493087654321', 'Sam Stranger': '+74951234567' }[name] ?? '';
}
