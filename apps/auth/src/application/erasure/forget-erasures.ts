import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { AuthConfig } from '../../config';
import { ErasureStore } from '../../persistence/erasure.store';
import { ErasureList } from './erasure-list';

const DAY_MS = 24 * 3_600_000;

/** Forgets whom no backup can bring back any more. The list goes first: who stood on it and not in the ledger would be erased anew. */
@Injectable()
export class ForgetErasures {
  constructor(
    private readonly list: ErasureList,
    private readonly ledger: ErasureStore,
    private readonly config: AuthConfig,
    private readonly clock: Clock,
  ) {}

  async execute(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - this.config.erasuresKeptDays * DAY_MS);
    await this.list.forgetBefore(before);
    await this.ledger.forgetBefore(before);
  }
}
