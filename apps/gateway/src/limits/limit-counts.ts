import type { FastifyRateLimitStoreCtor } from '@fastify/rate-limit';
import { Metrics } from '@bookable/platform-health';
import { Logger } from '@bookable/platform-logging';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { GatewayConfig } from '../config';
import { LimitStore } from './limit-store';
import { OwnCounts } from './own-counts';
import { SharedCounts } from './shared-counts';

/** Where rate limits are counted: in this gateway, or in a Redis for all of them where the environment names one. */
@Injectable()
export class LimitCounts implements OnApplicationShutdown {
  /** What the plug-in makes its store of. */
  readonly store: FastifyRateLimitStoreCtor;
  private readonly shared?: SharedCounts;

  constructor({ rateLimitStoreUrl }: GatewayConfig, metrics: Metrics, logger: Logger) {
    const unshared = metrics.counter('rate_limit_unshared_total', 'Requests counted by one gateway alone, because the store of shared counts did not answer.');
    this.shared = rateLimitStoreUrl === undefined ? undefined : new SharedCounts(rateLimitStoreUrl, logger);
    const counting = { own: new OwnCounts(), shared: this.shared, unshared };
    this.store = class extends LimitStore {
      constructor() {
        super(counting);
      }
    };
  }

  onApplicationShutdown(): void {
    this.shared?.close();
  }
}
