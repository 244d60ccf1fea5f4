import { defineEvent } from '@bookable/kernel';

/** Says nothing but that it is time to fetch the keys again. */
export class ChangedKeysFacts {}

/** A key was made ahead of its time, or an old one is no longer published. */
export const SigningKeysChanged = defineEvent<ChangedKeysFacts>({
  topic: 'auth.signing-keys.changed',
  payload: ChangedKeysFacts,
  aggregateId: () => 'signing-keys',
});
