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
  timeLeftMs: integer({ min: 1, max: 600_000 }),
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
    const bare = { topic: 'desk.ask', messageId: 'm', requestId: 'r', sentAtMs: 1, timeLeftMs: 1 };
    expect(encodeHeader(bare)).toBe('["desk.ask","m","r",1,2]');
  });

  it('says how long the caller waits, whatever the clocks of the two sides say', () => {
    const hourOff = '["desk.ask","m","r",1000000000000,1000000005000]';
    expect(decodeHeader(hourOff)).toMatchObject({ sentAtMs: 1_000_000_000_000, timeLeftMs: 5_000 });
  });

  it('counts a part of a millisecond as one, so that what is left is never nothing', () => {
    expect(decodeHeader(encodeHeader({ topic: 'desk.ask', messageId: 'm', requestId: 'r', sentAtMs: 1, timeLeftMs: 0.25 })).timeLeftMs).toBe(1);
  });

  it.each(['', '{}', '[]', '[1,2,3,4,5]', '["a","b","c",1]', '["a","b","c","1",2]', '["a","b","c",1,null]'])('is not %s', (broken) => {
    expect(() => decodeHeader(broken)).toThrow(BrokenFrame);
  });
});
