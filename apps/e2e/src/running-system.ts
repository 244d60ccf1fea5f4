import { Door } from './door';

/** The door of the system the journeys run against; whoever starts them says where it is. */
export function runningSystem(): Door {
  const url = process.env['BOOKABLE_URL'];
  if (!url) throw new Error('Say where the system is: BOOKABLE_URL=http://localhost:3000. `npm run e2e` starts one by itself.');
  return new Door(url);
}
