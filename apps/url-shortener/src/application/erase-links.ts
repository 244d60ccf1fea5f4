import type { DeletedUserFacts } from '@bookable/contracts-auth';
import { LinkChanged } from '@bookable/contracts-url-shortener';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import { LinkStore } from '../persistence/link.store';

/** Forgets the links of somebody who has left: their targets and clicks are personal data. */
@Injectable()
export class EraseLinks {
  constructor(
    private readonly database: Database,
    private readonly links: LinkStore,
  ) {}

  execute({ id }: DeletedUserFacts, context: MessageContext): Promise<void> {
    return this.database.consume(context, async (tx) => {
      for (const erased of await this.links.eraseOf(tx, id)) tx.publish(LinkChanged, erased);
    });
  }
}
