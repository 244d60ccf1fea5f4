import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { LocalDiskStorage, S3Storage, type Storage, openStorage, readStorageConfig } from '@bookable/platform-storage';
import { S3Server } from './s3-server';

let folder = '';
let endpoint = '';
const s3 = new S3Server('media');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'storage-'));
  endpoint = await s3.listen();
});

afterAll(async () => {
  await s3.close();
  await rm(folder, { recursive: true });
});

const kinds: readonly [string, () => Promise<Storage>][] = [
  ['a folder', () => LocalDiskStorage.open(join(folder, 'media'), '/media')],
  ['a bucket', async () => new S3Storage({ bucket: 'media', region: 'us-east-1', endpoint, accessKeyId: 'key', secretAccessKey: 'not-a-real-key', mediaUrl: '/media' })],
];

describe.each(kinds)('files in %s', (_kind, open) => {
  let storage: Storage;
  const contents = async (key: string) => {
    const file = await storage.get(key);
    return file && { bytes: (await buffer(file.stream)).toString(), contentType: file.contentType, size: file.size };
  };

  beforeAll(async () => {
    storage = await open();
  });

  it('come back as they were kept, with their type and size', async () => {
    await storage.put('listings/1/cover.webp', Buffer.from('bytes'), { contentType: 'image/webp' });
    expect(await contents('listings/1/cover.webp')).toEqual({ bytes: 'bytes', contentType: 'image/webp', size: 5 });
  });

  it('may be streamed in', async () => {
    await storage.put('incoming/streamed', Readable.from([Buffer.from('one '), Buffer.from('two')]), { contentType: 'image/png' });
    expect(await contents('incoming/streamed')).toEqual({ bytes: 'one two', contentType: 'image/png', size: 7 });
  });

  it('are all named, and nothing else is', async () => {
    const wanted = Array.from({ length: 5 }, (_, index) => `all/of-them/${index}`);
    for (const key of wanted) await storage.put(key, Buffer.from('x'), { contentType: 'image/png' });
    const named: string[] = [];
    for await (const key of storage.keys()) named.push(key);
    expect(named.filter((key) => key.startsWith('all/')).sort()).toEqual(wanted);
    for (const key of named) expect(await storage.exists(key)).toBe(true);
  });

  it('are replaced whole', async () => {
    await storage.put('avatars/a', Buffer.from('a long first one'), { contentType: 'image/png' });
    await storage.put('avatars/a', Buffer.from('second'), { contentType: 'image/webp' });
    expect(await contents('avatars/a')).toEqual({ bytes: 'second', contentType: 'image/webp', size: 6 });
  });

  it('stay as they were when the stream that was to replace them breaks', async () => {
    await storage.put('avatars/b', Buffer.from('whole'), { contentType: 'image/png' });
    const broken = Readable.from((async function* () {
      yield Buffer.from('ha');
      throw new Error('the client went away');
    })());
    await expect(storage.put('avatars/b', broken, { contentType: 'image/png' })).rejects.toThrow('the client went away');
    expect(await contents('avatars/b')).toMatchObject({ bytes: 'whole' });
  });

  it('are gone once deleted, and deleting twice does no harm', async () => {
    await storage.put('gone', Buffer.from('x'), { contentType: 'image/png' });
    expect(await storage.exists('gone')).toBe(true);
    await storage.delete('gone');
    await storage.delete('gone');
    expect([await storage.exists('gone'), await storage.get('gone')]).toEqual([false, undefined]);
  });

  it('are nowhere under a key that is none, and a folder is not a file', async () => {
    await storage.put('deep/er/file', Buffer.from('x'), { contentType: 'image/png' });
    for (const key of ['../media/gone', '/etc/passwd', 'a/../../b', 'deep/er', 'deep/er/file/below', '']) {
      expect([key, await storage.get(key), await storage.exists(key)]).toEqual([key, undefined, false]);
    }
    await expect(storage.put('../up', Buffer.from('x'), { contentType: 'image/png' })).rejects.toThrow(RangeError);
  });

  it('are found by the public under their key', () => {
    expect(storage.url('listings/1/cover.webp')).toBe('/media/listings/1/cover.webp');
  });

  it('can be asked whether they can be reached', async () => {
    await expect(storage.check()).resolves.toBeUndefined();
  });
});

describe('a folder', () => {
  it('holds no half-written file after a broken stream, and drops what dead writers left a day ago', async () => {
    const partial = join(folder, 'media', '.partial');
    expect(await readdir(partial)).toEqual([]);
    await writeFile(join(partial, 'dead-writer'), 'half');
    await writeFile(join(partial, 'live-writer'), 'half');
    await utimes(join(partial, 'dead-writer'), new Date(0), new Date(0));
    await LocalDiskStorage.open(join(folder, 'media'), '/media');
    expect(await readdir(partial)).toEqual(['live-writer']);
  });
});

describe('the configuration', () => {
  it('chooses the folder unless told, and the bucket where it is named', async () => {
    expect(await openStorage(readStorageConfig({ DATA_DIR: folder }))).toBeInstanceOf(LocalDiskStorage);
    expect(await openStorage(readStorageConfig({ STORAGE: 's3', S3_BUCKET: 'media' }))).toBeInstanceOf(S3Storage);
    expect(() => readStorageConfig({ STORAGE: 's3' })).toThrow('S3_BUCKET is missing');
  });

  it('says so when a bucket cannot be reached', async () => {
    const away = new S3Storage({ bucket: 'other', region: 'us-east-1', endpoint, accessKeyId: 'key', secretAccessKey: 'not-a-real-key', mediaUrl: '/media' });
    await expect(away.check()).rejects.toThrow();
  });
});
