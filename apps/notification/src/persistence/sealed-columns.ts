import type { SealedColumn } from '@bookable/platform-sealing';

/** Whoever subscribes a browser again may get another id; its address is the same. */
const row = { column: 'endpoint', type: 'text' } as const;

export const PUSH_P256DH: SealedColumn = { table: 'push_subscription', column: 'p256dh', row };
export const PUSH_AUTH: SealedColumn = { table: 'push_subscription', column: 'auth', row };

/** What nobody who reads the database can read: the keys by which a push can be written that a browser takes for ours. */
export const SEALED_COLUMNS: readonly SealedColumn[] = [PUSH_P256DH, PUSH_AUTH];
