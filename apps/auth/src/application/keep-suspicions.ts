import type { RecordSuspicionsRequest } from '@bookable/contracts-auth';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';

/** Keeps in the audit log what a public door has seen: a batch that comes again is known by its id. */
@Injectable()
export class KeepSuspicions {
  constructor(private readonly database: Database) {}

  async execute({ batchId, suspicions }: RecordSuspicionsRequest, context: MessageContext): Promise<void> {
    await this.database.consume({ ...context, messageId: batchId }, async (tx) => {
      for (const { action, actorId = null, network, times } of suspicions) tx.audit({ action, as: actorId === null ? 'anonymous' : 'self', actorId, network, times });
    }, 'keep-suspicions');
  }
}
