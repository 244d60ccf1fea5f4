import { GetUserFacts, type GetUserFactsRequest, type UserFacts } from '@bookable/contracts-auth';
import { DomainError, NotFound } from '@bookable/kernel';
import { BusModule, Handles } from '@bookable/platform-bus';
import type { ServiceDefinition } from '@bookable/platform-runtime';
import { Controller } from '@nestjs/common';

/** Ids of nobody; whoever else is asked for exists. */
export const nobodies = new Set<string>();

/** What auth would answer, from memory. */
@Controller()
class StandInPeopleRpc {
  @Handles(GetUserFacts)
  async facts({ id = '' }: GetUserFactsRequest): Promise<UserFacts> {
    if (nobodies.has(id)) throw new DomainError(NotFound);
    return { id, name: 'Somebody', email: `${id}@house.example`, roles: ['renter'], locale: 'en', emailVerified: true, avatarUrl: null, createdAt: new Date(0).toISOString(), version: 1 };
  }
}

class StandInAuthModule {}

/** Another service in the place of auth. */
export const standInAuth: ServiceDefinition = {
  name: 'auth',
  module: (_env, { bus }) => ({ module: StandInAuthModule, imports: [BusModule.register(bus)], controllers: [StandInPeopleRpc] }),
};
