import { HealthChecks, Metrics } from '@bookable/platform-health';
import { Logger } from '@bookable/platform-logging';
import { Tracing } from '@bookable/platform-tracing';
import { type DynamicModule, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Clock, SystemClock } from './clock';
import { processFacts } from './config';
import { JobBook } from './jobs/job-book';
import { JobWatch } from './jobs/job-watch';
import { ProcessFacts } from './process-facts';
import type { Platform } from './service-definition';

/** Gives every part of a service the logger, clock, metrics and health checks of its process, by their classes, and keeps the book of its jobs. */
@Module({})
export class PlatformModule {
  static of(platform: Platform, clock: Clock = new SystemClock()): DynamicModule {
    const providers = [
      { provide: Logger, useValue: platform.logger },
      { provide: Metrics, useValue: platform.metrics },
      { provide: HealthChecks, useValue: platform.health },
      { provide: Clock, useValue: clock },
      { provide: JobBook, useValue: new JobBook() },
      { provide: ProcessFacts, useFactory: processFacts },
      ...(platform.tracing ? [{ provide: Tracing, useValue: platform.tracing }] : []),
    ];
    return { module: PlatformModule, global: true, imports: [DiscoveryModule], providers: [...providers, JobWatch], exports: providers };
  }
}
