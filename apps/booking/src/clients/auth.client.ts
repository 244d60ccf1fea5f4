import { Injectable } from '@nestjs/common';
import { GetUserFacts } from '@bookable/contracts-auth';
import { DomainError, NotFound } from '@bookable/kernel';
import { Bus } from '@bookable/platform-bus';

/** Asks auth about people that nothing is known of here. */
@Injectable()
export class AuthClient {
  constructor(private readonly bus: Bus) {}

  /** Whether there is such a person. */
  async knows(id: string): Promise<boolean> {
    try {
      await this.bus.request(GetUserFacts, { id });
      return true;
    } catch (error) {
      if (error instanceof DomainError && error.problem.code === NotFound.code) return false;
      throw error;
    }
  }
}
