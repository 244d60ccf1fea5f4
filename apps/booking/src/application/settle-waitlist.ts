import { Injectable } from '@nestjs/common';
import { DomainError, Unavailable } from '@bookable/kernel';
import { Database, type Transaction } from '@bookable/platform-database';
import { Logger } from '@bookable/platform-logging';
import { Clock } from '@bookable/platform-runtime';
import { ResourceStore } from '../persistence/resource.store';
import { WaitlistStore } from '../persistence/waitlist.store';
import { ServeWaitlist } from './serve-waitlist';

/**
 * Serves whoever waits where something has become free or has run out. Every replica does it, one resource in each
 * transaction, and each takes what no other one is busy with. What was freed or ran out while nobody did it is found
 * all the same, because it is looked for by what is kept, and not by what was heard.
 */
@Injectable()
export class SettleWaitlist {
  constructor(
    private readonly database: Database,
    private readonly resources: ResourceStore,
    private readonly waitlist: WaitlistStore,
    private readonly line: ServeWaitlist,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** Works until nothing is left that can be settled now. One resource that fails holds up no other. */
  async execute(): Promise<void> {
    const failed: string[] = [];
    for (;;) {
      const settled = await this.settleNext(failed);
      if (!settled) return;
    }
  }

  /** Settles one resource before somebody books past those who wait for it. */
  async settle(resourceId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const [resource] = await this.resources.lock(tx, [resourceId]);
      if (resource) await this.line.serve(tx, resource, this.clock.now());
    });
  }

  private async settleNext(failed: string[]): Promise<boolean> {
    let resourceId: string | undefined;
    try {
      return await this.database.transaction(async (tx) => {
        resourceId = await this.waitlist.lockToSettle(tx, this.clock.now(), failed);
        if (resourceId !== undefined) await this.serve(tx, resourceId);
        return resourceId !== undefined;
      });
    } catch (error) {
      if (resourceId === undefined || (error instanceof DomainError && error.problem === Unavailable)) throw error;
      this.logger.error('Those who wait for a listing could not be served.', { error, resourceId });
      failed.push(resourceId);
      return true;
    }
  }

  private async serve(tx: Transaction, resourceId: string): Promise<void> {
    const resource = (await this.resources.readWithin(tx, [resourceId])).get(resourceId);
    if (resource) await this.line.serve(tx, resource, this.clock.now());
  }
}
