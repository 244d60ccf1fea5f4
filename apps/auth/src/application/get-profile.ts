import type { GetProfileRequest, ProfileView } from '@bookable/contracts-auth';
import { DomainError, NotFound } from '@bookable/kernel';
import { Injectable } from '@nestjs/common';
import { UserReader } from '../persistence/user.reader';
import { UserViews } from './user-views';

/** Tells anyone what everybody may know of a person. */
@Injectable()
export class GetProfile {
  constructor(
    private readonly reader: UserReader,
    private readonly views: UserViews,
  ) {}

  async execute({ userId }: GetProfileRequest): Promise<ProfileView> {
    const profile = await this.reader.profile(userId);
    if (!profile) throw new DomainError(NotFound);
    return this.views.profile(profile);
  }
}
