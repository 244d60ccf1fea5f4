import { GetUserFacts, type UserFacts } from '@bookable/contracts-auth';
import { DomainError, NotFound } from '@bookable/kernel';
import { Bus } from '@bookable/platform-bus';
import { Injectable } from '@nestjs/common';
import { type AccountName, Accounts } from './accounts';

/** Asks auth. */
@Injectable()
export class AuthAccounts extends Accounts {
  constructor(private readonly bus: Bus) {
    super();
  }

  async find(who: AccountName): Promise<UserFacts | undefined> {
    try {
      return await this.bus.request(GetUserFacts, who);
    } catch (error) {
      if (error instanceof DomainError && error.problem.code === NotFound.code) return undefined;
      throw error;
    }
  }
}
