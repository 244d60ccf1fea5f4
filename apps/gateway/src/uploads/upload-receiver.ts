import { pipeline } from 'node:stream/promises';
import { DomainError, Malformed, newId } from '@bookable/kernel';
import { Logger } from '@bookable/platform-logging';
import { Storage } from '@bookable/platform-storage';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest, onResponseHookHandler, preHandlerAsyncHookHandler } from 'fastify';
import { TooLarge, UnsupportedMedia } from '../http/known-refusals';
import { BoundedBytes } from './bounded-bytes';
import { type IncomingFile, readMultipart } from './read-multipart';
import { FILE_BYTES_AT_MOST, UPLOAD_BYTES_AT_MOST, type UploadRule } from './upload-rule';

declare module 'fastify' {
  interface FastifyRequest {
    /** The storage keys of what this request has sent. */
    incoming?: string[];
  }
}

const PICTURE = /^image\/(jpeg|png|webp|avif)$/;

/** Reads multipart uploads: each file goes straight into storage as it comes, and only its key travels on. */
@Injectable()
export class UploadReceiver {
  constructor(
    private readonly storage: Storage,
    private readonly logger: Logger,
  ) {}

  /** Puts the files of a request away, and hands their keys to the request that is to be checked. */
  receive(rule: UploadRule): preHandlerAsyncHookHandler {
    return async (request, reply) => {
      if (!isMultipart(request)) throw new DomainError(UnsupportedMedia, 'Files are sent as multipart/form-data.');
      const keys: string[] = [];
      request.incoming = keys;
      request.body = await this.read(request, reply, rule, keys);
      if (keys.length === 0) throw badPart(rule.field, 'holds no file');
      request.supplied = { ...request.supplied, [rule.fills]: rule.maxFiles === 1 ? keys[0] : keys };
    };
  }

  /** The service has taken what it wanted when it answers; a refused request leaves nothing behind. */
  readonly clearRefused: onResponseHookHandler = (request, reply, done) => {
    if (reply.statusCode >= 400) for (const key of request.incoming ?? []) this.discard(key);
    done();
  };

  private async read(request: FastifyRequest, reply: FastifyReply, rule: UploadRule, keys: string[]): Promise<Record<string, string>> {
    const { field, maxFiles, texts: allowed = [] } = rule;
    const limits = { files: maxFiles, fileSize: FILE_BYTES_AT_MOST, fields: allowed.length + 1 };
    const room = new BoundedBytes(UPLOAD_BYTES_AT_MOST);
    try {
      const texts = await readMultipart(request.raw, limits, (file) => this.keep(file, field, keys, room));
      const unknown = Object.keys(texts).find((name) => !allowed.includes(name));
      if (unknown !== undefined) throw badPart(unknown, 'is not known here');
      return texts;
    } catch (error) {
      // What is left of a refused upload is not worth reading to its end.
      void reply.header('connection', 'close');
      throw error;
    }
  }

  private async keep({ name, stream, mediaType }: IncomingFile, field: string, keys: string[], room: BoundedBytes): Promise<void> {
    if (name !== field) throw badPart(name, 'is not known here');
    if (!PICTURE.test(mediaType)) throw new DomainError(UnsupportedMedia, 'Pictures are taken as JPEG, PNG, WebP or AVIF.');
    const key = `incoming/${newId()}`;
    keys.push(key);
    const bounded = room.next();
    await Promise.all([pipeline(stream, bounded), this.storage.put(key, bounded, { contentType: mediaType })]);
    if (stream.truncated) throw new DomainError(TooLarge, 'A file may have 10 MB at most.');
    if (stream.bytesRead === 0) throw badPart(name, 'is an empty file');
  }

  private discard(key: string): void {
    this.storage.delete(key).catch((error: unknown) => this.logger.warn('A refused upload could not be cleared away.', { key, error }));
  }
}

/** Whether a request says that it is an upload. */
export function isMultipart(request: FastifyRequest): boolean {
  return request.headers['content-type']?.toLowerCase().startsWith('multipart/form-data') ?? false;
}

function badPart(path: string, message: string): DomainError {
  return new DomainError(Malformed, 'Some parts of the upload are not as they should be.', { errors: [{ path, message }] });
}
