import { readdir } from 'node:fs/promises';
import { type Storage, isStorageKey } from '@bookable/platform-storage';

const LIST = 'private/erasures';
const ENTRY = /^\d{4}-\d{2}-\d{2}\/[0-9a-f-]{36}$/;

/**
 * Puts a list of the erased that was kept elsewhere into storage, from where auth reads it at its start. The folder is a
 * copy of `private/erasures`: folders of days, and in them files whose names are ids. Answers how many there are.
 */
export async function putErasures(storage: Storage, folder: string): Promise<number> {
  let people = 0;
  for (const entry of await readdir(folder, { recursive: true })) {
    const key = `${LIST}/${entry.replaceAll('\\', '/')}`;
    if (!ENTRY.test(key.slice(LIST.length + 1)) || !isStorageKey(key)) continue;
    await storage.put(key, Buffer.alloc(0), { contentType: 'text/plain' });
    people += 1;
  }
  return people;
}
