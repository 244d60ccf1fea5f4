import { type AddPhotosRequest, TooManyPhotos } from '@bookable/contracts-catalog';
import { DomainError, Unavailable } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database, type Transaction } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import type { Listing } from '../domain/listing';
import { photosFit } from '../domain/photo-rules';
import { ListingStore } from '../persistence/listing.store';
import { type NewPhoto, PhotoStore } from '../persistence/photo.store';
import { StrayFileStore } from '../persistence/stray-file.store';
import { announce } from './announce';
import { holdOwnListing } from './hold-own-listing';
import { PhotoFiles, type Picture } from './photo-files';
import { signedIn } from './signed-in';

/**
 * Adds photos. Pictures are worked on before the transaction, which only ties finished files to the listing;
 * files of a request that fails, or of a process that dies, stay noted as stray and are swept.
 */
@Injectable()
export class AddPhotos {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly listings: ListingStore,
    private readonly photos: PhotoStore,
    private readonly strays: StrayFileStore,
    private readonly files: PhotoFiles,
  ) {}

  async execute({ listingId, uploads }: AddPhotosRequest, context: MessageContext): Promise<Buffer> {
    const actor = signedIn(context);
    try {
      await this.database.transaction((tx) => holdOwnListing(tx, this.listings, listingId, actor));
      const pictures = await this.files.read(uploads);
      const photos = await this.written(listingId, pictures);
      // A retry uploads the same pictures under other keys, so what makes it the same command is what the pictures are.
      const command = { listingId, pictures: pictures.map(({ hash }) => hash.toString('hex')) };
      return await this.database.command(context, command, async (tx) => {
        const listing = await holdOwnListing(tx, this.listings, listingId, actor);
        return this.tie(tx, listing, photos);
      });
    } finally {
      await this.files.discard(uploads.filter((key) => key.startsWith('incoming/')));
    }
  }

  /** Works on those pictures the listing does not have, one after the other, because each takes much memory. */
  private async written(listingId: string, pictures: readonly Picture[]): Promise<NewPhoto[]> {
    const hashes = pictures.map(({ hash }) => hash);
    const known = await this.photos.knownHashes(this.database, listingId, hashes);
    const missing = pictures.filter(({ hash }) => !known.has(hash.toString('hex')));
    refuseUnlessFit((await this.photos.ids(this.database, listingId)).length, missing.length);
    const photos: NewPhoto[] = [];
    for (const picture of missing) photos.push(await this.files.write(listingId, picture));
    return photos;
  }

  private async tie(tx: Transaction, listing: Listing, photos: readonly NewPhoto[]): Promise<Buffer> {
    const present = await this.photos.ids(tx, listing.id);
    const known = await this.photos.knownHashes(tx, listing.id, photos.map(({ contentHash }) => contentHash));
    const added = photos.filter(({ contentHash }) => !known.has(contentHash.toString('hex')));
    refuseUnlessFit(present.length, added.length);
    if (added.length === 0) return Buffer.from((await this.listings.readPage(tx, listing.id, listing.ownerId))?.page ?? '');
    for (const photo of added) await this.photos.add(tx, listing.id, photo);
    const areThere = await this.strays.letOff(tx, added.flatMap(({ keys }) => keys));
    if (!areThere) throw new DomainError(Unavailable, 'The upload took too long.', { retryAfterSeconds: 1 });
    const next = { ...listing, version: listing.version + 1, updatedAt: this.clock.now() };
    const { page, cover } = await this.listings.update(tx, next);
    announce(tx, listing.status, next, cover);
    return Buffer.from(page);
  }
}

function refuseUnlessFit(present: number, added: number): void {
  if (!photosFit(present, added)) throw new DomainError(TooManyPhotos, `The listing has ${present} photos and would get ${added} more.`, { present });
}
