import { setTimeout as pause } from 'node:timers/promises';
import { Metrics } from '@bookable/platform-health';
import { Logger } from '@bookable/platform-logging';
import { CLOSED_CIRCUIT, type Circuit, afterFailure, triesAllowed } from '@bookable/platform-outbound';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { NotificationConfig } from '../config';
import { type DeliveryStep, stepAfter } from '../domain/delivery-step';
import { type SendOutcome, addressIsUsable, addressReachesNobody } from '../domain/mail';
import { quietUntilMs } from '../domain/reading-hours';
import { type ClaimedDelivery, DeliveryStore } from '../persistence/delivery.store';
import { CarryDelivery } from './deliveries/carry-delivery';

/** Over each channel, in one round. */
const AT_ONCE = 32;
/** Short, and held on to for as long as a try takes: two workers never try the same delivery at once, and what a dead one had in hand is soon tried again. */
const LEASE_SECONDS = 15;
const HOLD_ON_EVERY_MS = 4_000;
const LONGEST_TRY_MS = 25_000;
const RECORD_PAUSES_MS = [100, 500, 2_000, 10_000];

/** Sends what is due, outside of any transaction, and records what became of it. */
@Injectable()
export class SendDueDeliveries {
  private circuit: Circuit = CLOSED_CIRCUIT;
  private readonly countTry: (outcome: string) => void;

  constructor(
    private readonly deliveries: DeliveryStore,
    private readonly carry: CarryDelivery,
    private readonly config: NotificationConfig,
    private readonly clock: Clock,
    private readonly logger: Logger,
    metrics: Metrics,
  ) {
    this.countTry = metrics.counter('delivery_tries_total', 'Tries to deliver a mail, by what became of them.', 'outcome');
  }

  /** Answers how many were tried; zero where nothing is due or the provider is to be left alone. */
  async execute(): Promise<number> {
    const allowed = triesAllowed(this.circuit, AT_ONCE, this.clock.now().getTime());
    const [mails, pushes] = await Promise.all([this.claim('email', allowed), this.claim('push', this.config.vapid ? AT_ONCE : 0)]);
    const claimed = [...mails, ...pushes];
    if (claimed.length === 0) return 0;
    const inHand = new Set(claimed);
    const holdingOn = setInterval(() => this.holdOn(inHand), HOLD_ON_EVERY_MS);
    await Promise.all(claimed.map((delivery) => this.deliver(delivery).finally(() => inHand.delete(delivery))));
    clearInterval(holdingOn);
    return claimed.length;
  }

  private async claim(channel: ClaimedDelivery['channel'], allowed: number): Promise<ClaimedDelivery[]> {
    return allowed === 0 ? [] : this.deliveries.claim(channel, allowed, LEASE_SECONDS);
  }

  private holdOn(inHand: ReadonlySet<ClaimedDelivery>): void {
    // While the database is away nobody else can claim them either.
    this.deliveries.holdOn([...inHand], LEASE_SECONDS).catch((error: unknown) => this.logger.warn('A lease could not be made longer.', { error }));
  }

  private async deliver(delivery: ClaimedDelivery): Promise<void> {
    const outcome = refusalOf(delivery) ?? quietOf(delivery, this.clock.now().getTime()) ?? (await this.send(delivery));
    const step = stepAfter(outcome, delivery.tries, Math.random());
    if (outcome.kind !== 'quiet') this.countTry(step.state === 'waiting' ? 'postponed' : step.state);
    const isWell = step.state === 'sent' || step.state === 'skipped' || (step.state === 'waiting' && step.isWait);
    if (!isWell) this.logger.warn('A mail was not delivered.', { deliveryId: delivery.id, state: step.state, reason: step.reason, attempts: delivery.attempts });
    await this.record(delivery, step);
  }

  private async send(delivery: ClaimedDelivery): Promise<SendOutcome> {
    try {
      const outcome = await withinTime(this.carry.execute(delivery));
      // Browsers have providers of many vendors; that one of them fails says nothing of the others.
      if (delivery.channel === 'email') this.judgeProvider(outcome);
      return outcome;
    } catch (error) {
      this.logger.error('A mail could not be written or sent.', { deliveryId: delivery.id, error });
      return { kind: 'later', fault: 'message', reason: error instanceof Error ? error.name : 'a fault of ours' };
    }
  }

  private judgeProvider(outcome: SendOutcome): void {
    const providerFailed = outcome.kind === 'later' && outcome.fault === 'provider';
    this.circuit = providerFailed ? afterFailure(this.circuit, this.clock.now().getTime(), outcome.retryAfterMs) : CLOSED_CIRCUIT;
  }

  /** A mail that is gone but not recorded would go again, so that a database which is away for a moment is waited for. */
  private async record(delivery: ClaimedDelivery, step: DeliveryStep): Promise<void> {
    for (const pauseMs of [0, ...RECORD_PAUSES_MS]) {
      await pause(pauseMs);
      try {
        await this.deliveries.record(delivery, step);
        return;
      } catch (error) {
        this.logger.error('What became of a mail could not be recorded.', { deliveryId: delivery.id, state: step.state, error });
      }
    }
  }
}

/** What need not even be tried. */
function refusalOf({ channel, hasExpired, isDead, address }: ClaimedDelivery): SendOutcome | undefined {
  if (channel === 'push') return hasExpired ? { kind: 'skipped', reason: 'what it says is no longer true' } : undefined;
  if (addressReachesNobody(address)) return { kind: 'skipped', reason: 'the address reaches nobody' };
  if (isDead) return { kind: 'skipped', reason: 'nobody is mailed at this address any more' };
  if (hasExpired) return { kind: 'refused', reason: 'what it says is no longer true' };
  return addressIsUsable(address) ? undefined : { kind: 'refused', reason: 'the address cannot be written to' };
}

/** What waits for the end of its reader's quiet hours; what would be over by then is in the app, and nobody is woken for it. */
function quietOf({ letter, expiresAt, timeZone, quietHours }: ClaimedDelivery, nowMs: number): SendOutcome | undefined {
  const untilMs = letter.isMandatory ? undefined : quietUntilMs(nowMs, { timeZone, quietHours });
  if (untilMs === undefined) return undefined;
  if (expiresAt !== null && expiresAt.getTime() <= untilMs) return { kind: 'skipped', reason: 'it is over before the quiet hours of its reader are' };
  return { kind: 'quiet', pauseMs: untilMs - nowMs };
}

/** Some providers answer without an end: whatever is not over by then counts as not sent. */
async function withinTime(sending: Promise<SendOutcome>): Promise<SendOutcome> {
  const bound = new AbortController();
  const tooLong = pause<SendOutcome>(LONGEST_TRY_MS, { kind: 'later', fault: 'provider', reason: 'no answer in time' }, { signal: bound.signal });
  tooLong.catch(() => undefined);
  try {
    return await Promise.race([sending, tooLong]);
  } finally {
    bound.abort();
  }
}
