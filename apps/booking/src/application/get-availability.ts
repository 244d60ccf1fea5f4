import { Injectable } from '@nestjs/common';
import type { AvailabilityView, GetAvailabilityRequest } from '@bookable/contracts-booking';
import { DomainError, Forbidden, Malformed, NotFound, type Period, addDays, dayAt, startOfDay } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Clock } from '@bookable/platform-runtime';
import { type TakenSegment, freeDays, freeSlots, segmentsOf } from '../domain/availability';
import { withBuffers } from '../domain/buffers';
import type { Resource } from '../domain/resource';
import { HORIZON_DAYS } from '../domain/stay-rules';
import { AvailabilityStore } from '../persistence/availability.store';
import { PastAvailabilityStore } from '../persistence/past-availability.store';
import { callerIsAdmin } from './caller';
import { EventAudience } from './event-audience';
import { FindResource } from './find-resource';

const DAY_MS = 86_400_000;

/** A look at what is taken of a resource in a period, as it is or as it was. */
type Look = (resource: Resource, during: Period) => Promise<{ readonly resource: Resource; readonly segments: readonly TakenSegment[] }>;

/** Says what is left of a listing: by day for nights and days, by the stretch for hours and events. What is not offered is its owner's alone to see. */
@Injectable()
export class GetAvailability {
  constructor(
    private readonly find: FindResource,
    private readonly audience: EventAudience,
    private readonly availability: AvailabilityStore,
    private readonly past: PastAvailabilityStore,
    private readonly clock: Clock,
  ) {}

  async execute({ listingId, from, to, asOf }: GetAvailabilityRequest, context: MessageContext): Promise<AvailabilityView> {
    const present = await this.visible(listingId, context);
    await this.audience.admit(present, context);
    const resource = asOf === undefined ? present : await this.asKnown(present, asOf, context);
    const asked = { fromMs: momentOf(from, resource), toMs: momentOf(to, resource) };
    if (asked.fromMs >= asked.toMs) throw malformed('to', 'must come after from');
    if (asked.toMs - asked.fromMs > (HORIZON_DAYS + 1) * DAY_MS) throw malformed('to', `must be at most ${HORIZON_DAYS} days after from`);
    const look = asOf === undefined ? this.lookNow : this.lookBack(new Date(asOf));
    return resource.unit === 'night' || resource.unit === 'day' ? this.days(resource, asked, look) : this.slots(resource, asked, look);
  }

  /** Where it is not offered as far as is known here, it may have been published a moment ago. */
  private async visible(listingId: string, context: MessageContext): Promise<Resource> {
    const known = await this.find.current(listingId);
    if (known.isBookable || context.actor?.userId === known.ownerId || callerIsAdmin(context)) return known;
    const present = await this.find.pull(listingId);
    if (!present.isBookable) throw new DomainError(NotFound, 'There is no such listing.');
    return present;
  }

  private readonly lookNow: Look = async (resource, during) => ({ resource, segments: await this.availability.taken(resource.id, during, this.clock.now()) });

  /** What was known at a moment that has gone by is its owner's alone to see. */
  private async asKnown(present: Resource, asOf: string, context: MessageContext): Promise<Resource> {
    if (context.actor?.userId !== present.ownerId && !callerIsAdmin(context)) throw new DomainError(Forbidden, 'Only the owner sees what was known before.');
    if (Date.parse(asOf) > this.clock.now().getTime()) throw malformed('asOf', 'must not lie ahead');
    const { rules, session } = (await this.past.terms(present.id, new Date(asOf))) ?? present;
    return { ...present, rules, session, isBookable: present.isBookable };
  }

  private lookBack(asOf: Date): Look {
    return async (resource, during) => {
      const { capacity, claims } = await this.past.known(resource.id, during, asOf);
      return { resource: { ...resource, capacity }, segments: segmentsOf(claims) };
    };
  }

  private async days(resource: Resource, { fromMs, toMs }: Period, look: Look): Promise<AvailabilityView> {
    const from = dayAt(fromMs, resource.timeZone);
    const lastDay = dayAt(toMs - 1, resource.timeZone);
    const seen = await look(resource, { fromMs: fromMs - DAY_MS, toMs: toMs + 2 * DAY_MS });
    return { days: freeDays(seen.resource, seen.segments, from, addDays(lastDay, 1)) };
  }

  private async slots(resource: Resource, asked: Period, look: Look): Promise<AvailabilityView> {
    const during = resource.session ?? asked;
    if (during.toMs <= asked.fromMs || during.fromMs >= asked.toMs) return { slots: [] };
    const seen = await look(resource, withBuffers(during, resource));
    return { slots: freeSlots(seen.resource, seen.segments, during) };
  }
}

function momentOf(text: string, { timeZone }: Resource): number {
  return text.includes('T') ? Date.parse(text) : startOfDay(text, timeZone);
}

function malformed(path: string, message: string): DomainError {
  return new DomainError(Malformed, undefined, { errors: [{ path, message }] });
}
