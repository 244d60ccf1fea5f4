import { GetUserFacts, type UserFacts } from '@bookable/contracts-auth';
import { Bus } from '@bookable/platform-bus';
import { Injectable } from '@nestjs/common';

const TIMEOUT_MS = 1_000;

/** The way to the service that knows people. */
@Injectable()
export class AuthClient {
  constructor(private readonly bus: Bus) {}

  userFacts(id: string): Promise<UserFacts> {
    return this.bus.request(GetUserFacts, { id }, { timeoutMs: TIMEOUT_MS });
  }
}
