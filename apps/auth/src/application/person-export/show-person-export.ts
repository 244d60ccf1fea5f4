import type { OwnPersonExportRequest, PersonExportFileView, PersonExportView } from '@bookable/contracts-auth';
import { DomainError, NotFound } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { type PersonExport, PersonExportStore } from '../../persistence/person-export.store';
import { signedInCaller } from '../caller';

/** An export as its owner sees it. */
export function presentExport({ id, askedAt, servicesDone, services, readyAt, expiresAt, bytes }: PersonExport): PersonExportView {
  const state = readyAt ? 'ready' : 'waiting';
  return { id, state, askedAt: askedAt.toISOString(), servicesDone, services, readyAt: readyAt?.toISOString() ?? null, expiresAt: expiresAt?.toISOString() ?? null, bytes };
}

/** Tells people of their own export, and nobody of another's. */
@Injectable()
export class ShowPersonExport {
  constructor(
    private readonly exports: PersonExportStore,
    private readonly clock: Clock,
  ) {}

  async show(request: OwnPersonExportRequest, context: MessageContext): Promise<PersonExportView> {
    return presentExport(await this.find(request, context));
  }

  async open(request: OwnPersonExportRequest, context: MessageContext): Promise<PersonExportFileView> {
    const { storageKey, bytes } = await this.find(request, context);
    if (bytes === null) throw new DomainError(NotFound, 'It is not ready yet.');
    return { storageKey, bytes };
  }

  private async find({ exportId }: OwnPersonExportRequest, context: MessageContext): Promise<PersonExport> {
    const found = await this.exports.of(signedInCaller(context).userId);
    if (found?.id !== exportId || (found.expiresAt && found.expiresAt <= this.clock.now())) throw new DomainError(NotFound);
    return found;
  }
}
