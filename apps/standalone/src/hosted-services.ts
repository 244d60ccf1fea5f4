import { authService } from '@bookable/app-auth';
import { bookingService } from '@bookable/app-booking';
import { catalogService } from '@bookable/app-catalog';
import { startGateway } from '@bookable/app-gateway';
import { hotelManagementService } from '@bookable/app-hotel-management';
import { notificationService } from '@bookable/app-notification';
import { reviewService } from '@bookable/app-review';
import { urlShortenerService } from '@bookable/app-url-shortener';
import { ConfigError, type Environment } from '@bookable/platform-config';
import { type Clock, type Platform, type RunningService, type ServiceDefinition, startService } from '@bookable/platform-runtime';

const SERVICES: readonly ServiceDefinition[] = [
  authService, catalogService, bookingService, notificationService, urlShortenerService, reviewService, hotelManagementService,
];

/** The names of all that this process hosts, the public door included. */
export const HOSTED_SERVICES: readonly string[] = [...SERVICES.map((service) => service.name), 'gateway'];

async function startAll(services: readonly ServiceDefinition[], env: Environment, platform: Platform, clock?: Clock): Promise<RunningService[]> {
  // Whoever signs in does so today, also where everything else happens at another time.
  const starts = await Promise.allSettled(services.map((service) => startService(service, env, platform, { clock: service === authService ? undefined : clock })));
  const running = starts.flatMap((start) => (start.status === 'fulfilled' ? [start.value] : []));
  const faults = starts.flatMap((start): unknown[] => (start.status === 'rejected' ? [start.reason] : []));
  if (faults.length === 0) return running;
  await stopAll(running);
  const unusable = faults.filter((fault) => fault instanceof ConfigError);
  throw unusable.length > 0 ? ConfigError.join(unusable) : faults[0];
}

async function stopAll(services: readonly RunningService[]): Promise<void> {
  await Promise.all(services.map((service) => service.stop()));
}

/** Every service and the public door, taking requests. */
export interface HostedServices extends RunningService {
  /** Where the door answers on this machine. */
  readonly url: string;
}

/** Starts every service and, once they all take work, the public door. It closes in the opposite order. The machine's clock unless told. */
export async function startHostedServices(env: Environment, platform: Platform, clock?: Clock): Promise<HostedServices> {
  const services = await startAll(SERVICES, env, platform, clock);
  try {
    const door = await startGateway(env, platform);
    const stop = async () => {
      await door.stop();
      await stopAll(services);
    };
    return { name: 'standalone', url: door.url, stop };
  } catch (error) {
    await stopAll(services);
    throw error;
  }
}
