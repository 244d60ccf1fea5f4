import { Injectable } from '@nestjs/common';
import type { FindListingWaitlistRequest } from '@bookable/contracts-booking';
import type { MessageContext } from '@bookable/platform-bus';
import { WaitlistReader } from '../persistence/waitlist.reader';
import { callerIsAdmin, callerOf } from './caller';
import { EventAudience } from './event-audience';
import { FindResource } from './find-resource';
import { pageOfLine } from './page-of-line';

/** Shows an owner who stands in line, in the order in which they are served. */
@Injectable()
export class FindListingWaitlist {
  constructor(
    private readonly find: FindResource,
    private readonly audience: EventAudience,
    private readonly reader: WaitlistReader,
  ) {}

  async execute(request: FindListingWaitlistRequest, context: MessageContext): Promise<Buffer> {
    const userId = callerOf(context);
    const resource = await this.find.current(request.listingId);
    if (resource.ownerId !== userId && !callerIsAdmin(context)) await this.audience.refuse(resource, context, 'Only the owner sees who waits.');
    return pageOfLine(this.reader, request);
  }
}
