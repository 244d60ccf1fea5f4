import { Injectable } from '@nestjs/common';
import type { AvailabilityView, GetAvailabilityRequest } from '@bookable/contracts-booking';
import { DomainError, Malformed, NotFound, type Period, addDays, dayAt, startOfDay } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Clock } from '@bookable/platform-runtime';
import { freeDays, freeSlots } from '../domain/availability';
import type { Resource } from '../domain/resource';
import { HORIZON_DAYS } from '../domain/stay-rules';
import { AvailabilityStore } from '../persistence/availability.store';
import { callerIsAdmin } from './caller';
import { EventAudience } from './event-audience';
import { FindResource } from './find-resource';

const DAY_MS = 86_400_000;

/** Says what is left of a listing: by day for nights and days, by the stretch for hours and events. What is not offered is its owner's alone to see. */
@Injectable()
export class GetAvailability {
  constructor(
    private readonly find: FindResource,
    private readonly audience: EventAudience,
    private readonly availability: AvailabilityStore,
    private readonly clock: Clock,
  ) {}

  async execute({ listingId, from, to }: GetAvailabilityRequest, context: MessageContext): Promise<AvailabilityView> {
    const resource = await this.visible(listingId, context);
    await this.audience.admit(resource, context);
    const asked = { fromMs: momentOf(from, resource), toMs: momentOf(to, resource) };
    if (asked.fromMs >= asked.toMs) throw malformed('to', 'must come after from');
    if (asked.toMs - asked.fromMs > (HORIZON_DAYS + 1) * DAY_MS) throw malformed('to', `must be at most ${HORIZON_DAYS} days after from`);
    return resource.unit === 'night' || resource.unit === 'day' ? this.days(resource, asked) : this.slots(resource, asked);
  }

  /** Where it is not offered as far as is known here, it may have been published a moment ago. */
  private async visible(listingId: string, context: MessageContext): Promise<Resource> {
    const known = await this.find.current(listingId);
    if (known.isBookable || context.actor?.userId === known.ownerId || callerIsAdmin(context)) return known;
    const present = await this.find.pull(listingId);
    if (!present.isBookable) throw new DomainError(NotFound, 'There is no such listing.');
    return present;
  }

  private async days(resource: Resource, { fromMs, toMs }: Period): Promise<AvailabilityView> {
    const { id, timeZone } = resource;
    const from = dayAt(fromMs, timeZone);
    const lastDay = dayAt(toMs - 1, timeZone);
    const segments = await this.availability.taken(id, { fromMs: fromMs - DAY_MS, toMs: toMs + 2 * DAY_MS }, this.clock.now());
    return { days: freeDays(resource, segments, from, addDays(lastDay, 1)) };
  }

  private async slots(resource: Resource, asked: Period): Promise<AvailabilityView> {
    const during = resource.session ?? asked;
    if (during.toMs <= asked.fromMs || during.fromMs >= asked.toMs) return { slots: [] };
    const segments = await this.availability.taken(resource.id, during, this.clock.now());
    return { slots: freeSlots(resource, segments, during) };
  }
}

function momentOf(text: string, { timeZone }: Resource): number {
  return text.includes('T') ? Date.parse(text) : startOfDay(text, timeZone);
}

function malformed(path: string, message: string): DomainError {
  return new DomainError(Malformed, undefined, { errors: [{ path, message }] });
}
