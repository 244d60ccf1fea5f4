import type { BusySpan } from '../../domain/calendar/busy-span';
import type { KeptFault } from '../../persistence/calendar.store';

/** What became of trying to read a calendar. */
export type Reading =
  | { readonly kind: 'received'; readonly spans: readonly BusySpan[]; readonly etag: string | null; readonly lastModified: string | null }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'failed'; readonly fault: KeptFault };
