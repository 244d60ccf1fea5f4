import { ChangeAvailability, type ChangeAvailabilityRequest, FindBlocks, type FindBlocksRequest, GetAvailability, type GetAvailabilityRequest } from '@bookable/contracts-booking';
import {
  AddPhotos, type AddPhotosRequest, ArchiveListing, type ArchiveListingRequest, CreateListing, type CreateListingRequest, GetListing,
  type GetListingRequest, type ListingKind, MapListings, OrderPhotos, type OrderPhotosRequest, RemovePhoto, type RemovePhotoRequest, SearchListings,
  type SearchListingsRequest, UpdateListing, type UpdateListingRequest,
} from '@bookable/contracts-catalog';
import { Bus } from '@bookable/platform-bus';
import { Controller, type Type } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { prefers } from '../http/prefers';
import { Route } from '../http/route';
import { UPLOAD_TIMEOUT_MS } from '../uploads/upload-rule';
import { onlyOfKind } from './only-of-kind';

const names = { id: 'listingId' };
const GEO_JSON = 'application/geo+json';
const AS_MAP = { mediaType: GEO_JSON, contract: MapListings };
const PHOTOS_AT_ONCE = 10;

/** The routes of one collection of listings: of all of them, or of one kind that the address fixes. */
function listingRoutes(path: string, what: string, kind?: ListingKind): Type<unknown> {
  const fixes = kind === undefined ? undefined : { kind };

  @Controller()
  class ListingsHttp {
    constructor(private readonly bus: Bus) {}

    @Route('GET', path, SearchListings, { says: `Searches ${what}; as a list, or clustered on a map.`, access: 'anyone', fixes, alsoAs: AS_MAP })
    search(asked: SearchListingsRequest, { headers }: FastifyRequest, reply: FastifyReply): Promise<Buffer> {
      if (!prefers(headers, GEO_JSON)) return this.bus.forward(SearchListings, asked);
      void reply.type(GEO_JSON);
      return this.bus.forward(MapListings, asked);
    }

    @Route('GET', `${path}/:id`, GetListing, { says: `One of the ${what}.`, access: 'anyone', fixes })
    async show(asked: GetListingRequest): Promise<Buffer> {
      return onlyOfKind(kind, await this.bus.forward(GetListing, asked));
    }

    @Route('POST', path, CreateListing, { says: `Offers something among the ${what}.`, access: 'signed-in', status: 201, fixes })
    create(asked: CreateListingRequest): Promise<Buffer> {
      return this.bus.forward(CreateListing, asked);
    }

    @Route('PUT', `${path}/:id`, UpdateListing, { says: `Changes one of the caller's own ${what}.`, access: 'owner', fixes })
    change(asked: UpdateListingRequest): Promise<Buffer> {
      return this.bus.forward(UpdateListing, asked);
    }

    @Route('DELETE', `${path}/:id`, ArchiveListing, { says: `Archives one of the caller's own ${what}.`, access: 'owner' })
    archive(asked: ArchiveListingRequest): Promise<Buffer> {
      return this.bus.forward(ArchiveListing, asked);
    }

    @Route('POST', `${path}/:id/photos`, AddPhotos, {
      says: 'Adds photos after those there are.', access: 'owner', status: 201, names, limit: 'upload',
      upload: { field: 'files', maxFiles: PHOTOS_AT_ONCE, fills: 'uploads' },
    })
    addPhotos(asked: AddPhotosRequest): Promise<Buffer> {
      return this.bus.forward(AddPhotos, asked, { timeoutMs: UPLOAD_TIMEOUT_MS });
    }

    @Route('PUT', `${path}/:id/photos`, OrderPhotos, { says: 'Puts the photos in order.', access: 'owner', names })
    orderPhotos(asked: OrderPhotosRequest): Promise<Buffer> {
      return this.bus.forward(OrderPhotos, asked);
    }

    @Route('DELETE', `${path}/:id/photos/:photoId`, RemovePhoto, { says: 'Takes a photo away.', access: 'owner', names })
    removePhoto(asked: RemovePhotoRequest): Promise<Buffer> {
      return this.bus.forward(RemovePhoto, asked);
    }

    @Route('GET', `${path}/:id/availability`, GetAvailability, { says: 'What is left between two days or instants.', access: 'anyone', names })
    showAvailability(asked: GetAvailabilityRequest): Promise<Buffer> {
      return this.bus.forward(GetAvailability, asked);
    }

    @Route('PUT', `${path}/:id/availability`, ChangeAvailability, { says: 'Closes and opens time by hand.', access: 'owner', names })
    changeAvailability(asked: ChangeAvailabilityRequest): Promise<Buffer> {
      return this.bus.forward(ChangeAvailability, asked);
    }

    @Route('GET', `${path}/:id/blocks`, FindBlocks, { says: 'What the owner has closed by hand.', access: 'owner', names })
    findBlocks(asked: FindBlocksRequest): Promise<Buffer> {
      return this.bus.forward(FindBlocks, asked);
    }
  }
  return ListingsHttp;
}

/** Every collection of listings there is. */
export const LISTING_COLLECTIONS: readonly Type<unknown>[] = [
  listingRoutes('/api/listings', 'listings'),
  listingRoutes('/api/apartments', 'apartments', 'apartment'),
  listingRoutes('/api/items', 'items', 'item'),
  listingRoutes('/api/workspaces', 'workspaces', 'workspace'),
  listingRoutes('/api/events', 'events', 'event'),
];
