import type { Hold } from '../../persistence/hotel.store';

/** What is asked for concerns others of the hotel too: it has to be held alone. */
export class HotelNeededAlone extends Error {}

const ROOM_WAS_GIVEN = 'room_is_given_once';
/** One who was faster has usually gone by the second look. */
const LOOKS_BESIDE_OTHERS = 2;

/**
 * Does work that mostly concerns one reservation, beside whoever else works in the hotel; and once more with the hotel to
 * itself, where others would have to move for it, or were faster each time. Work that fails has left nothing behind.
 */
export async function besideOthersFirst<Result>(work: (hold: Hold) => Promise<Result>): Promise<Result> {
  for (let look = 1; look <= LOOKS_BESIDE_OTHERS; look += 1) {
    try {
      return await work('beside others');
    } catch (error) {
      if (error instanceof HotelNeededAlone) break;
      if (!somebodyWasFaster(error)) throw error;
    }
  }
  return work('alone');
}

function somebodyWasFaster(error: unknown): boolean {
  return error instanceof Error && (error as Error & { readonly constraint?: unknown }).constraint === ROOM_WAS_GIVEN;
}
