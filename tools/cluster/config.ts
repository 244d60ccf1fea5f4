import { join, resolve } from 'node:path';
import { type Environment, amqpUrl, flag, integer, port, postgresUrl, readConfig, text } from '@bookable/platform-config';

/** Every service with a process of its own, but for the gateway. */
export const SERVICES = ['auth', 'catalog', 'booking', 'notification', 'url-shortener', 'review', 'hotel-management'] as const;
const GATEWAY = 'gateway';
const MOST_REPLICAS = 8;

/** One process of the cluster. */
export interface Member {
  /** The service and, from the second replica on, its number: `booking`, `booking-2`. */
  readonly name: string;
  readonly service: string;
  /** Where it answers `/health/ready`. */
  readonly port: number;
  /** The variable that tells it so. */
  readonly portVariable: 'PORT' | 'HEALTH_PORT';
}

const replicaVariable = (service: string) => `REPLICAS_${service.toUpperCase().replaceAll('-', '_')}`;

/** What the launcher of the cluster reads of its environment; the rest is handed on to the members. */
export class ClusterConfig {
  private constructor(
    readonly members: readonly Member[],
    readonly databaseUrl: string | undefined,
    readonly brokerUrl: string | undefined,
    readonly dataFolder: string,
    readonly publicUrl: string,
    /** Set where nothing of this installation is to be left at the broker, as after a test. */
    readonly fleetingNamespace: string | undefined,
  ) {}

  static read(env: Environment): ClusterConfig {
    const counts = Object.fromEntries([...SERVICES, GATEWAY].map((service) => [replicaVariable(service), integer(0, MOST_REPLICAS)({ default: 1 })]));
    const replicas: Readonly<Record<string, number>> = readConfig(env, counts);
    const read = readConfig(env, {
      PORT: port({ default: 3000, desc: 'the public door; further gateways take the ports after it' }),
      CLUSTER_HEALTH_PORT: port({ default: undefined, desc: 'the health door of the first service, 100 above PORT unless told; the others take the ports after it' }),
      PUBLIC_URL: text({ default: undefined }),
      DATA_DIR: text({ default: '.data' }),
      DATABASE_URL: postgresUrl({ default: undefined }),
      RABBITMQ_URL: amqpUrl({ default: undefined }),
      RABBITMQ_NAMESPACE: text({ default: undefined }),
      CLUSTER_IS_FLEETING: flag({ default: false, desc: 'whether the queues of RABBITMQ_NAMESPACE are taken away in the end' }),
    });
    const countOf = (service: string) => replicas[replicaVariable(service)] ?? 1;
    const healthPort = read.CLUSTER_HEALTH_PORT ?? read.PORT + 100;
    const services = SERVICES.flatMap((service) => replicaNames(service, countOf(service)));
    const members = [
      ...services.map((replica, index): Member => ({ ...replica, port: healthPort + index, portVariable: 'HEALTH_PORT' })),
      ...replicaNames(GATEWAY, countOf(GATEWAY)).map((replica, index): Member => ({ ...replica, port: read.PORT + index, portVariable: 'PORT' })),
    ];
    const fleetingNamespace = read.CLUSTER_IS_FLEETING ? read.RABBITMQ_NAMESPACE : undefined;
    const publicUrl = read.PUBLIC_URL ?? `http://localhost:${read.PORT}`;
    return new ClusterConfig(members, read.DATABASE_URL, read.RABBITMQ_URL, resolve(read.DATA_DIR), publicUrl, fleetingNamespace);
  }

  /** Where each member's process number is written, for whoever wants to end just that one. */
  get pidFolder(): string {
    return join(this.dataFolder, 'cluster');
  }
}

function replicaNames(service: string, count: number): { readonly name: string; readonly service: string }[] {
  return Array.from({ length: count }, (_, index) => ({ service, name: index === 0 ? service : `${service}-${index + 1}` }));
}
