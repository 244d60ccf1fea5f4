/** What can be booked; each kind has its own `details`. */
export const LISTING_KINDS = ['apartment', 'item', 'workspace', 'event', 'room'] as const;
export type ListingKind = (typeof LISTING_KINDS)[number];

/** Where a listing stands; only `active` ones are found by others. */
export const LISTING_STATUSES = ['draft', 'active', 'inactive', 'archived'] as const;
export type ListingStatus = (typeof LISTING_STATUSES)[number];

/** Who may see an event: everyone, or those who follow its host. */
export const EVENT_PRIVACIES = ['everyone', 'followers'] as const;
export type EventPrivacy = (typeof EVENT_PRIVACIES)[number];
