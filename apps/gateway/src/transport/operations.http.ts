import { FindErasures, type FindErasuresRequest } from '@bookable/contracts-auth';
import * as contracts from '@bookable/contracts-operations';
import type { Page } from '@bookable/kernel';
import { Bus } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { Route } from '../http/route';
import { AllServices } from '../operations/all-services';

const LETTERS = '/api/admin/operations/services/:service/dead-letters';

/** What is done in the background, what was given up, and who did what: for those who run the place. */
@Controller()
export class OperationsHttp {
  constructor(
    private readonly bus: Bus,
    private readonly services: AllServices,
  ) {}

  @Route('GET', '/api/admin/operations/services', contracts.FindBackgroundWork, { says: 'What every service does in the background.', access: 'admin' })
  look(_asked: contracts.FindBackgroundWorkRequest): Promise<Page<contracts.BackgroundWorkView>> {
    return this.services.look();
  }

  @Route('GET', '/api/admin/operations/services/:service', contracts.GetBackgroundWork, { says: 'What one service does in the background.', access: 'admin' })
  lookAt({ service }: contracts.ServiceRequest): Promise<contracts.BackgroundWorkView> {
    return this.services.lookAt(service);
  }

  @Route('GET', LETTERS, contracts.FindDeadLetters, { says: 'The facts that a service could not take in, the oldest first.', access: 'admin' })
  findDeadLetters(asked: contracts.FindDeadLettersRequest): Promise<Buffer> {
    return this.bus.forward(contracts.inService(contracts.FindDeadLetters, asked.service), asked);
  }

  @Route('GET', `${LETTERS}/:id`, contracts.OpenDeadLetter, { says: 'One of them with what it says, less whatever is personal.', access: 'admin' })
  openDeadLetter(asked: contracts.DeadLetterRequest): Promise<Buffer> {
    return this.bus.forward(contracts.inService(contracts.OpenDeadLetter, asked.service), asked);
  }

  @Route('PUT', `${LETTERS}/:id/replay`, contracts.ReplayDeadLetter, { says: 'Hands one to its service again; twice is once.', access: 'admin' })
  replayDeadLetter(asked: contracts.DeadLetterRequest): Promise<Buffer> {
    return this.bus.forward(contracts.inService(contracts.ReplayDeadLetter, asked.service), asked);
  }

  @Route('PUT', `${LETTERS}/:id/drop`, contracts.DropDeadLetter, { says: 'Forgets one for good, with a reason.', access: 'admin' })
  dropDeadLetter(asked: contracts.DropDeadLetterRequest): Promise<Buffer> {
    return this.bus.forward(contracts.inService(contracts.DropDeadLetter, asked.service), asked);
  }

  @Route('GET', '/api/admin/operations/erasures', FindErasures, { says: 'Which service has erased whom, the latest first.', access: 'admin' })
  findErasures(asked: FindErasuresRequest): Promise<Buffer> {
    return this.bus.forward(FindErasures, asked);
  }

  @Route('GET', '/api/admin/operations/audit', contracts.FindAuditEntries, { says: 'What was done that is privileged or suspicious, newest first.', access: 'admin' })
  findEntries(asked: contracts.FindAuditEntriesRequest): Promise<Page<contracts.AuditEntryView>> {
    return this.services.entries(asked);
  }

  @Route('GET', '/api/admin/operations/affected-users', contracts.FindAffectedUsers, { says: 'Whose data the chosen actions touched.', access: 'admin' })
  findAffected(asked: contracts.FindAuditEntriesRequest): Promise<Page<contracts.AffectedUserView>> {
    return this.services.affected(asked);
  }
}
