import { Database } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Storage } from '@bookable/platform-storage';
import { Injectable } from '@nestjs/common';
import { StrayFileStore } from '../persistence/stray-file.store';

const BATCH = 100;
const LEASE_MS = 600_000;

/** Deletes files that belong to no photo. A file that could not be deleted comes up again when its lease has ended. */
@Injectable()
export class SweepStrayFiles {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly storage: Storage,
    private readonly strays: StrayFileStore,
  ) {}

  /** Sweeps one batch and answers how many files it had; below a full batch there are no more. */
  async execute(): Promise<{ readonly swept: number; readonly isLast: boolean }> {
    const now = this.clock.now();
    const keys = await this.strays.leaseDue(this.database, now, new Date(now.getTime() + LEASE_MS), BATCH);
    const deleted = await Promise.allSettled(keys.map((key) => this.storage.delete(key)));
    const gone = keys.filter((_, index) => deleted[index]?.status === 'fulfilled');
    if (gone.length > 0) await this.strays.letOff(this.database, gone);
    const failed = deleted.find(({ status }) => status === 'rejected') as PromiseRejectedResult | undefined;
    if (failed) throw failed.reason;
    return { swept: gone.length, isLast: keys.length < BATCH };
  }
}
