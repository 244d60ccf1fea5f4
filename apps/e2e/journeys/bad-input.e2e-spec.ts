import { newId } from '@bookable/kernel';
import { type RightCall, addressOf, make, partsOf } from '../src/calls/right-call';
import { SmallWorld } from '../src/calls/small-world';
import { stagedCalls } from '../src/calls/staged-calls';
import { rowOf } from '../src/contract/access-table';
import { type Operation, operations } from '../src/contract/api-document';
import { complaintsAboutRefusal, namedFields } from '../src/contract/refusal';
import { misfit } from '../src/contract/sealed-document';
import { WatchedDoor } from '../src/contract/watched-door';
import type { Answer, Asked } from '../src/door';
import { changedBodies, pathsIn, valueAt, withValue } from '../src/faults/body-faults';
import { type ChangedAddress, changedPaths, changedQueries } from '../src/faults/parameter-faults';
import { rawFaults, uploadFaults } from '../src/faults/raw-faults';
import { fewAtATime } from '../src/few-at-a-time';
import { runningSystem } from '../src/running-system';

const AT_ONCE = 8;
const IS_ID = /(^|[a-z])I?d$/;

const declared = operations.filter(({ isDeclared }) => isDeclared);
const withJson = declared.filter(({ body }) => body?.mediaType === 'application/json');
const withUpload = declared.filter(({ body }) => body?.mediaType === 'multipart/form-data');
const withId = declared.filter(({ parameters }) => parameters.some((parameter) => parameter.in === 'path' && parameter.schema['format'] === 'uuid'));
/** Nothing is to be undone where nobody was followed, nobody has no followers, helps no host, and a rating may be brought over before its listing. */
const GLAD_OF_NOBODY = new Set(['PUT /api/admin/ratings/listing/{id}', 'DELETE /api/users/{id}/follow', 'DELETE /api/users/{id}/block', 'DELETE /api/events/{id}/moderators/{userId}', 'GET /api/ratings/{subject}/{id}', 'GET /api/users/{id}/followers', 'GET /api/users/{id}/following', 'GET /api/users/{id}/reviews', 'GET /api/users/{id}/history']);

// Some operations have hundreds of faults, and the machine may have other things to do.
jest.setTimeout(120_000);

describe('bad input', () => {
  const door = new WatchedDoor(runningSystem().url);
  const calls = new Map<string, Promise<RightCall>>();
  let world: SmallWorld;
  let sent = 0;

  beforeAll(async () => {
    world = await SmallWorld.make(door);
  });

  afterAll(() => process.stderr.write(`bad input: ${operations.length} operations, ${sent} requests\n`));

  const callOf = ({ name }: Operation): Promise<RightCall> => {
    const call = calls.get(name) ?? Promise.resolve(stagedCalls[name]!(world));
    calls.set(name, call);
    return call;
  };

  const ask = ({ method }: Operation, call: RightCall, address: string, asked: Asked): Promise<Answer> => {
    sent += 1;
    return door.ask(method, address, { token: call.by.token, ...asked });
  };

  /** Sends many, and collects what is wrong with the answers. */
  const complaintsOf = async <Fault extends { readonly what: string }>(faults: readonly Fault[], judge: (fault: Fault) => Promise<string[]>): Promise<string[]> => {
    const complaints = await fewAtATime(faults, AT_ONCE, async (fault) => (await judge(fault)).map((complaint) => `${fault.what}: ${complaint}`));
    return [...complaints.flat(), ...door.breaches()];
  };

  it('is tried on every operation', () => {
    expect(operations.filter(({ name }) => !(name in stagedCalls))).toEqual([]);
  });

  it.each(withJson)('$name refuses each body that the document does not allow, naming the field', async (operation) => {
    const call = await callOf(operation);
    const faults = [...changedBodies(call.body!() as Record<string, unknown>)];
    const complaints = await complaintsOf(faults, async ({ at, body }) => {
      const answer = await ask(operation, call, addressOf(operation, call), { body });
      const wrong = misfit(operation.body!.pointer, body);
      const mustBeRefused = wrong !== undefined && answer.status !== 400 ? [`answers ${answer.status} though ${wrong}`] : [];
      const mustBeNamed = wrong !== undefined && answer.status === 400 && !isNamed(at, answer) ? [`names ${namedFields(answer).join()} instead`] : [];
      return [...mustBeRefused, ...mustBeNamed, ...complaintsAboutRefusal(answer, JSON.stringify(body))];
    });
    expect(complaints).toEqual([]);
  });

  it.each(withJson)('$name refuses what is no body of its kind', async (operation) => {
    const call = await callOf(operation);
    const complaints = await complaintsOf(rawFaults(call.body!()), async (raw) => {
      const answer = await ask(operation, call, addressOf(operation, call), { raw });
      return [...(answer.status === raw.status ? [] : [`answers ${answer.status}, not ${raw.status}`]), ...complaintsAboutRefusal(answer)];
    });
    expect(complaints).toEqual([]);
  });

  it.each(withJson.filter(({ body }) => body?.isRequired))('$name refuses no body at all, and an empty object', async (operation) => {
    const call = await callOf(operation);
    const statuses = [];
    for (const asked of [{}, { raw: { text: '', contentType: 'application/json' } }, { body: {} }, { body: null }]) statuses.push((await ask(operation, call, addressOf(operation, call), asked)).status);
    expect([statuses, door.breaches()]).toEqual([[400, 400, 400, 400], []]);
  });

  it.each(withUpload)('$name refuses what is no picture', async (operation) => {
    const call = await callOf(operation);
    const field = operation.path.endsWith('/avatar') ? 'file' : 'files';
    const complaints = await complaintsOf(uploadFaults(field), async (raw) => {
      const answer = await ask(operation, call, addressOf(operation, call), { raw });
      return [...(answer.status === raw.status ? [] : [`answers ${answer.status}, not ${raw.status}`]), ...complaintsAboutRefusal(answer)];
    });
    expect(complaints).toEqual([]);
  });

  it.each(declared)('$name refuses parameters that the document does not allow, naming them', async (operation) => {
    const call = await callOf(operation);
    const parts = operation.method === 'GET' || operation.method === 'DELETE' ? {} : await partsOf(call);
    const refusesWrong = async ({ address, wrong }: ChangedAddress, statuses: readonly number[]) => {
      const answer = await ask(operation, call, address, operation.body?.mediaType === 'multipart/form-data' ? { ...parts, form: await call.form!() } : parts);
      const mustBeRefused = wrong !== undefined && !statuses.includes(answer.status) ? [`answers ${answer.status}`] : [];
      const mustBeNamed = wrong !== undefined && answer.status === 400 && statuses.length === 1 && !isNamed(wrong, answer) ? [`names ${namedFields(answer).join()} instead`] : [];
      return [...mustBeRefused, ...mustBeNamed, ...complaintsAboutRefusal(answer)];
    };
    const complaints = [
      ...(await complaintsOf(changedPaths(operation, call), (fault) => refusesWrong(fault, [400, 404]))),
      ...(await complaintsOf(changedQueries(operation, call), (fault) => refusesWrong(fault, [400]))),
    ];
    expect(complaints).toEqual([]);
  });

  it.each(withId)('$name knows nothing under the id of nobody', async (operation) => {
    const call = await callOf(operation);
    const names = operation.parameters.filter((parameter) => parameter.in === 'path' && parameter.schema['format'] === 'uuid').map(({ name }) => name);
    for (const name of names) {
      const answer = await make(world, operation, { ...call, path: { ...call.path, [name]: newId() } });
      const expected = GLAD_OF_NOBODY.has(operation.name) ? [200, 204, 404] : operation.access === 'owner' ? [403, 404] : [404];
      expect({ name, status: answer.status, isExpected: expected.includes(answer.status) }).toMatchObject({ isExpected: true });
    }
    expect(door.breaches()).toEqual([]);
  });

  it.each(withJson)('$name does nothing with the ids of nobody in its body', async (operation) => {
    const call = await callOf(operation);
    const body = call.body!();
    const ids = [...pathsIn(body)].filter((path) => IS_ID.test(String(path.at(-1))) && typeof valueAt(body, path) === 'string' && /^[0-9a-f-]{36}$/.test(valueAt(body, path) as string) && path.at(-1) !== 'externalId');
    for (const path of ids) {
      const answer = await ask(operation, call, addressOf(operation, call), { body: withValue(call.body!(), path, newId()) });
      expect({ at: path.join('.'), refused: [403, 404, 409, 422].includes(answer.status), status: answer.status }).toMatchObject({ refused: true });
    }
    expect(door.breaches()).toEqual([]);
  });

  it.each(declared)('$name serves what is right, so that each fault above was the only one', async (operation) => {
    const answer = await make(world, operation, await stagedCalls[operation.name]!(world));
    const outcomes = Object.values(rowOf(operation.name));
    const wanted = operation.name.endsWith('/no-show') ? 409 : outcomes.includes('served') ? operation.status : 404;
    expect([answer.status, door.breaches()]).toEqual([wanted, []]);
  });
});

/** Whether a refusal names a field, the object it stands in, or something in it. */
function isNamed(at: string, answer: Answer): boolean {
  return namedFields(answer).some((name) => name === at || at.startsWith(`${name}.`) || name.startsWith(`${at}.`));
}
