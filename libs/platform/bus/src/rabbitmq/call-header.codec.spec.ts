import { array, assert, boolean, integer, option, property, record, string } from 'fast-check';
import type { CallHeader } from '../calls/call';
import { decodeHeader, encodeHeader } from './call-header.codec';
import { BrokenFrame } from './frame-reader';

const maybe = <Value>(value: Parameters<typeof option<Value>>[0]) => option(value, { nil: undefined });
const text = string({ unit: 'grapheme' });
const actor = record({ userId: text, roles: array(text), sessionId: text, emailVerified: boolean() });
const header = record({
  topic: text,
  messageId: text,
  requestId: text,
  sentAtMs: integer(),
  deadlineMs: integer(),
  actor: maybe(actor),
  idempotencyKey: maybe(text),
  traceparent: maybe(text),
  causationId: maybe(text),
});

describe('the header of a call', () => {
  it('is read as it was written', () => {
    assert(property(header, (written: CallHeader) => expect(decodeHeader(encodeHeader(written))).toEqual(written)));
  });

  it('of an anonymous call takes no room for what it lacks', () => {
    const bare = { topic: 'desk.ask', messageId: 'm', requestId: 'r', sentAtMs: 1, deadlineMs: 2 };
    expect(encodeHeader(bare)).toBe('["desk.ask","m","r",1,2]');
  });

  it.each(['', '{}', '[]', '[1,2,3,4,5]', '["a","b","c",1]', '["a","b","c","1",2]', '["a","b","c",1,null]'])('is not %s', (broken) => {
    expect(() => decodeHeader(broken)).toThrow(BrokenFrame);
  });
});
