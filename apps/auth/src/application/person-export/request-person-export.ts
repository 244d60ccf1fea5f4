import { randomUUID } from 'node:crypto';
import type { PersonExportRequest, PersonExportView } from '@bookable/contracts-auth';
import { SERVICES } from '@bookable/contracts-operations';
import { DomainError, Unauthenticated, newId } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { PersonExportStore } from '../../persistence/person-export.store';
import { UserStore } from '../../persistence/user.store';
import { AvatarFiles } from '../avatar-files';
import { signedInCaller } from '../caller';
import { presentExport } from './show-person-export';

/** Notes that somebody wants what is kept of them; a schedule gathers it. The file of the last time makes room. */
@Injectable()
export class RequestPersonExport {
  constructor(
    private readonly database: Database,
    private readonly users: UserStore,
    private readonly exports: PersonExportStore,
    private readonly files: AvatarFiles,
    private readonly clock: Clock,
  ) {}

  async execute(request: PersonExportRequest, context: MessageContext): Promise<PersonExportView> {
    const { userId } = signedInCaller(context);
    let outdated: string | undefined;
    const view = await this.database.command(context, request, async (tx) => {
      // The token outlives the account by a few minutes.
      if (!(await this.users.lock(tx, userId))) throw new DomainError(Unauthenticated, 'This account was deleted.');
      const before = await this.exports.of(userId, tx);
      if (before?.readyAt) outdated = before.storageKey;
      // Nobody guesses the name of the file, also where it lies in a bucket that the public reads.
      await this.exports.begin(tx, { id: newId(), userId, storageKey: `private/exports/${randomUUID()}.zip`, askedAt: this.clock.now(), services: SERVICES.length });
      return presentExport((await this.exports.of(userId, tx))!);
    });
    if (outdated !== undefined) await this.files.discard(outdated);
    return view;
  }
}
