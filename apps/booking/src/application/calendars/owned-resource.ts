import { Injectable } from '@nestjs/common';
import { DomainError, Forbidden } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import type { Resource } from '../../domain/resource';
import { callerOf } from '../caller';
import { FindResource } from '../find-resource';

/** Finds a resource for its owner, and for nobody else: addresses of calendars are secrets, and so is who uses a promotion. */
@Injectable()
export class OwnedResource {
  constructor(private readonly find: FindResource) {}

  async of(listingId: string, context: MessageContext): Promise<Resource> {
    const userId = callerOf(context);
    const resource = await this.find.current(listingId);
    if (resource.ownerId !== userId) throw new DomainError(Forbidden, 'Only the owner of the listing may do this.');
    return resource;
  }
}
