import type { Resource } from '../src/domain/resource';

/** A flat let by the night. */
export function aResource(differences: Partial<Resource> = {}): Resource {
  return {
    id: '01a1fd8d-0543-72c4-9853-809a665f62d1',
    ownerId: '01a1fd8d-04a4-719b-8b1f-d1e8f787cff1',
    kind: 'apartment',
    unit: 'night',
    title: 'Flat on the Havel',
    timeZone: 'Europe/Berlin',
    capacity: 1,
    price: { currency: 'EUR', per: 'night', amount: 10_000 },
    rules: { approval: 'instant' },
    isBookable: true,
    isWaitedFor: false,
    hasCalendars: false,
    instantIsPaused: false,
    moderatorIds: [],
    revision: 1,
    ...differences,
  };
}

/** A thing let by the day. */
export function anItem(differences: Partial<Resource> = {}): Resource {
  return aResource({ kind: 'item', unit: 'day', price: { currency: 'EUR', per: 'day', amount: 1_000 }, ...differences });
}

/** A desk let by the hour, from nine to six on workdays. */
export function aWorkspace(differences: Partial<Resource> = {}): Resource {
  const openingHours = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '09:00', closes: '18:00' }));
  return aResource({
    kind: 'workspace', unit: 'hour', capacity: 10, price: { currency: 'EUR', per: 'hour', amount: 500 }, rules: { approval: 'instant', openingHours }, ...differences,
  });
}
