import type { AddressInfo } from 'node:net';
import { NestLog } from '@bookable/platform-logging';
import type { Platform, RunningService } from '@bookable/platform-runtime';
import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { GatewayConfig } from './config';
import { furnishDoor, makeDoor } from './http/door';
import { RealtimeAdapter } from './realtime/realtime.adapter';

/** Its name among the services. */
export const GATEWAY = 'gateway';

/** A gateway that takes requests. */
export interface RunningGateway extends RunningService {
  /** Where it answers on this machine. */
  readonly url: string;
  /** Takes no more requests, finishes those in hand, and closes the sockets. */
  close(): Promise<void>;
}

/** Opens a composed gateway to the world. Resolves once it takes requests; where it fails it leaves nothing open. */
export async function openGateway(root: DynamicModule, config: GatewayConfig, platform: Platform): Promise<RunningGateway> {
  const app = await NestFactory.create<NestFastifyApplication>(root, makeDoor(config), {
    logger: new NestLog(platform.logger),
    bodyParser: false,
    abortOnError: false,
  });
  try {
    await furnishDoor(app, config, platform);
    app.useWebSocketAdapter(new RealtimeAdapter(app, config.origins));
    app.connectMicroservice({ strategy: platform.bus.server(GATEWAY) });
    await app.startAllMicroservices();
    await app.listen({ port: config.port, host: config.host });
  } catch (error) {
    await app.close();
    throw error;
  }
  const close = () => app.close();
  return { name: GATEWAY, url: addressOf(app), close, stop: close };
}

/** An address that listens everywhere is reached from here by the loopback. */
function addressOf(app: NestFastifyApplication): string {
  const address: unknown = app.getHttpServer().address();
  const { address: host, port } = address as AddressInfo;
  const reachable = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`;
}
