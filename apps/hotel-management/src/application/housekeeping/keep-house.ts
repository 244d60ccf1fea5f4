import { type CleaningRequest, CleaningTaken, type CleaningView, type FindHousekeepingRequest, type RequestCleaningRequest } from '@bookable/contracts-hotel-management';
import { type CursorKey, DomainError, Forbidden, NotFound, type Page, cursorKey, isId, newId, pageOf } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database, type Transaction } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { type Urgency, compareUrgency, urgencyOf } from '../../domain/cleaning-urgency';
import { mayDo } from '../../domain/staff';
import { type CleaningRow, CleaningStore } from '../../persistence/cleaning.store';
import { ReservationStore } from '../../persistence/reservation.store';
import { RoomAssignmentStore } from '../../persistence/room-assignment.store';
import { RoomStore } from '../../persistence/room.store';
import type { HotelRow } from '../../persistence/hotel.store';
import { TellCleaningDone } from '../notices/tell-cleaning-done';
import { StaffDoor, userOf } from '../staff-door';
import { presentCleaning } from './present-cleaning';

type CleaningWork = (tx: Transaction, open: CleaningRow, userId: string, hotel: HotelRow) => Promise<void>;

/** Keeps the rooms of a hotel clean (E12): who asks for it, what is most urgent, who does it, and that it is done. */
@Injectable()
export class KeepHouse {
  constructor(
    private readonly database: Database,
    private readonly door: StaffDoor,
    private readonly rooms: RoomStore,
    private readonly cleanings: CleaningStore,
    private readonly assignments: RoomAssignmentStore,
    private readonly reservations: ReservationStore,
    private readonly tellDone: TellCleaningDone,
    private readonly clock: Clock,
  ) {}

  async list({ hotelId, cursor, limit = 20 }: FindHousekeepingRequest, context: MessageContext): Promise<Page<CleaningView>> {
    await this.door.read(hotelId, 'clean rooms', context);
    const after = cursor ? cursorKey(cursor, isUrgency) : undefined;
    const rows = (await this.cleanings.open(this.database, hotelId)).sort((one, other) => compareUrgency(urgencyOf(one), urgencyOf(other)));
    const rest = after ? rows.filter((row) => compareUrgency(urgencyOf(row), after) > 0) : rows;
    return pageOf(rest.slice(0, limit + 1), limit, presentCleaning, urgencyOf);
  }

  request(request: RequestCleaningRequest, context: MessageContext): Promise<CleaningView> {
    return this.database.command(context, request, async (tx) => {
      const hotel = await this.door.enter(tx, request.hotelId, context);
      const isHost = mayDo('serve guests', hotel.role);
      if (!isHost && !(await this.staysIn(tx, request, userOf(context)))) throw new DomainError(Forbidden);
      await this.knownRoom(tx, request);
      const requestedAt = this.clock.now();
      const { hotelId, roomId, note } = request;
      await this.cleanings.request(tx, { id: newId(requestedAt.getTime()), hotelId, roomId, cause: 'request', note, requestedBy: userOf(context), requestedAt });
      return this.shown(tx, request);
    });
  }

  take(request: CleaningRequest, context: MessageContext): Promise<CleaningView> {
    return this.clean(request, context, async (tx, { id, takenBy }, userId) => {
      if (takenBy !== null && takenBy !== userId) throw new DomainError(CleaningTaken);
      await this.cleanings.take(tx, id, userId, this.clock.now());
    });
  }

  finish(request: CleaningRequest, context: MessageContext): Promise<CleaningView> {
    return this.clean(request, context, async (tx, cleaning, userId, hotel) => {
      await Promise.all([this.cleanings.finish(tx, cleaning.id, userId, this.clock.now()), this.tellDone.execute(tx, hotel, cleaning)]);
    });
  }

  /** Asks for what time has made necessary. */
  async askAfter48Hours(): Promise<void> {
    await this.cleanings.requestAfter48Hours(this.database, this.clock.now());
  }

  /** Behind the lock of the room, so that those who clean it, and whoever lets somebody into it, go one after the other. */
  private clean(request: CleaningRequest, context: MessageContext, work: CleaningWork): Promise<CleaningView> {
    return this.database.transaction(async (tx) => {
      const [hotel, isKnown, last] = await Promise.all([
        this.door.lock(tx, request.hotelId, 'clean rooms', context, 'beside others'), this.rooms.lock(tx, request.hotelId, request.roomId), this.cleanings.last(tx, request.hotelId, request.roomId),
      ]);
      if (!isKnown) throw new DomainError(NotFound, 'There is no such room.');
      if (last?.doneAt === null) await work(tx, last, userOf(context), hotel);
      return this.shown(tx, request);
    });
  }

  private async staysIn(tx: Transaction, { hotelId, roomId }: CleaningRequest, userId: string): Promise<boolean> {
    const reservationId = (await this.assignments.occupants(tx, hotelId)).get(roomId);
    return reservationId !== undefined && (await this.reservations.find(tx, reservationId))?.userId === userId;
  }

  private async knownRoom(tx: Transaction, { hotelId, roomId }: CleaningRequest): Promise<void> {
    if (!(await this.rooms.find(tx, hotelId, roomId))) throw new DomainError(NotFound, 'There is no such room.');
  }

  private async shown(tx: Transaction, { hotelId, roomId }: CleaningRequest): Promise<CleaningView> {
    const cleaning = await this.cleanings.last(tx, hotelId, roomId);
    if (!cleaning) throw new DomainError(NotFound, 'Nobody has asked for this room to be cleaned.');
    return presentCleaning(cleaning);
  }
}

function isUrgency(key: CursorKey): key is Urgency {
  return key.length === 3 && Number.isSafeInteger(key[0]) && Number.isSafeInteger(key[1]) && isId(key[2]);
}
