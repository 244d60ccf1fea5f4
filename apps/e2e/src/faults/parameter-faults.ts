import { newId } from '@bookable/kernel';
import type { JsonSchema, Operation } from '../contract/api-document';
import { meaningOf } from '../contract/parameter-value';
import { misfitOf } from '../contract/sealed-document';
import type { RightCall } from '../calls/right-call';

/** An address that differs from a right one in one parameter. */
export interface ChangedAddress {
  readonly what: string;
  readonly address: string;
  /** The parameter, where the document says that its value is wrong; a refusal names it. */
  readonly wrong?: string;
}

/** What is tried wherever something is expected that is not any text. */
const VALUES = ['', 'x', '-1', '1.5', '9'.repeat(400), 'null', '\u0000', "' OR '1'='1", '../..', `${newId()}x`, 'x'.repeat(2_000)];
const NUMBERS = ['0', '1', '1e9', '0x10', 'NaN', 'Infinity', '٣'];
const DAYS = ['2026-02-30', '2026-13-01', '0000-00-00', '2026-1-1', '2026-01-01T25:00:00Z', '2026-01-01T00:00:00'];
const TEXTS = [' ', ',,,', '1,2,3,4', 'undefined', '[object Object]', 'a\u0001b', '\ufffe', '1; SELECT pg_sleep(9)', '<script>1</script>', '👩‍👩‍👧', '\u202e', '%', '%s', '*', '{}'];
/** What cannot be decoded at all, as it stands in an address. */
const UNDECODABLE = ['%E0%A4%A', '%ff', '%ED%A0%80', '%', '%zz'];

/** Every address that differs from a right one in one parameter of its path. */
export function changedPaths(operation: Operation, call: RightCall): ChangedAddress[] {
  const names = operation.parameters.filter((parameter) => parameter.in === 'path' && parameter.name !== 'key');
  return names.flatMap(({ name, schema }) => {
    const values = valuesFor(schema).filter((value) => value !== '');
    const decodable = values.map((value) => ({ what: `${name} is ${short(value)}`, address: pathWith(operation, call, name, encodeURIComponent(value)), ...verdict(name, schema, value) }));
    const undecodable = UNDECODABLE.map((text) => ({ what: `${name} is ${text}`, address: pathWith(operation, call, name, text), wrong: name }));
    return [...decodable, ...undecodable];
  });
}

/** Every address that differs from a right one in its query: another value, one given twice, one that nobody knows. */
export function changedQueries(operation: Operation, call: RightCall): ChangedAddress[] {
  const path = pathWith(operation, call, '', '');
  const right = new URLSearchParams(call.query);
  const known = operation.parameters.filter((parameter) => parameter.in === 'query');
  const values = known.flatMap(({ name, schema }) => [
    ...valuesFor(schema).map((value) => ({ what: `${name} is ${short(value)}`, address: withQuery(path, right, `${name}=${encodeURIComponent(value)}`, name), ...verdict(name, schema, value) })),
    ...UNDECODABLE.slice(0, 2).map((text) => ({ what: `${name} is ${text}`, address: withQuery(path, right, `${name}=${text}`, name) })),
    ...(schema['type'] === 'array' ? [] : [{ what: `${name} stands twice`, address: withQuery(path, right, `${name}=1&${name}=2`, name), wrong: name }]),
    ...['[]', '[$gt]'].map((suffix) => ({ what: `${name}${suffix}`, address: withQuery(path, right, `${encodeURIComponent(`${name}${suffix}`)}=1`), wrong: `${name}${suffix}` })),
  ]);
  const strange = ['surplus', '__proto__', 'constructor', 'toString', '1', '$where', 'ownerId', 'userId'].filter((name) => !known.some((one) => one.name === name));
  return [...values, ...strange.map((name) => ({ what: `${name} is unknown`, address: withQuery(path, right, `${name}=1`), wrong: name }))];
}

function valuesFor(schema: JsonSchema): readonly string[] {
  if (schema['type'] === 'integer' || schema['type'] === 'number') return [...VALUES, ...NUMBERS];
  if (schema['anyOf'] !== undefined || schema['format'] === 'date') return [...VALUES, ...DAYS];
  return schema['enum'] !== undefined || schema['format'] !== undefined || schema['type'] === 'boolean' ? VALUES : [...VALUES, ...TEXTS];
}

function verdict(name: string, schema: JsonSchema, value: string): { readonly wrong?: string } {
  return value.includes('\u0000') || misfitOf(schema, meaningOf(value, schema)) ? { wrong: name } : {};
}

function pathWith({ path }: Operation, call: RightCall, changed: string, encoded: string): string {
  return path.replace(/\{(\w+)\}/g, (_match, name: string) => (name === changed ? encoded : encodeURIComponent(call.path?.[name] ?? '')));
}

function withQuery(path: string, right: URLSearchParams, more: string, instead?: string): string {
  const rest = new URLSearchParams(right);
  if (instead !== undefined) rest.delete(instead);
  return `${path}?${[rest.toString(), more].filter(Boolean).join('&')}`;
}

function short(value: string): string {
  return JSON.stringify(value.length > 40 ? `${value.slice(0, 20)}… (${value.length})` : value);
}
