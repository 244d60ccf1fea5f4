import type { IncomingMessage } from 'node:http';
import { Busboy, type BusboyFileStream, type BusboyHeaders, type BusboyInstance } from '@fastify/busboy';
import { DomainError, Malformed } from '@bookable/kernel';
import { TooLarge } from '../http/known-refusals';

/** One file on its way in; whoever gets it reads it to its end, or fails. */
export interface IncomingFile {
  readonly name: string;
  readonly stream: BusboyFileStream;
  readonly mediaType: string;
}

export interface MultipartLimits {
  readonly files: number;
  readonly fileSize: number;
  readonly fields: number;
}

const TEXT_BYTES_AT_MOST = 10_000;
const HEADER_PAIRS_AT_MOST = 20;

/** Reads a multipart body as it comes: files are handed on one after the other, and the texts beside them are answered. */
export function readMultipart(
  message: IncomingMessage,
  limits: MultipartLimits,
  takeFile: (file: IncomingFile) => Promise<void>,
): Promise<Record<string, string>> {
  return new Promise((resolve, reject) => {
    const texts: Record<string, string> = Object.create(null) as Record<string, string>;
    const taken: Promise<void>[] = [];
    const streams: BusboyFileStream[] = [];
    const parser = parserFor(message, limits);
    // Whoever takes a file must be through with it before the refusal is told, or what is cleared away then comes back.
    const fail = (error: unknown): void => {
      message.unpipe(parser);
      message.resume();
      for (const stream of streams) stream.destroy(error as Error);
      void Promise.allSettled(taken).then(() => reject(error as Error));
    };
    parser.on('file', (name, stream, _filename, _encoding, mediaType) => {
      streams.push(stream);
      stream.on('error', fail);
      taken.push(takeFile({ name, stream, mediaType }));
      taken.at(-1)?.catch(fail);
    });
    parser.on('field', (name, text, _nameCut, textCut) => {
      if (textCut || name in texts) fail(new DomainError(Malformed, 'A part of the upload is too long, or stands twice.'));
      else texts[name] = text;
    });
    for (const limit of ['partsLimit', 'filesLimit', 'fieldsLimit'] as const) {
      parser.on(limit, () => fail(new DomainError(TooLarge, 'These are more parts than may be sent at once.')));
    }
    parser.on('error', () => fail(new DomainError(Malformed, 'The upload is not multipart/form-data that can be read.')));
    parser.on('finish', () => void Promise.all(taken).then(() => resolve({ ...texts }), fail));
    message.once('close', () => {
      if (!message.readableEnded) fail(new DomainError(Malformed, 'The upload broke off.'));
    });
    message.pipe(parser);
  });
}

function parserFor(message: IncomingMessage, { files, fileSize, fields }: MultipartLimits): BusboyInstance {
  const limits = { files, fileSize, fields, parts: files + fields + 1, fieldSize: TEXT_BYTES_AT_MOST, headerPairs: HEADER_PAIRS_AT_MOST };
  try {
    return new Busboy({ headers: message.headers as BusboyHeaders, limits });
  } catch {
    throw new DomainError(Malformed, 'The upload is not multipart/form-data that can be read.');
  }
}
