import { type RightCall, addressOf } from '../src/calls/right-call';
import { SmallWorld } from '../src/calls/small-world';
import { stagedCalls } from '../src/calls/staged-calls';
import { type Operation, operationNamed, operations } from '../src/contract/api-document';
import { complaintsAboutRefusal, namedFields } from '../src/contract/refusal';
import { misfit } from '../src/contract/sealed-document';
import { WatchedDoor } from '../src/contract/watched-door';
import type { Answer } from '../src/door';
import { pathsIn, valueAt, withValue } from '../src/faults/body-faults';
import { HOSTILE_TEXTS, IMPOSSIBLE_TEXTS, naughtyTexts } from '../src/faults/hostile-texts';
import { fewAtATime } from '../src/few-at-a-time';
import { runningSystem } from '../src/running-system';

jest.setTimeout(120_000);

const AT_ONCE = 8;
type Path = readonly (string | number)[];

/** Texts that mean something to us, so that not every text will do: they are tried one by one in `bad-input`. */
const PARTICULAR = new Set(['email', 'password', 'currentPassword', 'newPassword', 'timeZone', 'token', 'refreshToken', 'url', 'slug', 'phone', 'source', 'externalId', 'code']);
/** Where many texts go through the whole way, and back. */
const KEEPERS = ['PUT /api/listings/{id}', 'PUT /api/users/{id}', 'PUT /api/reviews/{id}'];
const SEARCHES: readonly (readonly [parameter: string, texts: readonly string[]])[] = [
  ['q', naughtyTexts()], ['host', HOSTILE_TEXTS], ['city', HOSTILE_TEXTS], ['district', HOSTILE_TEXTS], ['category', HOSTILE_TEXTS], ['tags', HOSTILE_TEXTS], ['amenities', HOSTILE_TEXTS],
];
/** Names and labels are read by others beside their own words: blanks become one, and signs that cannot be seen are left out. */
const LABELS = new Set(['name', 'tags', 'amenities', 'category']);
/** Who says why takes a step by it, and a step is taken once. */
const SAID_ONCE = new Set(['PUT /api/bookings/{id}/reject', 'PUT /api/bookings/{id}/cancel', 'PUT /api/waitlist/{id}/take', 'PUT /api/hotels/{id}/reservations/{rid}/cancel', 'POST /api/hotels/{id}/rooms/{rid}/cleaning']);

const withJson = operations.filter(({ body, isDeclared }) => isDeclared && body?.mediaType === 'application/json');

describe('hostile text', () => {
  const door = new WatchedDoor(runningSystem().url);
  const calls = new Map<string, Promise<RightCall>>();
  let world: SmallWorld;

  beforeAll(async () => {
    world = await SmallWorld.make(door);
  });

  const callOf = ({ name }: Operation): Promise<RightCall> => {
    const call = calls.get(name) ?? Promise.resolve(stagedCalls[name]!(world));
    calls.set(name, call);
    return call;
  };

  const send = (operation: Operation, call: RightCall, body: unknown): Promise<Answer> =>
    door.ask(operation.method, addressOf(operation, call), { token: call.by.token, body });

  /** Fills texts into a body where the document lets them stand, and holds what comes back against them. */
  const complaintsAbout = async (operation: Operation, call: RightCall, paths: readonly Path[], text: string): Promise<string[]> => {
    const right = call.body!();
    const fitting = paths.filter((path) => misfit(operation.body!.pointer, withValue(right, path, text)) === undefined);
    const body = fitting.reduce<unknown>((filled, path) => withValue(filled, path, text), right);
    const answer = await send(operation, call, body);
    return [...complaintsAboutRefusal(answer, text), ...fitting.flatMap((path) => changed(path, text, answer, operation))];
  };

  const collect = async (texts: readonly string[], judge: (text: string) => Promise<string[]>): Promise<string[]> => {
    const complaints = await fewAtATime(texts, AT_ONCE, async (text) => (await judge(text)).map((complaint) => `${JSON.stringify(text)}: ${complaint}`));
    return [...complaints.flat(), ...door.breaches()];
  };

  it.each(withJson)('$name keeps SQL, HTML and signs of every kind as they were sent, or refuses them politely', async (operation) => {
    const call = await callOf(operation);
    const paths = textsIn(call.body!());
    const texts = SAID_ONCE.has(operation.name) ? HOSTILE_TEXTS.filter((_text, index) => index % 6 === 0) : HOSTILE_TEXTS;
    const freshOrSame = () => (SAID_ONCE.has(operation.name) ? stagedCalls[operation.name]!(world) : call);
    expect(await collect(paths.length > 0 ? texts : [], async (text) => complaintsAbout(operation, await freshOrSame(), paths, text))).toEqual([]);
  });

  it.each(withJson)('$name refuses what is no text, naming the field', async (operation) => {
    const call = await callOf(operation);
    const right = call.body!();
    const paths = [...pathsIn(right)].filter((path) => typeof valueAt(right, path) === 'string');
    const faults = paths.flatMap((path) => IMPOSSIBLE_TEXTS.map(([what, text]) => ({ path, what, text })));
    const complaints = await fewAtATime(faults, AT_ONCE, async ({ path, what, text }) => {
      const answer = await send(operation, call, withValue(right, path, text));
      const isRight = answer.status === 400 && namedFields(answer).includes(path.join('.'));
      return [...(isRight ? [] : [`${path.join('.')} with ${what}: ${answer.status} names ${namedFields(answer).join()}`]), ...complaintsAboutRefusal(answer)];
    });
    expect([...complaints.flat(), ...door.breaches()]).toEqual([]);
  });

  it.each(KEEPERS)('%s goes through the whole list of naughty texts', async (name) => {
    const operation = operationNamed(name);
    const call = await callOf(operation);
    const paths = textsIn(call.body!());
    expect(await collect(naughtyTexts(), (text) => complaintsAbout(operation, call, paths, text))).toEqual([]);
  });

  it.each(SEARCHES)('a search by %s takes any text', async (parameter, texts) => {
    const complaints = await collect(texts, async (text) => complaintsAboutRefusal(await door.ask('GET', `/api/listings?${new URLSearchParams({ [parameter]: text.toWellFormed(), limit: '1' })}`), text));
    expect(complaints).toEqual([]);
  });

  it('what is kept is found again by the same search', async () => {
    for (const text of ["O'Reilly; DROP TABLE listing --", '<b>bold</b> & "quoted"', '100% _sure_ \\ really', 'Zoë 🏳️‍🌈 ﷽']) {
      const id = await world.listing('items', { title: text, tags: [text], category: text.slice(0, 60) });
      for (const parameter of ['tags', 'category', 'q']) {
        const { body } = await door.ask<{ items: { id: string; title: string }[] }>('GET', `/api/listings?${new URLSearchParams({ [parameter]: text, city: world.city, limit: '100' })}`);
        expect([parameter, body.items.find((item) => item.id === id)?.title]).toEqual([parameter, text]);
      }
    }
    expect(door.breaches()).toEqual([]);
  });
});

function textsIn(body: object): Path[] {
  return [...pathsIn(body)].filter((path) => typeof valueAt(body, path) === 'string' && !path.some((step) => PARTICULAR.has(String(step))));
}

/** What came back otherwise than it was sent: surrounding blanks are nobody's loss, anything else is. */
function changed(path: Path, text: string, { status, body }: Answer, operation: Operation): string[] {
  if (status !== operation.status) return [];
  const back = valueAt(body, path);
  if (typeof back !== 'string') return [];
  const isKept = path.some((step) => LABELS.has(String(step))) ? folded(back) === folded(text) : back.trim() === text.trim();
  return isKept ? [] : [`${path.join('.')} came back as ${JSON.stringify(back)}`];
}

function folded(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').replace(/[\p{Cc}\p{Cf}]/gu, '').replace(/ +/g, ' ').trim();
}
