import { Injectable } from '@nestjs/common';
import type { FindParticipantsRequest } from '@bookable/contracts-booking';
import type { MessageContext } from '@bookable/platform-bus';
import { PARTICIPANT_STATUSES } from '../../domain/lifecycle';
import { ParticipantReader } from '../../persistence/participant.reader';
import { lastIdOf } from '../last-id';
import { pageJson } from '../page-json';
import { HostedEvent } from './hosted-event';

const LIMIT = 20;

/** Shows those who run an event who takes part in it. */
@Injectable()
export class FindParticipants {
  constructor(
    private readonly events: HostedEvent,
    private readonly reader: ParticipantReader,
  ) {}

  async execute({ listingId, status, cursor, limit = LIMIT }: FindParticipantsRequest, context: MessageContext): Promise<Buffer> {
    await this.events.forHelpers(listingId, context);
    const { items, lastId } = await this.reader.page(listingId, status === undefined ? PARTICIPANT_STATUSES : [status], lastIdOf(cursor), limit);
    return pageJson(items, lastId === null ? null : [lastId]);
  }
}
