import { type CustomTransportStrategy, type MessageHandler, Server } from '@nestjs/microservices';
import type { EventMark } from '../handlers';
import { ServiceHandlers } from './service-handlers';

/** A service while it takes work. */
export interface ServedService {
  /** Takes no more work and finishes what runs. */
  stop(): Promise<void>;
}

/** Nest's side of the bus: collects the handlers of one service and starts and stops serving them. */
export class BusServer extends Server implements CustomTransportStrategy {
  // The bus itself reports what an event handler throws, so Nest need not.
  override readonly propagatesEventHandlerErrors = true;
  private readonly handlers: ServiceHandlers;
  private served?: Promise<ServedService>;

  constructor(
    service: string,
    private readonly serve: (handlers: ServiceHandlers) => Promise<ServedService>,
  ) {
    super();
    this.handlers = new ServiceHandlers(service);
  }

  /** Nest keeps one handler for a pattern and would mix those of every replica with the others. */
  override addHandler(pattern: string, handler: MessageHandler, isEventHandler = false, extras: Partial<EventMark> = {}): void {
    if (!isEventHandler) this.handlers.addCallHandler(pattern, handler);
    else this.handlers.addEventHandler(pattern, { everyReplica: extras.everyReplica ?? false, consumer: extras.consumer ?? pattern }, handler);
  }

  override listen(done: (fault?: unknown) => void): void {
    this.served ??= this.serve(this.handlers);
    this.served.then(
      () => done(),
      (fault: unknown) => done(fault),
    );
  }

  override async close(): Promise<void> {
    const served = await this.served?.catch(() => undefined);
    await served?.stop();
  }

  override on(): void {
    throw new Error('The bus has no events to listen to.');
  }

  override unwrap<Underlying>(): Underlying {
    throw new Error('The bus keeps what is under it to itself.');
  }
}
