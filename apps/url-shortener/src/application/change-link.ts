import { type ChangeLinkRequest, LinkChanged, type LinkRequest, type LinkView } from '@bookable/contracts-url-shortener';
import { DomainError, NotFound, Unauthenticated } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database, type Transaction } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import { type HeldLink, LinkStore } from '../persistence/link.store';
import { LinkDraft } from './link-draft';

/** The owner of a link lets it lead elsewhere, or takes it out of use. To anybody else it does not exist. */
@Injectable()
export class ChangeLink {
  constructor(
    private readonly database: Database,
    private readonly links: LinkStore,
    private readonly draft: LinkDraft,
  ) {}

  async change(request: ChangeLinkRequest, context: MessageContext): Promise<LinkView> {
    return this.database.transaction(async (tx) => {
      const present = await this.hold(tx, request.code, context);
      if (present.isRemoved) throw noSuchLink();
      const changed = { ...present, ...this.draft.readChange(request) };
      if (changed.url === present.url && changed.expiresAt?.getTime() === present.expiresAt?.getTime()) return this.draft.show(present);
      const version = await this.links.change(tx, changed);
      tx.publish(LinkChanged, { code: changed.code, version });
      return this.draft.show(changed);
    });
  }

  async remove({ code }: LinkRequest, context: MessageContext): Promise<void> {
    await this.database.transaction(async (tx) => {
      const present = await this.hold(tx, code, context);
      if (present.isRemoved) return;
      const version = await this.links.remove(tx, code);
      tx.publish(LinkChanged, { code, version });
    });
  }

  private async hold(tx: Transaction, code: string, { actor }: MessageContext): Promise<HeldLink> {
    if (!actor) throw new DomainError(Unauthenticated);
    const link = await this.links.lock(tx, code, actor.userId);
    if (!link) throw noSuchLink();
    return link;
  }
}

function noSuchLink(): DomainError {
  return new DomainError(NotFound, 'There is no such link.');
}
