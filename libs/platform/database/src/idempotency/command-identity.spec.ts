import fc from 'fast-check';
import { canonicalJson, identifyCommand } from './command-identity';

const context = { messageId: 'm', requestId: 'r', topic: 't', occurredAt: '2026-11-21T00:00:00Z', attempt: 1, idempotencyKey: 'k' };

const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).reverse().map(([key, part]) => [key, reversed(part)]));
};

describe('canonical JSON', () => {
  it('is the same for every order of fields', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => expect(canonicalJson(reversed(value))).toBe(canonicalJson(value))));
  });

  it('says the same as plain JSON', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))));
  });

  it('tells apart the order of a list, a missing field and null, text and number', () => {
    const different = [{ a: [1, 2] }, { a: [2, 1] }, {}, { a: null }, { a: 1 }, { a: '1' }].map(canonicalJson);
    expect(new Set(different).size).toBe(different.length);
  });

  it('takes a field that is undefined for one that is missing', () => {
    expect(canonicalJson({ a: undefined })).toBe(canonicalJson({}));
    expect(canonicalJson(undefined)).toBe('null');
  });
});

describe('the identity of a command', () => {
  it('is that of its caller, or of everybody who is anonymous', () => {
    expect(identifyCommand(context, {})?.caller).toBe('anonymous');
    expect(identifyCommand({ ...context, actor: { userId: 'u', roles: [] } }, {})?.caller).toBe('u');
  });

  it('is absent without a key', () => {
    expect(identifyCommand({ ...context, idempotencyKey: undefined }, {})).toBeUndefined();
  });
});
