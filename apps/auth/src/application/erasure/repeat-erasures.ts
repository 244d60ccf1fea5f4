import { Database } from '@bookable/platform-database';
import { Logger } from '@bookable/platform-logging';
import { Injectable } from '@nestjs/common';
import { ErasureStore } from '../../persistence/erasure.store';
import { EraseAccount } from './erase-account';
import { ErasureList } from './erasure-list';

const PEOPLE_AT_ONCE = 500;

/**
 * Erases those on the list whom the database does not know to be erased: it was brought back from before that, or the
 * process that was about to died. Nothing is told twice, because whoever is known here is passed over.
 */
@Injectable()
export class RepeatErasures {
  constructor(
    private readonly database: Database,
    private readonly list: ErasureList,
    private readonly ledger: ErasureStore,
    private readonly account: EraseAccount,
    private readonly logger: Logger,
  ) {}

  async execute(): Promise<void> {
    let batch: string[] = [];
    for await (const personId of this.list.people()) {
      batch.push(personId);
      if (batch.length === PEOPLE_AT_ONCE) {
        await this.eraseUnknown(batch);
        batch = [];
      }
    }
    if (batch.length > 0) await this.eraseUnknown(batch);
  }

  private async eraseUnknown(people: readonly string[]): Promise<void> {
    for (const personId of await this.ledger.unknownAmong(people)) {
      await this.account.removeFiles(personId);
      const wasThere = await this.database.transaction((tx) => this.account.erase(tx, personId));
      if (wasThere) this.logger.warn('Somebody who had been erased was there again, and is erased again.', { personId });
    }
  }
}
