import type { MessageClass } from '@bookable/kernel';
import type { TypeHelpOptions, TypeOptions } from 'class-transformer';
import { ApartmentDetailsView } from './apartment-details.view';
import { EventDetailsView } from './event-details.view';
import { ItemDetailsView } from './item-details.view';
import type { ListingKind } from './listing-kinds';
import { RoomDetailsView } from './room-details.view';
import { WorkspaceDetailsView } from './workspace-details.view';

/** A kind's own typed part. */
export type ListingDetails = ApartmentDetailsView | ItemDetailsView | WorkspaceDetailsView | EventDetailsView | RoomDetailsView;

/** The class that describes the `details` of each kind. */
export const DETAILS_OF_KIND: Readonly<Record<ListingKind, MessageClass<ListingDetails>>> = {
  apartment: ApartmentDetailsView,
  item: ItemDetailsView,
  workspace: WorkspaceDetailsView,
  event: EventDetailsView,
  room: RoomDetailsView,
};

const isKind = (kind: unknown): kind is ListingKind => typeof kind === 'string' && Object.hasOwn(DETAILS_OF_KIND, kind);

/** The kind that details belong to, told by the one field each kind requires and no other has. */
export function kindOfDetails(details: object): ListingKind {
  if ('guests' in details) return 'apartment';
  if ('seatType' in details) return 'workspace';
  if ('startsAt' in details) return 'event';
  return 'hotelId' in details ? 'room' : 'item';
}

/** The class of `details` beside a `kind`; where a change leaves the kind out, the details tell it themselves. */
export function detailsBesideKind(help?: TypeHelpOptions): MessageClass<ListingDetails> {
  const { kind, details } = (help?.object ?? {}) as { kind?: unknown; details?: unknown };
  if (isKind(kind)) return DETAILS_OF_KIND[kind];
  return DETAILS_OF_KIND[typeof details === 'object' && details !== null ? kindOfDetails(details) : 'item'];
}

/** Tells class-transformer, and the OpenAPI document, of the union. */
export const DETAILS_UNION: TypeOptions = {
  discriminator: {
    property: 'kind',
    subTypes: Object.entries(DETAILS_OF_KIND).map(([name, value]) => ({ name, value })),
  },
};
