import type { GetUserFactsRequest, UserFacts } from '@bookable/contracts-auth';
import { DomainError, NotFound } from '@bookable/kernel';
import { Injectable } from '@nestjs/common';
import { normalizeEmailAddress } from '../domain/email-address';
import { UserReader } from '../persistence/user.reader';
import { UserViews } from './user-views';

/** Tells another service what it may keep of a user. */
@Injectable()
export class GetUserFacts {
  constructor(
    private readonly reader: UserReader,
    private readonly views: UserViews,
  ) {}

  async execute({ id, email }: GetUserFactsRequest): Promise<UserFacts> {
    const user = id === undefined ? await this.reader.byEmail(normalizeEmailAddress(email ?? '')) : await this.reader.byId(id);
    if (!user) throw new DomainError(NotFound);
    return this.views.facts(user);
  }
}
