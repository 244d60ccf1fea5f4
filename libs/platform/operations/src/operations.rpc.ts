import * as contracts from '@bookable/contracts-operations';
import type { Page } from '@bookable/kernel';
import { Handles, type MessageContext } from '@bookable/platform-bus';
import { Controller, type Type } from '@nestjs/common';
import { BackgroundWork } from './background-work';
import { DeadLetterDesk } from './dead-letter-desk';
import { ReadAuditLog } from './read-audit-log';

/** What one service answers to those who run the place: the same for all, each under its own topics. */
export function operationsRpcOf(service: string): Type<unknown> {
  @Controller()
  class OperationsRpc {
    constructor(
      private readonly work: BackgroundWork,
      private readonly desk: DeadLetterDesk,
      private readonly log: ReadAuditLog,
    ) {}

    @Handles(contracts.inService(contracts.GetBackgroundWork, service))
    show(_request: contracts.ServiceRequest, context: MessageContext): Promise<contracts.BackgroundWorkView> {
      return this.work.show(context);
    }

    @Handles(contracts.inService(contracts.FindDeadLetters, service))
    findDeadLetters(request: contracts.FindDeadLettersRequest, context: MessageContext): Promise<Page<contracts.DeadLetterView>> {
      return this.desk.find(request, context);
    }

    @Handles(contracts.inService(contracts.OpenDeadLetter, service))
    openDeadLetter(request: contracts.DeadLetterRequest, context: MessageContext): Promise<contracts.OpenedDeadLetterView> {
      return this.desk.open(request, context);
    }

    @Handles(contracts.inService(contracts.ReplayDeadLetter, service))
    replayDeadLetter(request: contracts.DeadLetterRequest, context: MessageContext): Promise<contracts.SettledDeadLetterView> {
      return this.desk.replay(request, context);
    }

    @Handles(contracts.inService(contracts.DropDeadLetter, service))
    dropDeadLetter(request: contracts.DropDeadLetterRequest, context: MessageContext): Promise<contracts.SettledDeadLetterView> {
      return this.desk.drop(request, context);
    }

    @Handles(contracts.inService(contracts.FindAuditEntries, service))
    findEntries(request: contracts.FindAuditEntriesRequest, context: MessageContext): Promise<Page<contracts.AuditEntryView>> {
      return this.log.entries(request, context);
    }

    @Handles(contracts.inService(contracts.FindAffectedUsers, service))
    findAffected(request: contracts.FindAuditEntriesRequest, context: MessageContext): Promise<Page<contracts.AffectedUserView>> {
      return this.log.affected(request, context);
    }
  }
  return OperationsRpc;
}
