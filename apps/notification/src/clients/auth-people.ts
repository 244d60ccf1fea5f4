import { GetUserFacts, type UserFacts } from '@bookable/contracts-auth';
import { DomainError, NotFound } from '@bookable/kernel';
import { Bus } from '@bookable/platform-bus';
import { Injectable } from '@nestjs/common';

/** Asks auth about people. */
@Injectable()
export class AuthPeople {
  constructor(private readonly bus: Bus) {}

  /** Nothing is answered where there is no such person; that auth does not answer is thrown. */
  async find(id: string): Promise<UserFacts | undefined> {
    try {
      return await this.bus.request(GetUserFacts, { id });
    } catch (error) {
      if (error instanceof DomainError && error.problem.code === NotFound.code) return undefined;
      throw error;
    }
  }
}
