import { type TakeMailEventsRequest, UnsignedMailEvents } from '@bookable/contracts-notification';
import { DomainError, Malformed, NotFound, newId } from '@bookable/kernel';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { isSignedBy } from '../../clients/send-grid-signature';
import { NotificationConfig } from '../../config';
import { addressIsUsable } from '../../domain/mail';
import { type ToldMailEvent, isOfNow, verdictOf } from '../../domain/mail-event';
import { DeadAddressStore, type DeathNotice } from '../../persistence/dead-address.store';

const LONGEST_EVENT_ID = 200;

/** Takes in what SendGrid tells of mails, and mails nobody any more where it says that it is of no use. */
@Injectable()
export class TakeMailEvents {
  constructor(
    private readonly config: NotificationConfig,
    private readonly addresses: DeadAddressStore,
    private readonly clock: Clock,
  ) {}

  async execute(request: TakeMailEventsRequest): Promise<void> {
    const { mailEventsKey } = this.config;
    if (!mailEventsKey) throw new DomainError(NotFound, 'Nobody tells of mails here.');
    const now = this.clock.now();
    if (!isOfNow(request.timestamp, now.getTime()) || !isSignedBy(mailEventsKey, request)) throw new DomainError(UnsignedMailEvents);
    await this.addresses.bury(eventsIn(request.body).flatMap((event) => noticeOf(event, now)));
  }
}

function eventsIn(body: string): readonly ToldMailEvent[] {
  const events = parse(body);
  if (!Array.isArray(events)) throw new DomainError(Malformed, 'The body is no list of events.');
  return events.filter((event): event is ToldMailEvent => typeof event === 'object' && event !== null);
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** An event without a name of its own cannot be told from its repetition, and one without an address is of nobody. */
function noticeOf(event: ToldMailEvent, now: Date): DeathNotice[] {
  const verdict = verdictOf(event);
  const { sg_event_id: eventId, email } = event;
  if (!verdict || typeof eventId !== 'string' || eventId.length > LONGEST_EVENT_ID || typeof email !== 'string' || !addressIsUsable(email)) return [];
  return [{ ...verdict, id: newId(), eventId: eventId.replaceAll('\u0000', ''), reason: verdict.reason.replaceAll('\u0000', ''), address: email, at: now }];
}
