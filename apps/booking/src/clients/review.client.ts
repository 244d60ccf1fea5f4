import { Injectable } from '@nestjs/common';
import { GetFollow } from '@bookable/contracts-review';
import { Bus } from '@bookable/platform-bus';

/** Asks review who follows whom. */
@Injectable()
export class ReviewClient {
  constructor(private readonly bus: Bus) {}

  /** Whether one person follows another at this moment. */
  async follows(followerId: string, followedId: string): Promise<boolean> {
    return (await this.bus.request(GetFollow, { followerId, followedId })).isFollowing;
  }
}
