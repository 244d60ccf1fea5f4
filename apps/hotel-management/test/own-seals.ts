import { FieldSeals, SealingKey } from '@bookable/platform-sealing';
import { SEALED_COLUMNS } from '../src/persistence/sealed-columns';

/** Seals as a process of the service has them, for stores without one. */
export function ownSeals(): FieldSeals {
  const key = new SealingKey('hotel-management', 'a sealing key of this test and of nobody else');
  const seals = new FieldSeals('hotel_management', [key], SEALED_COLUMNS);
  seals.useNewestOf([key.keyId]);
  return seals;
}
