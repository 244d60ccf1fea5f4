import { Injectable } from '@nestjs/common';
import { ModeratorAppointed, ModeratorDismissed, type ModeratorFacts, type ModeratorRequest, TooManyModerators } from '@bookable/contracts-booking';
import { DomainError } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database, type Transaction } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import type { Resource } from '../../domain/resource';
import { type ModeratorState, ModeratorStore } from '../../persistence/moderator.store';
import { ResourceStore } from '../../persistence/resource.store';
import { FollowersOfHost } from './followers-of-host';
import { HostedEvent } from './hosted-event';

const MOST_MODERATORS = 50;

/** The host of an event gives followers the right to invite and to answer requests, and takes it back. Doing either twice tells nobody anything. */
@Injectable()
export class ChangeModerators {
  constructor(
    private readonly database: Database,
    private readonly events: HostedEvent,
    private readonly resources: ResourceStore,
    private readonly moderators: ModeratorStore,
    private readonly followers: FollowersOfHost,
    private readonly clock: Clock,
  ) {}

  async appoint({ listingId, userId }: ModeratorRequest, context: MessageContext): Promise<void> {
    const { ownerId } = await this.events.forHost(listingId, context);
    await this.followers.insistOn(userId, ownerId);
    await this.change(listingId, (tx, event, now) => {
      const isNew = !event.moderatorIds.includes(userId);
      if (isNew && event.moderatorIds.length >= MOST_MODERATORS) throw new DomainError(TooManyModerators);
      return this.set(tx, event, userId, true, now);
    });
  }

  async dismiss({ listingId, userId }: ModeratorRequest, context: MessageContext): Promise<void> {
    await this.events.forHost(listingId, context);
    await this.change(listingId, (tx, event, now) => this.set(tx, event, userId, false, now));
  }

  /** Changes the rights of one person at an event whose lock is held, and tells of it. */
  async set(tx: Transaction, event: Resource, userId: string, isActive: boolean, now: Date): Promise<void> {
    const changed = await this.moderators.set(tx, event.id, userId, isActive, now);
    if (changed) tx.publish(isActive ? ModeratorAppointed : ModeratorDismissed, factsOf(event, userId, changed));
  }

  private async change(listingId: string, work: (tx: Transaction, event: Resource, now: Date) => Promise<void>): Promise<void> {
    await this.database.transaction(async (tx) => {
      for (const event of await this.resources.lock(tx, [listingId])) await work(tx, event, this.clock.now());
    });
    this.resources.forget(listingId);
  }
}

function factsOf(event: Resource, userId: string, { id, version }: ModeratorState): ModeratorFacts {
  const { id: listingId, title: listingTitle, ownerId, timeZone, session } = event;
  if (!session) throw new Error('An event without a time.');
  return { id, listingId, listingTitle, ownerId, userId, timeZone, from: new Date(session.fromMs).toISOString(), to: new Date(session.toMs).toISOString(), version };
}
