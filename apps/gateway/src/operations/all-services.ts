import {
  type AffectedUserView, type AuditEntryView, type BackgroundWorkView, FindAffectedUsers, FindAuditEntries, type FindAuditEntriesRequest, GetBackgroundWork, SERVICES,
  type ServiceName, inService,
} from '@bookable/contracts-operations';
import { DomainError, type Page, type RpcContract, Unavailable } from '@bookable/kernel';
import { Bus } from '@bookable/platform-bus';
import { Injectable } from '@nestjs/common';
import { mergeEntries, mergePeople } from './merge-pages';

const LOOK_TIMEOUT_MS = 3_000;
const PAGE_SIZE = 20;

/** Asks every service the same, and makes one answer of theirs. */
@Injectable()
export class AllServices {
  constructor(private readonly bus: Bus) {}

  /** What each does in the background, all on one page; one that does not answer is away. */
  async look(): Promise<Page<BackgroundWorkView>> {
    return { items: await Promise.all(SERVICES.map((service) => this.lookAt(service))), nextCursor: null };
  }

  async lookAt(service: ServiceName): Promise<BackgroundWorkView> {
    try {
      return await this.bus.request(inService(GetBackgroundWork, service), { service }, { timeoutMs: LOOK_TIMEOUT_MS });
    } catch (error) {
      if (!(error instanceof DomainError) || error.problem.code !== Unavailable.code) throw error;
      return { service, state: 'away', dependencies: [], release: null, startedAt: null, outbox: null, deadLetters: null, idempotencyKeys: null, jobs: [] };
    }
  }

  /** Refuses where a log cannot be read: an answer with a gap would pass for a whole one. */
  async entries(asked: FindAuditEntriesRequest): Promise<Page<AuditEntryView>> {
    return mergeEntries(await this.askLogs(FindAuditEntries, asked), asked.limit ?? PAGE_SIZE);
  }

  async affected(asked: FindAuditEntriesRequest): Promise<Page<AffectedUserView>> {
    return mergePeople(await this.askLogs(FindAffectedUsers, asked), asked.limit ?? PAGE_SIZE);
  }

  private askLogs<Reply>(contract: RpcContract<FindAuditEntriesRequest, Reply>, asked: FindAuditEntriesRequest): Promise<Reply[]> {
    const services = asked.service === undefined ? SERVICES : [asked.service];
    return Promise.all(services.map((service) => this.bus.request(inService(contract, service), asked)));
  }
}
