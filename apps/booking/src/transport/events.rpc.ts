import { Controller } from '@nestjs/common';
import {
  AppointModerator, DismissModerator, FindModerators, type FindModeratorsRequest, FindParticipants, type FindParticipantsRequest, InviteGuest,
  type InviteGuestRequest, type ModeratorRequest,
} from '@bookable/contracts-booking';
import { Handles, type MessageContext } from '@bookable/platform-bus';
import { ChangeModerators } from '../application/events/change-moderators';
import { FindModerators as FindModeratorsCase } from '../application/events/find-moderators';
import { FindParticipants as FindParticipantsCase } from '../application/events/find-participants';
import { InviteGuest as InviteGuestCase } from '../application/events/invite-guest';

/** Running an event: who is invited, who takes part, and who helps. */
@Controller()
export class EventsRpc {
  constructor(
    private readonly inviteGuest: InviteGuestCase,
    private readonly moderators: ChangeModerators,
    private readonly findModerators: FindModeratorsCase,
    private readonly findParticipants: FindParticipantsCase,
  ) {}

  /** `booking.invite-guest` */
  @Handles(InviteGuest)
  invite(request: InviteGuestRequest, context: MessageContext) {
    return this.inviteGuest.execute(request, context);
  }

  /** `booking.appoint-moderator` */
  @Handles(AppointModerator)
  appoint(request: ModeratorRequest, context: MessageContext) {
    return this.moderators.appoint(request, context);
  }

  /** `booking.dismiss-moderator` */
  @Handles(DismissModerator)
  dismiss(request: ModeratorRequest, context: MessageContext) {
    return this.moderators.dismiss(request, context);
  }

  /** `booking.find-moderators` */
  @Handles(FindModerators)
  helpers(request: FindModeratorsRequest, context: MessageContext) {
    return this.findModerators.execute(request, context);
  }

  /** `booking.find-participants` */
  @Handles(FindParticipants)
  participants(request: FindParticipantsRequest, context: MessageContext) {
    return this.findParticipants.execute(request, context);
  }
}
