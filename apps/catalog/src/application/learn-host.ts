import { DomainError } from '@bookable/kernel';
import { Database } from '@bookable/platform-database';
import { Logger } from '@bookable/platform-logging';
import { Injectable } from '@nestjs/common';
import { AuthClient } from '../clients/auth.client';
import { HostStore } from '../persistence/host.store';

/** Asks for an owner's name when a listing is there before the news of its owner. Without an answer the news will bring it. */
@Injectable()
export class LearnHost {
  constructor(
    private readonly database: Database,
    private readonly auth: AuthClient,
    private readonly hosts: HostStore,
    private readonly logger: Logger,
  ) {}

  async execute(userId: string): Promise<void> {
    try {
      await this.hosts.keep(this.database, await this.auth.userFacts(userId));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      this.logger.warn('The name of a host could not be asked for.', { hostId: userId, code: error.problem.code });
    }
  }
}
