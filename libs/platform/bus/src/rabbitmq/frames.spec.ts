import { array, assert, constantFrom, integer, oneof, property, record, string, uint8Array } from 'fast-check';
import { AnswerKind } from '../calls/call';
import { BrokenFrame, readAnswers, readCalls } from './frame-reader';
import { FRAME_VERSION, FrameWriter } from './frame-writer';

const id = integer({ min: 0, max: 0xffff_ffff });
const text = string({ unit: 'grapheme', maxLength: 3_000 });
const call = record({ id, header: text, request: text });
const bytes = uint8Array({ maxLength: 3_000 }).map((part) => Buffer.from(part));
const answer = record({ id, kind: constantFrom(AnswerKind.Reply, AnswerKind.Nothing, AnswerKind.Refusal, AnswerKind.Fault), content: oneof(bytes, text) });

const asBytes = (content: Buffer | string): Buffer => (typeof content === 'string' ? Buffer.from(content) : content);

describe('a batch', () => {
  it('of calls comes out as it went in, whatever was packed before', () => {
    const writer = new FrameWriter();
    assert(
      property(array(call, { minLength: 1, maxLength: 20 }), (calls) => {
        for (const { id, header, request } of calls) writer.call(id, header, request);
        expect(writer.frames).toBe(calls.length);
        expect(readCalls(writer.take())).toEqual(calls);
      }),
    );
  });

  it('of answers comes out as it went in, byte for byte', () => {
    const writer = new FrameWriter();
    assert(
      property(array(answer, { minLength: 1, maxLength: 20 }), (answers) => {
        for (const { id, kind, content } of answers) writer.answer(id, kind, content);
        expect(readAnswers(writer.take())).toEqual(answers.map(({ id, kind, content }) => ({ id, kind, content: asBytes(content) })));
      }),
    );
  });

  it('that was handed over is not written over by the next', () => {
    const writer = new FrameWriter();
    writer.call(1, 'first', 'request');
    const first = writer.take();
    const copy = Buffer.from(first);
    writer.call(2, 'second', 'another request');
    writer.take();
    expect(first.equals(copy)).toBe(true);
  });

  it('grows over a message of many times its size', () => {
    const writer = new FrameWriter();
    const request = 'ж'.repeat(2_000_000);
    writer.call(1, 'header', request);
    writer.call(2, 'header', 'small');
    expect(readCalls(writer.take()).map((frame) => frame.request.length)).toEqual([2_000_000, 5]);
  });

  it('cut off anywhere within its frames is refused, and never read as something else', () => {
    const writer = new FrameWriter();
    writer.call(7, 'header', 'request');
    writer.answer(7, AnswerKind.Reply, 'answer');
    const batch = writer.take();
    const whole = 1 + 4 + 8 + 'header'.length + 'request'.length;
    for (let length = 2; length < whole; length += 1) expect(() => readCalls(batch.subarray(0, length))).toThrow(BrokenFrame);
  });

  it('of noise is refused as such or read, and throws nothing else', () => {
    assert(
      property(uint8Array({ maxLength: 200 }), (noise) => {
        for (const read of [readCalls, readAnswers]) {
          try {
            read(Buffer.from([FRAME_VERSION, ...noise]));
          } catch (error) {
            expect(error).toBeInstanceOf(BrokenFrame);
          }
        }
      }),
    );
  });

  it('of another version is refused', () => {
    expect(() => readCalls(Buffer.from([FRAME_VERSION + 1]))).toThrow(BrokenFrame);
    expect(() => readAnswers(Buffer.alloc(0))).toThrow(BrokenFrame);
  });
});
