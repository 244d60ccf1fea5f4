import { Injectable } from '@nestjs/common';
import { NotAFollower } from '@bookable/contracts-booking';
import { DomainError, NotFound } from '@bookable/kernel';
import { AuthClient } from '../../clients/auth.client';
import { ReviewClient } from '../../clients/review.client';

/** Whom the host of an event may choose from: moderators and those who are invited are followers of theirs. */
@Injectable()
export class FollowersOfHost {
  constructor(
    private readonly review: ReviewClient,
    private readonly auth: AuthClient,
  ) {}

  /** Refuses somebody who does not follow the host at this moment, and says where there is no such person at all. */
  async insistOn(userId: string, hostId: string): Promise<void> {
    if (await this.review.follows(userId, hostId)) return;
    if (await this.auth.knows(userId)) throw new DomainError(NotAFollower);
    throw new DomainError(NotFound, 'There is no such person.');
  }
}
