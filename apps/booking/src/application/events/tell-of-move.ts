import { Injectable } from '@nestjs/common';
import { EventMoveNews } from '@bookable/contracts-booking';
import type { EventMoveFacts } from '@bookable/contracts-catalog';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { ReviewClient } from '../../clients/review.client';
import { OPEN_STATUSES } from '../../domain/lifecycle';
import { type EventPart, ParticipantReader } from '../../persistence/participant.reader';

/**
 * The host has moved an event: whoever comes, is invited, has asked to come or helps is told. Of an event for followers
 * those who neither come nor help are told only while they follow: who asked while it was for everybody may not see it any more.
 */
@Injectable()
export class TellOfMove {
  constructor(
    private readonly database: Database,
    private readonly participants: ParticipantReader,
    private readonly review: ReviewClient,
  ) {}

  /** Who follows is asked before the transaction begins; whoever asks to come meanwhile has seen the new time. */
  async execute({ title: listingTitle, followersOnly, ...facts }: EventMoveFacts, context: MessageContext): Promise<void> {
    const following = followersOnly ? await this.followersAmong(await this.participants.parts(this.database, facts.listingId, OPEN_STATUSES), facts.ownerId) : undefined;
    await this.database.consume(context, async (tx) => {
      const parts = (await this.participants.parts(tx, facts.listingId, OPEN_STATUSES)).filter(({ id, part }) => isTheirs(part) || !following || following.has(id));
      const those = (wanted: EventPart['part']) => parts.filter(({ part }) => part === wanted).map(({ id }) => id);
      if (parts.length === 0) return;
      tx.publish(EventMoveNews, { ...facts, listingTitle, guestIds: those('guest'), invitedIds: those('invited'), askingIds: those('asking'), helperIds: those('helper') });
    });
  }

  private async followersAmong(parts: readonly EventPart[], hostId: string): Promise<ReadonlySet<string>> {
    const following = new Set<string>();
    for (const { id, part } of parts) if (!isTheirs(part) && (await this.review.follows(id, hostId))) following.add(id);
    return following;
  }
}

/** Who comes or helps has seen the event, and goes on seeing what becomes of it. */
function isTheirs(part: EventPart['part']): boolean {
  return part === 'guest' || part === 'helper';
}
