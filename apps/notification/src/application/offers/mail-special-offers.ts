import { Database } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { SpecialOfferStore } from '../../persistence/special-offer.store';
import { DeliveryBell } from '../delivery-bell';
import { TellPeople } from '../tell-people';
import { tellingOf } from '../telling';
import { OFFER_STORY } from './offer-story';

const READERS_AT_ONCE = 200;

/**
 * Mails offers, some readers at a time. Whom a batch tells and how far the offer has come are stored in one transaction, so
 * whoever dies over it is followed where it stood, and nobody is told twice.
 */
@Injectable()
export class MailSpecialOffers {
  constructor(
    private readonly database: Database,
    private readonly offers: SpecialOfferStore,
    private readonly tellPeople: TellPeople,
    private readonly bell: DeliveryBell,
    private readonly clock: Clock,
  ) {}

  /** Answers whether there may be more to do. */
  async execute(): Promise<boolean> {
    const hasWorked = await this.database.transaction(async (tx) => {
      const offer = await this.offers.claim(tx);
      if (!offer) return false;
      const now = this.clock.now();
      const readers = await this.offers.nextReaders(tx, offer.lastPersonId, READERS_AT_ONCE);
      const row = { story: OFFER_STORY, as: 'special-offer' } as const;
      await this.tellPeople.tell(tx, readers.map((reader) => tellingOf(row, 'notification.special-offer', offer, reader, new Map(), { occurredAt: now.toISOString() })));
      await this.offers.advance(tx, offer, readers, readers.length < READERS_AT_ONCE, now);
      return true;
    });
    if (hasWorked) this.bell.ring();
    return hasWorked;
  }
}
