import type { SealedColumn } from '@bookable/platform-sealing';

const row = { column: 'id', type: 'uuid' } as const;

export const GUEST_BIRTH_DATE: SealedColumn = { table: 'guest', column: 'birth_date', row };
export const GUEST_NOTE: SealedColumn = { table: 'guest', column: 'note', row };
export const STAFF_BIRTH_DATE: SealedColumn = { table: 'staff_member', column: 'birth_date', row };
export const STAFF_PHONE: SealedColumn = { table: 'staff_member', column: 'phone', row };

/** What of people nobody who reads the database can read. Names and ways to reach a guest stay plain: the desk finds guests by any part of them. */
export const SEALED_COLUMNS: readonly SealedColumn[] = [GUEST_BIRTH_DATE, GUEST_NOTE, STAFF_BIRTH_DATE, STAFF_PHONE];
