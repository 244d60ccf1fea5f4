import { AddBookingPhotos, FindBookingPhotos, PlaceBooking } from '@bookable/contracts-booking';
import { newId } from '@bookable/kernel';
import sharp from 'sharp';
import { RunningBooking, refusalOf } from './running-booking';
import { aListing, day } from './stand-in-catalog';

let booking: RunningBooking;
beforeAll(async () => (booking = await RunningBooking.start()));
afterAll(async () => booking.stop());

async function upload(bytes?: Buffer): Promise<string> {
  const key = `incoming/${newId()}`;
  const photo = bytes ?? (await sharp({ create: { width: 800, height: 600, channels: 3, background: 'teal' } }).jpeg().toBuffer());
  await booking.storage.put(key, photo, { contentType: 'image/jpeg' });
  return key;
}

async function agreed(approval: 'instant' | 'request' = 'instant') {
  const listing = aListing({ booking: { approval } });
  const renter = { userId: newId() };
  const { id: bookingId } = await booking.ask(PlaceBooking, { listingId: listing.id, from: day(3), to: day(5) }, renter);
  return { bookingId, renter, owner: { userId: listing.ownerId } };
}

describe('Photos of what was rented', () => {
  it('are added by either side, made anew in three sizes, and seen by both', async () => {
    const { bookingId, renter, owner } = await agreed();
    const keys = [await upload(), await upload()];
    const added = await booking.ask(AddBookingPhotos, { bookingId, stage: 'handover', keys }, owner);
    await booking.ask(AddBookingPhotos, { bookingId, stage: 'return', keys: [await upload()] }, renter);
    const { items } = await booking.ask(FindBookingPhotos, { bookingId }, renter);
    expect(items.map(({ stage, takenBy }) => [stage, takenBy])).toEqual([['handover', owner.userId], ['handover', owner.userId], ['return', renter.userId]]);
    expect(items.slice(0, 2)).toEqual(added);
    const stored = await booking.storage.get(added[0]!.smallUrl.replace('/media/', ''));
    stored?.stream.destroy();
    expect(stored?.contentType).toBe('image/webp');
    for (const key of keys) expect(await booking.storage.exists(key)).toBe(false);
  });

  it('are nobody else’s to add or see, and only where something was agreed', async () => {
    const { bookingId } = await agreed();
    const stranger = { userId: newId() };
    expect(await refusalOf(booking.ask(AddBookingPhotos, { bookingId, stage: 'return', keys: [await upload()] }, stranger))).toBe('not-found');
    expect(await refusalOf(booking.ask(FindBookingPhotos, { bookingId }, stranger))).toBe('not-found');
    const pending = await agreed('request');
    expect(await refusalOf(booking.ask(AddBookingPhotos, { bookingId: pending.bookingId, stage: 'return', keys: [await upload()] }, pending.renter))).toBe('wrong-status');
  });

  it('are refused where a file is none, and then nothing of them is kept', async () => {
    const { bookingId, renter } = await agreed();
    const keys = [await upload(), await upload(Buffer.from('<svg onload="alert(1)"/>'))];
    expect(await refusalOf(booking.ask(AddBookingPhotos, { bookingId, stage: 'return', keys }, renter))).toBe('unsupported-image');
    expect((await booking.ask(FindBookingPhotos, { bookingId }, renter)).items).toEqual([]);
    for (const key of keys) expect(await booking.storage.exists(key)).toBe(false);
  });

  it('are added once for one key, however often it is sent', async () => {
    const { bookingId, renter } = await agreed();
    const caller = { ...renter, idempotencyKey: 'photos' };
    const add = async () => booking.ask(AddBookingPhotos, { bookingId, stage: 'return', keys: [await upload()] }, caller);
    const first = await add();
    expect(await add()).toEqual(first);
    expect((await booking.ask(FindBookingPhotos, { bookingId }, renter)).items).toEqual(first);
  });
});
