import {
  ChangeAvatar, type ChangeAvatarRequest, DeleteUser, type DeleteUserRequest, GetProfile, type GetProfileRequest, UpdateUser, type UpdateUserRequest,
} from '@bookable/contracts-auth';
import {
  BlockUser, type BlockUserRequest, FindBlocked, type FindBlockedRequest, FindFollowers, FindFollowing, type FindFollowsRequest, FindHistory, type FindHistoryRequest, FindUserReviews, type FindUserReviewsRequest, FollowUser,
  type FollowUserRequest, UnblockUser, UnfollowUser,
} from '@bookable/contracts-review';
import { Bus } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { Route } from '../http/route';
import { UPLOAD_TIMEOUT_MS } from '../uploads/upload-rule';

const names = { id: 'userId' };

/** People: what everybody sees of them, what they change of themselves, whom they follow. */
@Controller()
export class UsersHttp {
  constructor(private readonly bus: Bus) {}

  @Route('GET', '/api/users/:id', GetProfile, { says: 'A public profile.', access: 'anyone', names })
  show(asked: GetProfileRequest): Promise<Buffer> {
    return this.bus.forward(GetProfile, asked);
  }

  @Route('PUT', '/api/users/:id', UpdateUser, { says: "Changes the caller's own account.", access: 'owner', names })
  change(asked: UpdateUserRequest): Promise<Buffer> {
    return this.bus.forward(UpdateUser, asked);
  }

  @Route('PUT', '/api/users/:id/avatar', ChangeAvatar, {
    says: "Sets the caller's own picture.", access: 'owner', names, limit: 'upload', upload: { field: 'file', maxFiles: 1, fills: 'uploadKey' },
  })
  changeAvatar(asked: ChangeAvatarRequest): Promise<Buffer> {
    return this.bus.forward(ChangeAvatar, asked, { timeoutMs: UPLOAD_TIMEOUT_MS });
  }

  @Route('DELETE', '/api/users/:id', DeleteUser, { says: "Erases the caller's own account.", access: 'owner', names })
  erase(asked: DeleteUserRequest): Promise<Buffer> {
    return this.bus.forward(DeleteUser, asked);
  }

  @Route('GET', '/api/users/:id/reviews', FindUserReviews, { says: 'What is said of a person, or by them.', access: 'anyone', names })
  findReviews(asked: FindUserReviewsRequest): Promise<Buffer> {
    return this.bus.forward(FindUserReviews, asked);
  }

  @Route('GET', '/api/users/:id/history', FindHistory, { says: 'What a person has let, hosted and been to, with its reviews.', access: 'anyone', names })
  findHistory(asked: FindHistoryRequest): Promise<Buffer> {
    return this.bus.forward(FindHistory, asked);
  }

  @Route('PUT', '/api/users/:id/follow', FollowUser, { says: 'Follows a person.', access: 'signed-in', names })
  follow(asked: FollowUserRequest): Promise<Buffer> {
    return this.bus.forward(FollowUser, asked);
  }

  @Route('DELETE', '/api/users/:id/follow', UnfollowUser, { says: 'Stops following a person.', access: 'signed-in', names })
  unfollow(asked: FollowUserRequest): Promise<Buffer> {
    return this.bus.forward(UnfollowUser, asked);
  }

  @Route('PUT', '/api/users/:id/block', BlockUser, { says: 'Blocks a person: neither follows the other any longer, nor can.', access: 'signed-in', names })
  block(asked: BlockUserRequest): Promise<Buffer> {
    return this.bus.forward(BlockUser, asked);
  }

  @Route('DELETE', '/api/users/:id/block', UnblockUser, { says: 'No longer blocks a person.', access: 'signed-in', names })
  unblock(asked: BlockUserRequest): Promise<Buffer> {
    return this.bus.forward(UnblockUser, asked);
  }

  @Route('GET', '/api/me/blocked', FindBlocked, { says: 'Whom the caller has blocked.', access: 'signed-in' })
  findBlocked(asked: FindBlockedRequest): Promise<Buffer> {
    return this.bus.forward(FindBlocked, asked);
  }

  @Route('GET', '/api/users/:id/followers', FindFollowers, { says: 'Who follows a person.', access: 'anyone', names })
  findFollowers(asked: FindFollowsRequest): Promise<Buffer> {
    return this.bus.forward(FindFollowers, asked);
  }

  @Route('GET', '/api/users/:id/following', FindFollowing, { says: 'Whom a person follows.', access: 'anyone', names })
  findFollowing(asked: FindFollowsRequest): Promise<Buffer> {
    return this.bus.forward(FindFollowing, asked);
  }
}
