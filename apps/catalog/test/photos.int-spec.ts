import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ListingChanged, type ListingView } from '@bookable/contracts-catalog';
import { newId } from '@bookable/kernel';
import { LocalDiskStorage } from '@bookable/platform-storage';
import { waitUntil } from '@bookable/platform-testing';
import sharp from 'sharp';
import { AddPhotos } from '../src/application/add-photos';
import { OrderPhotos } from '../src/application/order-photos';
import { PhotoFiles } from '../src/application/photo-files';
import { RemovePhoto } from '../src/application/remove-photo';
import { SweepStrayFiles } from '../src/application/sweep-stray-files';
import { PhotoStore } from '../src/persistence/photo.store';
import { StrayFileStore } from '../src/persistence/stray-file.store';
import { CatalogDesk } from './catalog-desk';
import { anApartment } from './sample-listings';

const refused = (code: string) => expect.objectContaining({ problem: expect.objectContaining({ code }) });
const HOUR_MS = 3_600_000;

describe('photos of a listing', () => {
  let desk: CatalogDesk;
  let folder: string;
  let storage: LocalDiskStorage;
  let addPhotos: AddPhotos;
  let orderPhotos: OrderPhotos;
  let removePhoto: RemovePhoto;
  let sweeper: SweepStrayFiles;
  let listing: ListingView;
  let ownerId: string;

  const owner = () => desk.as(ownerId);
  const keyOf = (url: string) => url.replace('/media/', '');
  const picture = (red: number) => sharp({ create: { width: 400, height: 300, channels: 3, background: { r: red, g: 20, b: 30 } } }).jpeg().toBuffer();

  async function upload(bytes: Buffer): Promise<string> {
    const key = `incoming/${newId()}`;
    await storage.put(key, bytes, { contentType: 'image/jpeg' });
    return key;
  }

  async function add(uploads: string[], context = owner()): Promise<ListingView> {
    return JSON.parse((await addPhotos.execute({ listingId: listing.id, uploads }, context)).toString()) as ListingView;
  }

  async function order(ids: string[]): Promise<ListingView> {
    return JSON.parse((await orderPhotos.execute({ listingId: listing.id, order: ids }, owner())).toString()) as ListingView;
  }

  const filesOf = ({ photos }: ListingView) => photos.flatMap(({ urls }) => [urls.small, urls.medium, urls.large]).map(keyOf);
  const there = async (keys: string[]) => (await Promise.all(keys.map((key) => storage.exists(key)))).filter(Boolean).length;

  beforeAll(async () => {
    desk = await CatalogDesk.open();
    folder = await mkdtemp(join(tmpdir(), 'catalog-photos-'));
    storage = await LocalDiskStorage.open(folder, '/media');
    const { database } = desk.postgres;
    const [photos, strays] = [new PhotoStore(), new StrayFileStore()];
    const files = new PhotoFiles(database, desk.clock, storage, strays);
    addPhotos = new AddPhotos(database, desk.clock, desk.listings, photos, strays, files);
    orderPhotos = new OrderPhotos(database, desk.clock, desk.listings, photos);
    removePhoto = new RemovePhoto(database, desk.clock, desk.listings, photos, strays);
    sweeper = new SweepStrayFiles(database, desk.clock, storage, strays);
  });
  beforeEach(async () => {
    ownerId = newId();
    listing = await desk.create(anApartment(), owner());
  });
  afterAll(async () => {
    await desk.postgres.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('are written anew in three sizes, shown in the order they came, and told of', async () => {
    const keys = [await upload(await picture(10)), await upload(await picture(20))];
    const changed = await add(keys);
    expect(changed).toMatchObject({ version: 2, photos: [{ width: 400, height: 300 }, { width: 400, height: 300 }] });
    expect(await there(filesOf(changed))).toBe(6);
    expect((await desk.search({ hostId: ownerId })).items[0]?.photos).toEqual(changed.photos);
    const facts = await waitUntil(() => desk.postgres.events.of(ListingChanged).find(({ id }) => id === listing.id));
    expect(facts.coverUrl).toBe(changed.photos[0]?.urls.small);
    await sweeper.execute();
    expect([await there(keys), await there(filesOf(changed))]).toEqual([0, 6]);
  });

  it('are not doubled by the same picture sent again, at once or twice in one request', async () => {
    const bytes = await picture(30);
    const twice = [await upload(bytes), await upload(bytes)];
    await Promise.all([add(twice), add([await upload(bytes)])]);
    const same = await add([await upload(bytes)]);
    expect(same).toMatchObject({ version: 2, photos: [{}] });
  });

  it('are added once by the same key, though a retry uploads the pictures anew', async () => {
    const bytes = await picture(35);
    const context = { ...owner(), idempotencyKey: newId() };
    const first = await add([await upload(bytes)], context);
    expect(await add([await upload(bytes)], context)).toEqual(first);
    await expect(add([await upload(await picture(200))], context)).rejects.toEqual(refused('idempotency-key-reused'));
  });

  it('are put in any order that names each of them', async () => {
    const { photos } = await add([await upload(await picture(40)), await upload(await picture(50)), await upload(await picture(60))]);
    const reversed = photos.map(({ id }) => id).reverse();
    expect((await order(reversed)).photos.map(({ id }) => id)).toEqual(reversed);
    await expect(order(reversed.slice(1))).rejects.toEqual(refused('photo-order-incomplete'));
    await expect(order([...reversed.slice(1), newId()])).rejects.toEqual(refused('photo-order-incomplete'));
  });

  it('are taken away with their files, once', async () => {
    const before = await add([await upload(await picture(70)), await upload(await picture(80))]);
    const [first, second] = before.photos;
    await removePhoto.execute({ listingId: listing.id, photoId: first!.id }, owner());
    await expect(removePhoto.execute({ listingId: listing.id, photoId: first!.id }, owner())).rejects.toEqual(refused('not-found'));
    expect((await desk.get(listing.id)).photos).toEqual([second]);
    await sweeper.execute();
    expect(await there(filesOf(before))).toBe(3);
  });

  it('are at most thirty', async () => {
    const insert = `INSERT INTO photo SELECT gen_random_uuid(), $1, n, decode(md5(n::text), 'hex'), 'a', 'b', 'c', 'a', 'b', 'c', 1, 1 FROM generate_series(1, 29) AS n`;
    await desk.postgres.database.query(insert, [listing.id]);
    const outcomes = await Promise.allSettled([90, 95].map(async (red) => add([await upload(await picture(red))])));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(add([await upload(await picture(100))])).rejects.toEqual(refused('too-many-photos'));
  });

  it('leave no file behind where they are refused', async () => {
    const good = await upload(await picture(110));
    const bad = await upload(Buffer.from('<svg onload="alert(1)"/>'));
    await expect(add([good, bad])).rejects.toEqual(refused('unsupported-image'));
    await expect(add([await upload(await picture(120))], desk.as(newId()))).rejects.toEqual(refused('not-your-listing'));
    desk.clock.time = new Date(desk.clock.time.getTime() + 2 * HOUR_MS);
    while (!(await sweeper.execute()).isLast);
    const [{ strays }] = (await desk.postgres.database.query<{ strays: number }>('SELECT count(*)::int AS strays FROM stray_file')) as [{ strays: number }];
    expect([strays, await there([good, bad])]).toEqual([0, 0]);
    expect((await desk.get(listing.id)).photos).toEqual([]);
  });

  it.each(['listings/x/y.webp', 'incoming/../secret', 'incoming/none'])('are not made of %s, which is no upload', async (key) => {
    await expect(add([key])).rejects.toMatchObject({ problem: { code: 'malformed' }, facts: { errors: [{ path: 'uploads' }] } });
  });
});
