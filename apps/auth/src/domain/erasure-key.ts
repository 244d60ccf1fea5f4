import { isId } from '@bookable/kernel';

/** Under what name a person is on the list of those who were erased: the day, and the id. */
export function erasureKey(personId: string, on: Date): string {
  return `${on.toISOString().slice(0, 10)}/${personId}`;
}

/** What such a name says; undefined where it is none. */
export function erasureOfKey(key: string): { readonly day: string; readonly personId: string } | undefined {
  const [day = '', personId = '', ...more] = key.split('/');
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && isId(personId) && more.length === 0 ? { day, personId } : undefined;
}
