import type { AnswerKind } from '../calls/call';
import { FRAME_VERSION } from './frame-writer';

/** A call as it came. */
export interface CallFrame {
  readonly id: number;
  readonly header: string;
  readonly request: string;
}

/** An answer as it came; its content stays bytes of the message it came in. */
export interface AnswerFrame {
  readonly id: number;
  readonly kind: AnswerKind;
  readonly content: Buffer;
}

/** The bytes are not a batch of ours. */
export class BrokenFrame extends Error {
  constructor(reason: string) {
    super(`A batch cannot be read: ${reason}.`);
    this.name = 'BrokenFrame';
  }
}

const CALL_HEAD_BYTES = 8;
const ANSWER_HEAD_BYTES = 5;
const LAST_KIND = 3;

/** Unpacks a batch of calls. */
export function readCalls(batch: Buffer): CallFrame[] {
  return readFrames(batch, CALL_HEAD_BYTES, (start, end) => {
    const headerStart = start + CALL_HEAD_BYTES;
    const headerEnd = headerStart + batch.readUInt32BE(start + 4);
    if (headerEnd > end) throw new BrokenFrame('a header is longer than its frame');
    return { id: batch.readUInt32BE(start), header: batch.toString('utf8', headerStart, headerEnd), request: batch.toString('utf8', headerEnd, end) };
  });
}

/** Unpacks a batch of answers. */
export function readAnswers(batch: Buffer): AnswerFrame[] {
  return readFrames(batch, ANSWER_HEAD_BYTES, (start, end) => {
    const kind = batch.readUInt8(start + 4);
    if (kind > LAST_KIND) throw new BrokenFrame('an answer is of no known kind');
    return { id: batch.readUInt32BE(start), kind, content: batch.subarray(start + ANSWER_HEAD_BYTES, end) };
  });
}

function readFrames<Frame>(batch: Buffer, headBytes: number, read: (start: number, end: number) => Frame): Frame[] {
  if (batch[0] !== FRAME_VERSION) throw new BrokenFrame('it is of another version');
  const frames: Frame[] = [];
  let start = 1;
  while (start < batch.length) {
    if (start + 4 > batch.length) throw new BrokenFrame('it ends within a length');
    const bodyStart = start + 4;
    const length = batch.readUInt32BE(start);
    if (length < headBytes || bodyStart + length > batch.length) throw new BrokenFrame('a frame is cut off');
    frames.push(read(bodyStart, bodyStart + length));
    start = bodyStart + length;
  }
  return frames;
}
