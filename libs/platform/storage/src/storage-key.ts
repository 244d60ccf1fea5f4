const SEGMENT = '[a-z0-9][a-z0-9_-]*(?:\\.[a-z0-9_-]+)*';
const KEY = new RegExp(`^${SEGMENT}(?:/${SEGMENT})*$`);
const MAX_LENGTH = 200;

/** Content types stand beside the bytes under this ending, so no key may have it. */
export const TYPE_ENDING = '.type';

/** Whether a text is a key: no way up, no hidden file, nothing that a disk and an S3 bucket would read differently. */
export function isStorageKey(key: string): boolean {
  return key.length <= MAX_LENGTH && KEY.test(key) && !key.endsWith(TYPE_ENDING);
}

/** The same key, or an error where it is none: writing under a made-up key is a fault of ours. */
export function storageKey(key: string): string {
  if (!isStorageKey(key)) throw new RangeError('This is not a storage key.');
  return key;
}
