import { Transform, type TransformCallback } from 'node:stream';
import { DomainError } from '@bookable/kernel';
import { TooLarge } from '../http/known-refusals';

/** Counts the bytes of several streams together, and breaks the one that brings them over the bound. */
export class BoundedBytes {
  private passed = 0;

  constructor(private readonly bytesAtMost: number) {}

  /** A stream to pass the next file through. */
  next(): Transform {
    return new Transform({ transform: (chunk: Buffer, _encoding, done) => this.pass(chunk, done) });
  }

  private pass(chunk: Buffer, done: TransformCallback): void {
    this.passed += chunk.length;
    if (this.passed > this.bytesAtMost) done(new DomainError(TooLarge, 'These files are more than may be sent at once.'));
    else done(null, chunk);
  }
}
