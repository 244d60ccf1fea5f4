import { randomUUID } from 'node:crypto';
import { addDays } from '@bookable/kernel';
import { type RightCall, addressOf, partsOf } from '../src/calls/right-call';
import { SmallWorld } from '../src/calls/small-world';
import { stagedCalls } from '../src/calls/staged-calls';
import { type Operation, operations } from '../src/contract/api-document';
import { complaintsAboutRefusal } from '../src/contract/refusal';
import { WatchedDoor } from '../src/contract/watched-door';
import type { Answer } from '../src/door';
import { pathsIn, valueAt, withValue } from '../src/faults/body-faults';
import { runningSystem } from '../src/running-system';

type Parts = Awaited<ReturnType<typeof partsOf>>;

const creating = operations.filter(({ method, status }) => method === 'POST' && status === 201);
const keyed = operations.filter(({ parameters }) => parameters.some(({ name }) => name === 'Idempotency-Key'));

describe('a request that is sent again', () => {
  const door = new WatchedDoor(runningSystem().url);
  let world: SmallWorld;

  beforeAll(async () => {
    world = await SmallWorld.make(door);
  });

  afterEach(() => expect(door.breaches()).toEqual([]));

  const send = ({ method, ...rest }: Operation, call: RightCall, key: string, parts: Parts, token = call.by.token): Promise<Answer> =>
    door.ask(method, addressOf({ method, ...rest }, call), { token, headers: { 'idempotency-key': key }, ...parts });

  it('is told from another wherever something is created', () => {
    expect(creating.filter((operation) => !keyed.includes(operation))).toEqual([]);
  });

  it.each(creating)('five times at once to $name has one effect, and one answer', async (operation) => {
    const call = await stagedCalls[operation.name]!(world);
    const [key, parts] = [randomUUID(), await partsOf(call)];
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => send(operation, call, key, parts)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
    // Access tokens are kept nowhere, so a repeated registration gets a fresh one of the same session.
    const told = [...answers, await send(operation, call, key, parts)].map(({ body }) => withoutAccessToken(body));
    expect(told).toEqual(told.map(() => told[0]));
  });

  it.each(creating)('to $name with another body is refused', async (operation) => {
    const call = await stagedCalls[operation.name]!(world);
    const key = randomUUID();
    const parts = await partsOf(call);
    expect((await send(operation, call, key, parts)).status).toBe(201);
    const other = await send(operation, call, key, await otherThan(call, parts));
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } });
    expect(complaintsAboutRefusal(other)).toEqual([]);
  });

  it.each(creating)('to $name by somebody else is somebody else\'s request', async (operation) => {
    const call = await stagedCalls[operation.name]!(world);
    const [key, parts] = [randomUUID(), await partsOf(call)];
    const first = await send(operation, call, key, parts);
    const others = await send(operation, call, key, parts, world.stranger.token);
    expect(first.status).toBe(201);
    expect(others.body).not.toEqual(first.body);
    expect(others.body).not.toMatchObject({ code: 'idempotency-key-reused' });
  });

  it.each(keyed)('to $name under a key that is none is refused before anything happens', async (operation) => {
    const call = await stagedCalls[operation.name]!(world);
    for (const key of ['', 'x'.repeat(256), 'tab\there']) {
      const answer = await send(operation, call, key, await partsOf(call));
      expect([key.length, answer.status]).toEqual([key.length, 400]);
    }
    expect((await send(operation, call, randomUUID().padEnd(255, 'x'), await partsOf(call))).status).toBe(operation.status);
  });
});

/** The same call with another picture, another text, another number or another day in it. */
async function otherThan({ body, form }: RightCall, first: Parts): Promise<Parts> {
  if (form) return { form: await form('#cc8844') };
  const right = first.body ?? body!();
  const paths = [...pathsIn(right)];
  const text = paths.find((path) => typeof valueAt(right, path) === 'string' && / |^https:/.test(valueAt(right, path) as string));
  const number = paths.find((path) => typeof valueAt(right, path) === 'number');
  if (text) return { body: withValue(right, text, `${String(valueAt(right, text))}/too`) };
  if (number) return { body: withValue(right, number, (valueAt(right, number) as number) - 1) };
  const day = paths.find((path) => /^\d{4}-\d\d-\d\d$/.test(String(valueAt(right, path))))!;
  return { body: withValue(right, day, addDays(valueAt(right, day) as string, -1)) };
}

function withoutAccessToken(body: unknown): unknown {
  const { accessToken: _fresh, ...rest } = body as { readonly accessToken?: string };
  return rest;
}
