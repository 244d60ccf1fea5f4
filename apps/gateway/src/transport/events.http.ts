import {
  AppointModerator, DismissModerator, FindModerators, type FindModeratorsRequest, FindParticipants, type FindParticipantsRequest, InviteGuest,
  type InviteGuestRequest, type ModeratorRequest,
} from '@bookable/contracts-booking';
import { Bus } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { Route } from '../http/route';

const names = { id: 'listingId' };

/** Running an event: who is invited, who takes part, and who helps. */
@Controller()
export class EventsHttp {
  constructor(private readonly bus: Bus) {}

  @Route('POST', '/api/events/:id/invitations', InviteGuest, { says: 'The host of an event, or a moderator, keeps a seat for a follower of the host.', access: 'owner', status: 201, names })
  invite(asked: InviteGuestRequest): Promise<Buffer> {
    return this.bus.forward(InviteGuest, asked);
  }

  @Route('GET', '/api/events/:id/participants', FindParticipants, { says: 'Who takes part in an event; for its host and its moderators.', access: 'owner', names })
  findParticipants(asked: FindParticipantsRequest): Promise<Buffer> {
    return this.bus.forward(FindParticipants, asked);
  }

  @Route('GET', '/api/events/:id/moderators', FindModerators, { says: 'Who may invite to an event and answer requests for it beside its host.', access: 'owner', names })
  findModerators(asked: FindModeratorsRequest): Promise<Buffer> {
    return this.bus.forward(FindModerators, asked);
  }

  @Route('PUT', '/api/events/:id/moderators/:userId', AppointModerator, { says: 'Lets a follower invite to an event and answer requests for it.', access: 'owner', names })
  appointModerator(asked: ModeratorRequest): Promise<Buffer> {
    return this.bus.forward(AppointModerator, asked);
  }

  @Route('DELETE', '/api/events/:id/moderators/:userId', DismissModerator, { says: 'Takes these rights back.', access: 'owner', names })
  dismissModerator(asked: ModeratorRequest): Promise<Buffer> {
    return this.bus.forward(DismissModerator, asked);
  }
}
