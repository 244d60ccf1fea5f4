import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '@bookable/kernel';
import { runInContext } from '@bookable/platform-context';
import { Logger } from '@bookable/platform-logging';
import { jobFailed } from '@bookable/platform-runtime';
import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { DeliveryBell } from '../application/delivery-bell';
import { SendDueDeliveries } from '../application/send-due-deliveries';

const LOOK_EVERY_MS = 1_000;
/** From the beginning of one round to that of the next: a burst is sent in few rounds, and what nobody waits for leaves some of the machine to whoever books. */
const ROUND_EVERY_MS = 100;

/** Sends as soon as something is stored, and looks every second for what is due again. */
@Injectable()
export class SendDeliveriesSchedule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private running?: Promise<void>;
  private hasRungSince = false;
  private isStopping = false;

  constructor(
    private readonly sendDueDeliveries: SendDueDeliveries,
    private readonly bell: DeliveryBell,
    private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.bell.onRing(() => this.look());
  }

  /** One round at a time; who rings during a round gets another one after it. It is nobody's request, whoever rang. */
  @Interval(LOOK_EVERY_MS)
  look(): void {
    if (this.running) this.hasRungSince = true;
    else if (!this.isStopping) this.running = runInContext({ requestId: newId() }, () => this.send()).finally(() => (this.running = undefined));
  }

  /** Mails on their way are waited for, or they would go a second time. */
  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    await this.running;
  }

  private async send(): Promise<void> {
    try {
      let tried: number;
      do {
        this.hasRungSince = false;
        const isOver = pause(ROUND_EVERY_MS);
        tried = await this.sendDueDeliveries.execute();
        if (!this.isStopping) await isOver;
      } while ((tried > 0 || this.hasRungSince) && !this.isStopping);
    } catch (error) {
      jobFailed(error);
      this.logger.warn('Due mails could not be looked for; the next round tries again.', { error });
    }
  }
}
