import { Readable } from 'node:stream';
import { DeleteObjectCommand, GetObjectCommand, HeadBucketCommand, HeadObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client, type S3ServiceException } from '@aws-sdk/client-s3';
import { readStream } from './read-stream';
import { type PutOptions, Storage, type StoredFile } from './storage';
import { isStorageKey, storageKey } from './storage-key';

/** Far above the largest upload a route lets in. */
const MAX_BYTES = 64 * 1_048_576;

/** Where the bucket is; endpoint and keys are left out on AWS itself, which finds them in its own way. */
export interface S3Options {
  readonly bucket: string;
  readonly region: string;
  readonly endpoint?: string;
  readonly accessKeyId?: string;
  readonly secretAccessKey?: string;
  readonly mediaUrl: string;
}

const isAbsent = (error: unknown) => (error as S3ServiceException).$metadata?.httpStatusCode === 404;

function clientFor({ region, endpoint, accessKeyId, secretAccessKey }: S3Options): S3Client {
  return new S3Client({
    region,
    // Anything but AWS is reached by path: a name per bucket needs DNS that few installations set up.
    ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
    ...(accessKeyId && secretAccessKey ? { credentials: { accessKeyId, secretAccessKey } } : {}),
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: 3,
  });
}

/** Keeps files in a bucket of S3 or of anything that speaks its language. */
export class S3Storage extends Storage {
  private readonly client: S3Client;

  constructor(private readonly options: S3Options) {
    super();
    this.client = clientFor(options);
  }

  /** Streams are read whole first: S3 wants to know the length before the first byte, and a retry needs them again. */
  override async put(key: string, content: Buffer | Readable, { contentType }: PutOptions): Promise<void> {
    const at = this.at(storageKey(key));
    const body = Buffer.isBuffer(content) ? content : await readStream(content, MAX_BYTES);
    await this.client.send(new PutObjectCommand({ ...at, Body: body, ContentType: contentType, ContentLength: body.length }));
  }

  override async get(key: string): Promise<StoredFile | undefined> {
    if (!isStorageKey(key)) return undefined;
    try {
      const { Body, ContentType, ContentLength } = await this.client.send(new GetObjectCommand(this.at(key)));
      if (!(Body instanceof Readable)) return undefined;
      return { stream: Body, contentType: ContentType ?? 'application/octet-stream', size: ContentLength ?? 0 };
    } catch (error) {
      if (isAbsent(error)) return undefined;
      throw error;
    }
  }

  override async delete(key: string): Promise<void> {
    if (isStorageKey(key)) await this.client.send(new DeleteObjectCommand(this.at(key)));
  }

  override async exists(key: string): Promise<boolean> {
    if (!isStorageKey(key)) return false;
    try {
      await this.client.send(new HeadObjectCommand(this.at(key)));
      return true;
    } catch (error) {
      if (isAbsent(error)) return false;
      throw error;
    }
  }

  override async *keys(folder?: string): AsyncIterable<string> {
    const Prefix = folder === undefined ? undefined : `${storageKey(folder)}/`;
    let token: string | undefined;
    do {
      const page = await this.client.send(new ListObjectsV2Command({ Bucket: this.options.bucket, Prefix, ContinuationToken: token }));
      for (const { Key } of page.Contents ?? []) if (Key !== undefined && isStorageKey(Key)) yield Key;
      token = page.NextContinuationToken;
    } while (token !== undefined);
  }

  override async check(): Promise<void> {
    await this.client.send(new HeadBucketCommand({ Bucket: this.options.bucket }));
  }

  override url(key: string): string {
    return `${this.options.mediaUrl}/${key}`;
  }

  private at(key: string): { readonly Bucket: string; readonly Key: string } {
    return { Bucket: this.options.bucket, Key: key };
  }
}
