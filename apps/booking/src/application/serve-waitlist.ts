import { Injectable } from '@nestjs/common';
import { WaitlistLapsed, WaitlistOffered } from '@bookable/contracts-booking';
import { type Period, spanOfPeriods } from '@bookable/kernel';
import type { Transaction } from '@bookable/platform-database';
import { withBuffers } from '../domain/buffers';
import { readStay } from '../domain/read-stay';
import { Refusal, type RefusalWord } from '../domain/refusal';
import type { Resource } from '../domain/resource';
import type { Stay } from '../domain/stay';
import { bookableUntil, firstBrokenRule } from '../domain/stay-rules';
import { entriesNextInLine } from '../domain/waitlist/entries-next-in-line';
import { offerExpiry } from '../domain/waitlist/offer-expiry';
import { type WaitlistEntry, offerStands } from '../domain/waitlist/waitlist-entry';
import { AvailabilityStore } from '../persistence/availability.store';
import { WaitlistStore } from '../persistence/waitlist.store';
import { waitlistFacts } from './waitlist-messages';

/** What the owner may change again: until then one waits on. Whatever else a stay breaks, it will not be bookable any more. */
const WAITS_ON: ReadonlySet<RefusalWord> = new Set(['not-bookable', 'over-capacity']);

/** Serves those who wait for a resource whose lock is held: lapses what is over, then holds what is free for whoever is next. */
@Injectable()
export class ServeWaitlist {
  constructor(
    private readonly waitlist: WaitlistStore,
    private readonly availability: AvailabilityStore,
  ) {}

  /** Settles everything there is to settle at this moment; done again it changes nothing. */
  async serve(tx: Transaction, resource: Resource, now: Date): Promise<void> {
    const waiting: WaitlistEntry[] = [];
    for (const entry of await this.waitlist.line(tx, resource.id)) {
      const present = entry.status === 'waiting' ? await this.stillWaiting(tx, resource, entry, now) : undefined;
      if (present) waiting.push(present);
      else if (!offerStands(entry, now.getTime())) await this.lapse(tx, resource, entry, now);
    }
    if (resource.isBookable) await this.offerWhatIsFree(tx, resource, waiting, now);
    await this.waitlist.settled(tx, resource.id);
  }

  /** Lets those go first who stood in line before a moment; nobody else is served, and nothing lapses, so the line is settled as usual afterwards. */
  async serveEarlier(tx: Transaction, resource: Resource, before: Date, now: Date): Promise<void> {
    if (!resource.isWaitedFor || !resource.isBookable) return;
    const waiting: WaitlistEntry[] = [];
    for (const entry of await this.waitlist.line(tx, resource.id)) {
      const present = entry.status === 'waiting' && entry.createdAt < before ? await this.stillWaiting(tx, resource, entry, now) : undefined;
      if (present) waiting.push(present);
    }
    await this.offerWhatIsFree(tx, resource, waiting, now);
  }

  /** Nobody is left in line: those who wait and those to whom something is offered are told that there is nothing more to wait for. */
  async dismiss(tx: Transaction, resource: Resource, now: Date): Promise<void> {
    for (const entry of await this.waitlist.line(tx, resource.id)) await this.lapse(tx, resource, entry, now);
    await this.waitlist.settled(tx, resource.id);
  }

  /** The entry with the times that the listing gives it now; nothing where what it waits for cannot be booked any more. */
  private async stillWaiting(tx: Transaction, resource: Resource, entry: WaitlistEntry, now: Date): Promise<WaitlistEntry | undefined> {
    const { from, to, quantity } = entry;
    const stay = readStay(resource, resource.unit === 'session' ? { quantity } : { from, to, quantity });
    if (stay instanceof Refusal) return WAITS_ON.has(stay.word) ? entry : undefined;
    const broken = firstBrokenRule(stay, resource, now.getTime());
    if (broken && !WAITS_ON.has(broken.word)) return undefined;
    return this.followed(tx, resource, entry, stay);
  }

  private async followed(tx: Transaction, resource: Resource, entry: WaitlistEntry, stay: Stay): Promise<WaitlistEntry> {
    const { fromMs, toMs } = withBuffers(stay.during, resource);
    const [startsAt, endsAt, until] = [fromMs, toMs, bookableUntil(stay, resource)].map((ms) => new Date(ms)) as [Date, Date, Date];
    const isAsBefore = startsAt.getTime() === entry.startsAt.getTime() && endsAt.getTime() === entry.endsAt.getTime() && until.getTime() === entry.bookableUntil.getTime();
    if (isAsBefore) return entry;
    const followed = { ...entry, from: stay.from, to: stay.to, startsAt, endsAt, bookableUntil: until };
    await this.waitlist.follow(tx, followed);
    return followed;
  }

  private async offerWhatIsFree(tx: Transaction, resource: Resource, waiting: readonly WaitlistEntry[], now: Date): Promise<void> {
    const served = await this.waitlist.servedOtherwise(tx, resource.id, now);
    const inOrder = waiting.filter(({ id }) => !served.has(id)).map((entry) => ({ entry, quantity: entry.quantity, during: duringOf(entry) }));
    if (inOrder.length === 0) return;
    const taken = await this.availability.takenWithin(tx, resource.id, spanOfPeriods(inOrder.map(({ during }) => during)), now);
    for (const { entry } of entriesNextInLine(inOrder, taken, resource.capacity)) {
      const offered = await this.waitlist.offer(tx, entry, new Date(offerExpiry(entry, now.getTime())), now);
      if (offered) tx.publish(WaitlistOffered, waitlistFacts(offered, resource));
    }
  }

  private async lapse(tx: Transaction, resource: Resource, entry: WaitlistEntry, now: Date): Promise<void> {
    tx.publish(WaitlistLapsed, waitlistFacts(await this.waitlist.end(tx, entry, 'lapse', now), resource));
  }
}

function duringOf({ startsAt, endsAt }: WaitlistEntry): Period {
  return { fromMs: startsAt.getTime(), toMs: endsAt.getTime() };
}
