import { Transform, type TransformCallback } from 'node:stream';

/** Puts a name before every line, and hands lines on whole: the output of many processes shares one terminal. */
export class LinePrefix extends Transform {
  private rest = '';

  constructor(private readonly name: string) {
    super({ decodeStrings: false, encoding: 'utf8' });
  }

  override _transform(chunk: Buffer | string, _encoding: BufferEncoding, done: TransformCallback): void {
    const lines = (this.rest + chunk.toString()).split('\n');
    this.rest = lines.pop() ?? '';
    done(null, lines.map((line) => `${this.name} | ${line}\n`).join(''));
  }

  override _flush(done: TransformCallback): void {
    done(null, this.rest === '' ? '' : `${this.name} | ${this.rest}\n`);
  }
}
