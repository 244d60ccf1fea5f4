import type { RoomTerms } from '@bookable/contracts-hotel-management';
import { addDays } from '@bookable/kernel';
import type { ReplayedStay } from './hotel-row';
import { type Deed, HOURS, daysOfReplay } from './replay-day';

const CATEGORIES = ['economy', 'standard', 'luxury'] as const;

/** What a room type of the data set, a letter without a meaning, is here: each something of its own. */
export function kindOf(letter: string): Pick<RoomTerms, 'category' | 'beds' | 'minibar'> {
  const number = letter.charCodeAt(0) - 'A'.charCodeAt(0);
  return { category: CATEGORIES[number % CATEGORIES.length]!, beds: 1 + Math.floor(number / CATEGORIES.length), minibar: false };
}

/** Who takes and who gives back a room of a type on each night. */
class Nights {
  private readonly taken = new Map<string, number>();
  readonly most = new Map<string, number>();

  change(type: string, { from, to }: ReplayedStay, by: 1 | -1): void {
    for (let night = from; night < to; night = addDays(night, 1)) {
      const key = `${type}/${night}`;
      const count = (this.taken.get(key) ?? 0) + by;
      this.taken.set(key, count);
      if (count > (this.most.get(type) ?? 0)) this.most.set(type, count);
    }
  }
}

/**
 * How many rooms of each type a hotel needs for its reservations, and not one more: as many as stand for one night at any
 * moment of the replay. Where guests get another type than they reserved, who comes to a type is counted before who leaves it.
 */
export function roomsNeeded(stays: readonly ReplayedStay[]): ReadonlyMap<string, number> {
  const nights = new Nights();
  const typeOf = (stay: ReplayedStay, deed: Deed): string => (stay.end === 'left' && deed !== 'reserve' ? stay.assignedType : stay.reservedType);
  for (const [, deeds] of daysOfReplay(stays)) {
    for (const { what } of HOURS) {
      const some = deeds.get(what) ?? [];
      if (what === 'reserve' || what === 'change-room-type') for (const stay of some) nights.change(typeOf(stay, what), stay, 1);
      if (what === 'change-room-type') for (const stay of some) nights.change(stay.reservedType, stay, -1);
      if (what !== 'reserve' && what !== 'change-room-type' && what !== 'check-in') for (const stay of some) nights.change(typeOf(stay, what), stay, -1);
    }
  }
  return new Map([...nights.most].sort());
}
