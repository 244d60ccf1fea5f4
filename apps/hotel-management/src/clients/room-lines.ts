import type { PutGuestInLineRequest, WaitlistEntryView } from '@bookable/contracts-booking';
import type { Page } from '@bookable/kernel';
import type { PageRequest } from '@bookable/wire';

/** Who waits for rooms of a type, beside everybody else who waits for that listing. */
export abstract class RoomLines {
  /** Puts a guest at the end of the line; throws the refusal where there is nothing to wait for. */
  abstract put(wish: PutGuestInLineRequest): Promise<WaitlistEntryView>;

  /** A page of those who wait, in their order. */
  abstract page(roomTypeId: string, page: PageRequest): Promise<Page<WaitlistEntryView>>;

  /** One entry; throws where there is none. */
  abstract one(entryId: string): Promise<WaitlistEntryView>;

  /** A guest whom the desk has put there waits no longer. */
  abstract takeOut(entryId: string): Promise<void>;
}
