type Json = unknown;
type Fields = Record<string, Json>;
type Path = readonly (string | number)[];

/** A body with one thing about it that is not as it was. */
export interface ChangedBody {
  readonly what: string;
  /** The changed field, dotted. */
  readonly at: string;
  readonly body: Json;
}

function nested(depth: number): Json {
  let value: Json = {};
  for (let level = 0; level < depth; level += 1) value = { a: value };
  return value;
}

type Replacement = readonly [what: string, value: Json];

/** What is wrong, or at the edge, for a value of one type; the document says which of them are wrong in one place. */
const REPLACEMENTS: Readonly<Record<string, readonly Replacement[]>> = {
  string: [
    ['true', true], ['zero', 0], ['an empty text', ''], ['a blank text', '   '], ['a short text', 'x'], ['a long text', 'x'.repeat(20_001)],
    ['a list of it', ['x']], ['a condition of a query', { $gt: '' }],
  ],
  number: [
    ['true', true], ['a number as text', '1'], ['zero', 0], ['minus one', -1], ['a fraction', 1.5], ['a huge number', 1e300], ['more than can be counted', 2 ** 53],
    ['an empty list', []], ['an object', { a: 1 }],
  ],
  boolean: [['the word', 'true'], ['one', 1], ['a list of it', [true]], ['an object', {}]],
  list: [
    ['true', true], ['a text', 'x'], ['an empty list', []], ['a list of a list', [[]]], ['a list of null', [null]], ['a list of a number', [1]],
    ['a long list', Array.from({ length: 5_001 }, (_, index) => `x${index}`)], ['an object', { 0: 'x', length: 1 }],
  ],
  object: [['true', true], ['a text', 'x'], ['a number', 0], ['a list', []], ['an empty object', {}], ['deep nesting', nested(40)]],
};
const ALWAYS: readonly Replacement[] = [['null', null]];

function replacementsFor(value: Json): readonly Replacement[] {
  const type = Array.isArray(value) ? 'list' : typeof value;
  return [...ALWAYS, ...(REPLACEMENTS[type] ?? [])];
}

/** Fields that somebody would like to set who may not. Where one is documented, it is left to the faults of its value. */
export const FORBIDDEN_FIELDS = [
  'role', 'roles', 'ownerId', 'status', 'price', 'total', 'id', 'createdAt', 'isAdmin', 'admin', 'emailVerified', 'renterId', 'tenantId', 'userId', 'hostId',
  'version', 'balance', 'permissions', 'passwordHash', 'actorId',
] as const;

/** Every body that differs from a right one in one place: another value, a field left out, a field too many. */
export function* changedBodies(right: Fields): Generator<ChangedBody> {
  for (const path of pathsIn(right)) {
    const at = path.join('.');
    for (const [what, value] of replacementsFor(valueAt(right, path))) yield { what: `${at} is ${what}`, at, body: withValue(right, path, value) };
    if (typeof path.at(-1) === 'string') yield { what: `${at} is left out`, at, body: without(right, path) };
  }
  for (const path of [[], ...pathsIn(right)]) {
    const value = valueAt(right, path);
    if (!isObject(value)) continue;
    yield { what: `${path.join('.') || 'the body'} has a field too many`, at: [...path, 'surplus'].join('.'), body: withValue(right, [...path, 'surplus'], 1) };
  }
  for (const name of FORBIDDEN_FIELDS) {
    if (!(name in right)) yield { what: `${name} is asked for`, at: name, body: { ...right, [name]: 'admin' } };
  }
}

/** The places of a body, its own lists and objects included. */
export function* pathsIn(value: Json, above: Path = []): Generator<Path> {
  const steps: (string | number)[] = Array.isArray(value) ? (value.length > 0 ? [0] : []) : isObject(value) ? Object.keys(value) : [];
  for (const step of steps) {
    yield [...above, step];
    yield* pathsIn((value as Fields)[step as string], [...above, step]);
  }
}

/** What stands at a place. */
export function valueAt(body: Json, path: Path): Json {
  return path.reduce<Json>((value, step) => (isObject(value) || Array.isArray(value) ? (value as Fields)[step as string] : undefined), body);
}

/** The same body with another value at one place. */
export function withValue(body: Json, path: Path, value: Json): Json {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  const copy = (Array.isArray(body) ? [...(body as Json[])] : { ...(body as Fields) }) as Fields;
  copy[step as string] = withValue(copy[step as string], rest, value);
  return copy;
}

function without(body: Json, path: Path): Json {
  const name = path.at(-1) as string;
  const above = path.slice(0, -1);
  const { [name]: _left, ...rest } = valueAt(body, above) as Fields;
  return withValue(body, above, rest);
}

function isObject(value: Json): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
