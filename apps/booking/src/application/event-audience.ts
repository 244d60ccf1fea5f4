import { Injectable } from '@nestjs/common';
import { DomainError, Forbidden, NotFound } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { CatalogClient } from '../clients/catalog.client';
import type { Resource } from '../domain/resource';
import { callerIsAdmin } from './caller';

/**
 * Keeps an event for followers from everybody else. Who follows whom is known to catalog, which is asked on the caller's
 * behalf whether it would show them the event; nothing but an event has an audience, so nothing else costs a call.
 */
@Injectable()
export class EventAudience {
  constructor(private readonly catalog: CatalogClient) {}

  /** Refuses whom the event is not for, as if there were none. */
  async admit({ id, kind, ownerId }: Resource, context: MessageContext): Promise<void> {
    if (kind !== 'event' || context.actor?.userId === ownerId || callerIsAdmin(context)) return;
    if (!(await this.catalog.showsToCaller(id))) throw new DomainError(NotFound, 'There is no such listing.');
  }

  /** Refuses what is not the caller's to do. Whoever may not see the event learns no more from it than that there is none. */
  async refuse(resource: Resource, context: MessageContext, why: string): Promise<never> {
    await this.admit(resource, context);
    throw new DomainError(Forbidden, why);
  }
}
