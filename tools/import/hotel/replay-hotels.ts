import { instantAt } from '@bookable/kernel';
import type { ReplayedStay } from './hotel-row';
import { HOURS, daysOfReplay } from './replay-day';
import type { ReplaySystem } from './replay-system';
import { ReplayedHotel, TIME_ZONE } from './replayed-hotel';

/** Told of every day that is over, and of how many stays have been brought to their end by then. */
export type OnDay = (day: string, ended: number) => void;

/** When the first reservation is about to be made: then the system begins. */
export function beginningOf(stays: readonly ReplayedStay[]): number {
  const first = stays.map(({ madeOn }) => madeOn).sort()[0];
  if (first === undefined) throw new Error('There is nothing to replay.');
  return instantAt(first, '06:00', TIME_ZONE);
}

/** Lives through all days of all hotels, hour by hour; answers the hotels as they are at the end. */
export async function replayHotels(system: ReplaySystem, stays: readonly ReplayedStay[], onDay: OnDay): Promise<ReplayedHotel[]> {
  const names = [...new Set(stays.map(({ hotel }) => hotel))];
  const hotels = await Promise.all(names.map((name) => ReplayedHotel.open(system.platform, name, stays.filter(({ hotel }) => hotel === name))));
  let ended = 0;
  for (const [day, deeds] of daysOfReplay(stays)) {
    for (const { what, at } of HOURS) {
      const some = deeds.get(what) ?? [];
      if (some.length === 0 && what !== 'clean') continue;
      await system.tell(instantAt(day, at, TIME_ZONE));
      await Promise.all(hotels.map((hotel) => (what === 'clean' ? hotel.clean() : hotel.do(what, some.filter((stay) => stay.hotel === hotel.name)))));
      if (what !== 'clean' && what !== 'reserve' && what !== 'change-room-type' && what !== 'check-in') ended += some.length;
    }
    onDay(day, ended);
  }
  return hotels;
}
