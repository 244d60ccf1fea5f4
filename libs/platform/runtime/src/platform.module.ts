import { HealthChecks, Metrics } from '@bookable/platform-health';
import { Logger } from '@bookable/platform-logging';
import { type DynamicModule, Module } from '@nestjs/common';
import { Clock, SystemClock } from './clock';
import type { Platform } from './service-definition';

/** Gives every part of a service the logger, clock, metrics and health checks of its process, by their classes. */
@Module({})
export class PlatformModule {
  static of(platform: Platform, clock: Clock = new SystemClock()): DynamicModule {
    const providers = [
      { provide: Logger, useValue: platform.logger },
      { provide: Metrics, useValue: platform.metrics },
      { provide: HealthChecks, useValue: platform.health },
      { provide: Clock, useValue: clock },
    ];
    return { module: PlatformModule, global: true, providers, exports: providers };
  }
}
