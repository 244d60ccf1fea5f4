import { Injectable } from '@nestjs/common';
import type { MessageContext } from '@bookable/platform-bus';
import type { Resource } from '../../domain/resource';
import { callerOf } from '../caller';
import { EventAudience } from '../event-audience';
import { FindResource } from '../find-resource';

/** Finds a resource for its owner, and for nobody else: addresses of calendars are secrets, and so is who uses a promotion. */
@Injectable()
export class OwnedResource {
  constructor(
    private readonly find: FindResource,
    private readonly audience: EventAudience,
  ) {}

  async of(listingId: string, context: MessageContext): Promise<Resource> {
    const userId = callerOf(context);
    const resource = await this.find.current(listingId);
    if (resource.ownerId !== userId) await this.audience.refuse(resource, context, 'Only the owner of the listing may do this.');
    return resource;
  }
}
