import { ErasePerson, type ServiceName, inService } from '@bookable/contracts-operations';
import { DomainError, newId } from '@bookable/kernel';
import { Bus } from '@bookable/platform-bus';
import { runInContext } from '@bookable/platform-context';
import { Logger } from '@bookable/platform-logging';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { ERASE_AGAIN_MS } from '../../domain/erasure-times';
import { type DueErasure, ErasureStore } from '../../persistence/erasure.store';

const LEASE_MS = 60_000;
const ANSWER_BOUND_MS = 50_000;
const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 3_600_000;
const FAULT_CHARACTERS = 200;

/** Asks every service to erase those who have left, until each has said that nothing is left, and once more days later. */
@Injectable()
export class CarryOutErasures {
  constructor(
    private readonly ledger: ErasureStore,
    private readonly bus: Bus,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  async execute(): Promise<void> {
    for (;;) {
      const due = await this.ledger.lease(this.clock.now(), this.in(LEASE_MS));
      if (!due) return;
      await this.carryOut(due);
    }
  }

  /** A service that does not answer, or has not ended everything yet, is asked anew after growing pauses. */
  private async carryOut(due: DueErasure): Promise<void> {
    try {
      const { rows } = await this.ask(due);
      await this.ledger.acknowledge(due, this.clock.now(), this.in(ERASE_AGAIN_MS), rows);
    } catch (error) {
      const pauseMs = Math.min(FIRST_PAUSE_MS * 2 ** (due.tries - 1), LONGEST_PAUSE_MS);
      this.logger.info('A service has not erased somebody yet and is asked again.', { personId: due.personId, service: due.service, tries: due.tries, pauseMs });
      await this.ledger.putOff(due, this.in(pauseMs), wordsOf(error));
    }
  }

  private ask({ personId, service }: DueErasure) {
    const contract = inService(ErasePerson, service);
    return runInContext({ requestId: newId(), actor: { userId: personId, roles: [] } }, () => this.bus.request(contract, { service: service as ServiceName, personId }, { timeoutMs: ANSWER_BOUND_MS }));
  }

  private in(ms: number): Date {
    return new Date(this.clock.now().getTime() + ms);
  }
}

/** What is written down for administrators: of an error that is none of ours, no more than its kind. */
function wordsOf(error: unknown): string {
  const words = error instanceof DomainError ? error.message : error instanceof Error ? error.name : 'unknown';
  return words.slice(0, FAULT_CHARACTERS);
}
