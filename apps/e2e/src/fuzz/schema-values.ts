import * as fc from 'fast-check';
import { type JsonSchema, committedDocument } from '../contract/api-document';

/** Texts that have broken somebody's program before. */
const NASTY_TEXTS = [
  '', ' ', '\u0000', '\ud800', '\ufeff', '\u202e', "'", "' OR 1=1 --", '"; DROP TABLE x; --', '%00', '../../etc/passwd', '${7*7}', '{{7*7}}', '<script>alert(1)</script>', '__proto__', 'constructor',
  'NaN', '-0', '1e309', '9223372036854775808', '0x10', '2026-02-30', '2026-11-21T24:00:00Z', '9999-12-31T23:59:59Z', '-271821-04-20T00:00:00.000Z', 'x'.repeat(5_000), '\u0301'.repeat(200), '👩‍👩‍👧'.repeat(50),
];
const EDGES = [0, -0, -1, 1, 0.1, 2 ** 31, -(2 ** 31) - 1, 2 ** 53, 1e21, 1e308, -1e308, 5e-324];
const TYPICAL_ITEMS = 4;
const DEEPEST = 6;

/** Anything that JSON can say, whatever was asked for. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(fc.constantFrom<unknown>(...NASTY_TEXTS, ...EDGES, null, true, [], {}, [[]], { __proto__: null }), fc.jsonValue({ maxDepth: 3 }));

/** Values that fit a schema of the document nearly always, and now and then do not. */
export function valuesOf(schema: JsonSchema, depth = 0): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 12, arbitrary: fittingValues(schema, depth) }, { weight: 1, arbitrary: hostileValue });
}

function fittingValues(schema: JsonSchema, depth: number): fc.Arbitrary<unknown> {
  if (depth > DEEPEST) return fc.constant(null);
  if (typeof schema['$ref'] === 'string') return fittingValues(lookUp(schema['$ref']), depth + 1);
  if ('const' in schema) return fc.constant(schema['const']);
  if (Array.isArray(schema['enum'])) return fc.constantFrom(...(schema['enum'] as unknown[]));
  const choices = (schema['oneOf'] ?? schema['anyOf']) as readonly JsonSchema[] | undefined;
  const parts = [...((schema['allOf'] as readonly JsonSchema[] | undefined) ?? []), ...(schema['properties'] ? [withoutChoices(schema)] : [])];
  if (choices && parts.length === 0) return fc.oneof(...choices.map((choice) => valuesOf(choice, depth + 1)));
  if (choices) return fc.tuple(fc.oneof(...choices.map((choice) => valuesOf(choice, depth + 1))), ...parts.map((part) => fittingValues(part, depth + 1))).map(mergeObjects);
  if (schema['allOf']) return fc.tuple(...parts.map((part) => fittingValues(part, depth + 1))).map(mergeObjects);
  const types = [schema['type'] ?? 'object'].flat() as string[];
  return fc.oneof(...types.map((type) => ofType(type, schema, depth)));
}

function ofType(type: string, schema: JsonSchema, depth: number): fc.Arbitrary<unknown> {
  if (type === 'null') return fc.constant(null);
  if (type === 'boolean') return fc.boolean();
  if (type === 'string') return texts(schema);
  if (type === 'integer' || type === 'number') return numbers(type, schema);
  if (type === 'array') {
    const most = Math.min((schema['maxItems'] as number | undefined) ?? TYPICAL_ITEMS, TYPICAL_ITEMS);
    return fc.array(valuesOf((schema['items'] as JsonSchema | undefined) ?? {}, depth + 1), { minLength: Math.min((schema['minItems'] as number | undefined) ?? 0, most), maxLength: most });
  }
  return objects(schema, depth);
}

function objects(schema: JsonSchema, depth: number): fc.Arbitrary<unknown> {
  const properties = Object.entries((schema['properties'] ?? {}) as Record<string, JsonSchema>);
  if (properties.length === 0) return fc.oneof(fc.constant({}), fc.dictionary(fc.string({ maxLength: 12 }), fc.jsonValue({ maxDepth: 1 }), { maxKeys: 3 }));
  const required = ((schema['required'] ?? []) as string[]).filter((name) => properties.some(([own]) => own === name));
  return fc.record(Object.fromEntries(properties.map(([name, value]) => [name, valuesOf(value, depth + 1)])), { requiredKeys: required });
}

function texts(schema: JsonSchema): fc.Arbitrary<unknown> {
  const maxLength = Math.min((schema['maxLength'] as number | undefined) ?? 40, 60);
  const minLength = Math.min((schema['minLength'] as number | undefined) ?? 0, maxLength);
  const byFormat: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
    uuid: fc.uuid({ version: 7 }),
    date: fc.date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)),
    'date-time': fc.date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }).map((date) => date.toISOString()),
    email: fc.stringMatching(/^[a-z]{3,12}$/).map((name) => `${name}@mail.example`),
    uri: fc.webUrl({ withQueryParameters: true }),
  };
  const known = byFormat[String(schema['format'])];
  if (known) return known;
  if (typeof schema['pattern'] === 'string') return fc.stringMatching(new RegExp(schema['pattern'], 'u'));
  return fc.oneof({ weight: 3, arbitrary: fc.string({ unit: 'grapheme', minLength, maxLength }) }, { weight: 1, arbitrary: fc.constantFrom(...NASTY_TEXTS) });
}

function numbers(type: string, schema: JsonSchema): fc.Arbitrary<unknown> {
  const least = (schema['minimum'] ?? schema['exclusiveMinimum'] ?? -1_000_000) as number;
  const most = (schema['maximum'] ?? 1_000_000) as number;
  const inside = type === 'integer' ? fc.integer({ min: Math.max(Math.ceil(least), -(2 ** 31)), max: Math.min(Math.floor(most), 2 ** 31 - 1) }) : fc.double({ min: least, max: most, noNaN: true });
  return fc.oneof({ weight: 4, arbitrary: inside }, { weight: 1, arbitrary: fc.constantFrom(least, most, ...EDGES) });
}

function lookUp(reference: string): JsonSchema {
  const name = reference.split('/').at(-1) ?? '';
  const schema = committedDocument.components.schemas[name];
  if (!schema) throw new Error(`The document refers to ${reference}, which it does not hold.`);
  return schema;
}

function withoutChoices(schema: JsonSchema): JsonSchema {
  return { type: 'object', properties: schema['properties'], required: schema['required'] };
}

function mergeObjects(parts: readonly unknown[]): unknown {
  return Object.assign({}, ...parts.filter((part) => typeof part === 'object' && !Array.isArray(part))) as unknown;
}
