import { Temporal } from 'temporal-polyfill';
import { bookOffers } from './book-offers';
import { DemoDoor } from './demo-door';
import type { DemoMemory } from './demo-memory';
import { demoPerson } from './demo-people';
import { offerListings } from './offer-listings';
import { openHotel } from './open-hotel';

/** Whether this very database holds the demo: a folder may outlive a database. */
async function isLoaded(door: DemoDoor, memory: DemoMemory): Promise<boolean> {
  const hostId = await memory.loadedHost();
  if (hostId === undefined) return false;
  return door.get(`/api/users/${hostId}`).then(() => true, () => false);
}

/**
 * Loads a small set that shows every kind, through the public door as people would. Whatever is there already is left
 * as it is, so that a start that was cut off is taken up again, and a second start does nothing.
 */
export async function loadDemo(url: string, memory: DemoMemory): Promise<void> {
  const door = new DemoDoor(url);
  if (await isLoaded(door, memory)) return;
  const password = await memory.password();
  const [host, hotelier, guest] = [await demoPerson(door, 'host', password), await demoPerson(door, 'hotelier', password), await demoPerson(door, 'guest', password)];
  const today = Temporal.Now.plainDateISO('Europe/Moscow');
  await openHotel(hotelier);
  await bookOffers({ host, guest }, await offerListings(host, today), today);
  await memory.rememberLoaded(host.id);
}
