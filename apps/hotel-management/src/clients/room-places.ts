/** A room that is about to be taken away, and how many of its type are left then. */
export interface WithdrawnRoom {
  readonly roomId: string;
  readonly roomTypeId: string;
  readonly roomsLeft: number;
}

/** The places of a room type, of which everybody may book one at any moment. */
export abstract class RoomPlaces {
  /** Has one place fewer sold from now on; throws `room-reserved` where every room is needed. */
  abstract withdraw(room: WithdrawnRoom): Promise<void>;
}
