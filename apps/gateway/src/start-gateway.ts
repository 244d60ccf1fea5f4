import type { AddressInfo } from 'node:net';
import type { Environment } from '@bookable/platform-config';
import { NestLog } from '@bookable/platform-logging';
import { type Platform, type RunningService, platformOf } from '@bookable/platform-runtime';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { GatewayConfig } from './config';
import { GatewayModule } from './gateway.module';
import { furnishDoor, makeDoor } from './http/door';
import { RealtimeAdapter } from './realtime/realtime.adapter';

const NAME = 'gateway';

/** A gateway that takes requests. */
export interface RunningGateway extends RunningService {
  /** Where it answers on this machine. */
  readonly url: string;
  /** Takes no more requests, finishes those in hand, and closes the sockets. */
  close(): Promise<void>;
}

/** Opens the public door, on the bus it is handed. Resolves once it takes requests. */
export async function startGateway(env: Environment, platform: Platform): Promise<RunningGateway> {
  const config = new GatewayConfig(env);
  const own = platformOf(platform, NAME);
  const app = await NestFactory.create<NestFastifyApplication>(GatewayModule.register(env, config, own), makeDoor(config), {
    logger: new NestLog(own.logger),
    bodyParser: false,
    abortOnError: false,
  });
  try {
    await furnishDoor(app, config, own);
    app.useWebSocketAdapter(new RealtimeAdapter(app, config.origins));
    app.connectMicroservice({ strategy: platform.bus.server(NAME) });
    await app.startAllMicroservices();
    await app.listen({ port: config.port, host: config.host });
  } catch (error) {
    await app.close();
    throw error;
  }
  const close = () => app.close();
  return { name: NAME, url: addressOf(app), close, stop: close };
}

/** An address that listens everywhere is reached from here by the loopback. */
function addressOf(app: NestFastifyApplication): string {
  const address: unknown = app.getHttpServer().address();
  const { address: host, port } = address as AddressInfo;
  const reachable = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`;
}
