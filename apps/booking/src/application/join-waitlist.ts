import { Injectable } from '@nestjs/common';
import type { JoinWaitlistRequest } from '@bookable/contracts-booking';
import { newId } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { callerOf } from './caller';
import { EventAudience } from './event-audience';
import { FindResource } from './find-resource';
import { StandInLine } from './stand-in-line';

/** Somebody stands in line for a time that is taken. */
@Injectable()
export class JoinWaitlist {
  constructor(
    private readonly database: Database,
    private readonly find: FindResource,
    private readonly audience: EventAudience,
    private readonly line: StandInLine,
    private readonly clock: Clock,
  ) {}

  async execute(request: JoinWaitlistRequest, context: MessageContext): Promise<Buffer> {
    const renterId = callerOf(context);
    await this.audience.admit(await this.find.offered(request.listingId), context);
    return this.database.command(context, request, (tx) => this.line.stand(tx, { ...request, id: newId(this.clock.now().getTime()), renterId, guestId: null }));
  }
}
