import * as fc from 'fast-check';
import type { Operation } from '../contract/api-document';
import { addressOf, type RightCall } from '../calls/right-call';
import type { SmallWorld } from '../calls/small-world';
import type { Asked } from '../door';
import { hostileValue, valuesOf } from './schema-values';

const CALLERS = ['whoever it is for', 'landlord', 'renter', 'stranger', 'admin', 'nobody'] as const;
const BODIES = ['right', 'mixed', 'mixed', 'drawn', 'hostile', 'broken'] as const;
/** So many fields may be taken from what was drawn, each by a bit. */
const ALL_BITS = 2 ** 20 - 1;

/** One request, as it was drawn from the document. */
export interface DrawnRequest {
  readonly caller: (typeof CALLERS)[number];
  readonly keepsPath: boolean;
  readonly keepsQuery: boolean;
  readonly bodyIs: (typeof BODIES)[number];
  readonly fields: number;
  readonly path: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: unknown;
  readonly key: string | undefined;
}

/** Requests of one operation: right ones with something else in them, ones drawn by its schemas, and rubbish. */
export function requestsOf({ parameters, body }: Operation): fc.Arbitrary<DrawnRequest> {
  const drawn = (where: string, requiredKeys?: string[]) => {
    const values = Object.fromEntries(parameters.filter((parameter) => parameter.in === where).map(({ name, schema }) => [name, valuesOf(schema)]));
    return fc.record(values, requiredKeys ? { requiredKeys } : undefined) as fc.Arbitrary<Record<string, unknown>>;
  };
  const isJson = body?.mediaType === 'application/json';
  return fc.record({
    caller: fc.constantFrom(...CALLERS),
    keepsPath: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
    keepsQuery: fc.boolean(),
    bodyIs: fc.constantFrom(...BODIES),
    fields: fc.integer({ min: 0, max: ALL_BITS }),
    path: drawn('path'),
    query: drawn('query', []),
    body: isJson ? valuesOf(body.schema) : hostileValue,
    key: fc.option(fc.stringMatching(/^[\x21-\x7e]{1,40}$/), { nil: undefined }),
  });
}

/** What is sent for it, where a right call of the operation is known. */
export async function sendable(operation: Operation, request: DrawnRequest, right: RightCall, world: SmallWorld): Promise<{ readonly address: string; readonly asked: Asked }> {
  const path = request.keepsPath ? right.path : { ...right.path, ...inText(request.path) };
  const query = request.keepsQuery ? right.query : { ...(request.fields % 2 === 0 ? right.query : {}), ...inText(request.query) };
  const token = tokenOf(request, right, world);
  const headers = operation.method === 'POST' && request.key !== undefined ? { 'idempotency-key': request.key } : undefined;
  return { address: addressOf(operation, { path, query }), asked: { ...(token !== undefined && { token }), ...(headers && { headers }), ...(await payloadOf(operation, request, right)) } };
}

function tokenOf({ caller }: DrawnRequest, right: RightCall, world: SmallWorld): string | undefined {
  if (caller === 'nobody') return undefined;
  return (caller === 'whoever it is for' ? right.by : world[caller]).token;
}

async function payloadOf({ body }: Operation, request: DrawnRequest, right: RightCall): Promise<Pick<Asked, 'body' | 'form' | 'raw'>> {
  if (!body) return {};
  if (body.mediaType !== 'application/json') return request.bodyIs === 'right' && right.form ? { form: await right.form() } : { raw: brokenForm(request) };
  const whole = right.body?.() ?? {};
  if (request.bodyIs === 'right') return { body: whole };
  if (request.bodyIs === 'mixed') return { body: mixed(whole, request) };
  if (request.bodyIs === 'broken') return { raw: { text: JSON.stringify(request.body ?? null).slice(0, -1), contentType: 'application/json' } };
  return { body: request.body ?? null };
}

function mixed(whole: Readonly<Record<string, unknown>>, { body, fields }: DrawnRequest): unknown {
  if (typeof body !== 'object' || body === null) return whole;
  const taken = Object.entries(body).filter((_entry, index) => (fields >> index % 20) % 2 === 1);
  return { ...whole, ...Object.fromEntries(taken) };
}

function brokenForm({ body, fields }: DrawnRequest): NonNullable<Asked['raw']> {
  const part = `--x\r\nContent-Disposition: form-data; name="file${fields % 2 === 0 ? 's' : ''}"; filename="../a.png"\r\nContent-Type: image/png\r\n\r\n${JSON.stringify(body ?? null)}\r\n`;
  return { text: fields % 3 === 0 ? part : `${part}--x--\r\n`, contentType: fields % 5 === 0 ? 'multipart/form-data' : 'multipart/form-data; boundary=x' };
}

/** A value as an address can carry it. */
function inText(values: Readonly<Record<string, unknown>>): Record<string, string> {
  const text = (value: unknown) => (typeof value === 'string' ? value : Array.isArray(value) ? value.join() : JSON.stringify(value) ?? '');
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, text(value).toWellFormed()]));
}
