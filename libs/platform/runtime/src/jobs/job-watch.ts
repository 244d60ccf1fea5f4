import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { cronCadence, intervalCadence } from './cadence';
import { type Cadence, JobBook } from './job-book';

/** The marks of `@Cron` and `@Interval` of `@nestjs/schedule`, which does not export their names. */
const CRON_OPTIONS = 'SCHEDULE_CRON_OPTIONS';
const INTERVAL_OPTIONS = 'SCHEDULE_INTERVAL_OPTIONS';

type Work = (...given: unknown[]) => unknown;
type Instance = Record<string, unknown>;

/**
 * Puts the book of jobs between the schedule and whatever it sets off, for every job of the service without a line there.
 * It has to come before the schedule looks for its jobs, so its module stands before all others of the service.
 */
@Injectable()
export class JobWatch implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly book: JobBook,
  ) {}

  onModuleInit(): void {
    for (const { instance } of this.discovery.getProviders()) {
      if (typeof instance === 'object' && instance !== null) this.watchAllOf(instance as Instance);
    }
  }

  private watchAllOf(instance: Instance): void {
    const prototype = Object.getPrototypeOf(instance) as object | null;
    if (!prototype) return;
    for (const name of this.scanner.getAllMethodNames(prototype)) {
      const cadence = cadenceOf(prototype, name);
      if (cadence) this.watch(instance, name, cadence);
    }
  }

  private watch(instance: Instance, name: string, cadence: Cadence): void {
    const work = instance[name] as Work;
    const job = jobName(instance.constructor.name, name);
    const watched: Work = (...given) => this.book.watch(job, cadence, async () => work.apply(instance, given));
    for (const key of Reflect.getMetadataKeys(work) as unknown[]) Reflect.defineMetadata(key, Reflect.getMetadata(key, work), watched);
    instance[name] = watched;
    // Jobs are set off by the clock of the machine, whatever time it is for the service.
    this.book.expect(job, cadence, new Date());
  }
}

function cadenceOf(prototype: object, name: string): Cadence | undefined {
  const method = Object.getOwnPropertyDescriptor(prototype, name)?.value as object | undefined;
  if (typeof method !== 'function') return undefined;
  const cron = Reflect.getMetadata(CRON_OPTIONS, method) as { readonly cronTime: string } | undefined;
  if (cron) return cronCadence(cron.cronTime);
  const interval = Reflect.getMetadata(INTERVAL_OPTIONS, method) as { readonly timeout: number } | undefined;
  return interval && intervalCadence(interval.timeout);
}

/** `RotateSigningKeysSchedule.reload` is the job `rotate-signing-keys`, its part `reload`. */
function jobName(className: string, method: string): string {
  const kebab = (words: string): string => words.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase();
  return `${kebab(className.replace(/Schedule$/, ''))}.${kebab(method)}`;
}
