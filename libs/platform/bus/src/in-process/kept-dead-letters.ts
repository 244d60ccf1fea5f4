import type { BusLogger } from '../bus-logger';
import type { BusObserver } from '../bus-observer';
import { type DeadLetter, DeadLetters } from '../dead-letters';
import type { EventEnvelope } from '../event-envelope';
import type { Delivery } from '../events/delivery';

/** Told of each fact that is given up; the fact counts as recorded once this resolves. */
export type DeadLetterKeeper = (letter: DeadLetter, envelope: EventEnvelope) => Promise<void> | void;

/** Told of each letter that was replayed or dropped, so that it does not come back at the next start. */
export type SettledLetterKeeper = (letter: DeadLetter) => Promise<void> | void;

interface KeptLetter {
  readonly letter: DeadLetter;
  readonly envelope: EventEnvelope;
}

const DEFAULT_LIMIT = 100;

/** Dead letters in the memory of this process; whoever wants them to outlive it keeps them through `onDead`. */
export class KeptDeadLetters extends DeadLetters {
  private readonly letters = new Map<string, KeptLetter[]>();
  private deliver: (service: string, envelope: EventEnvelope) => Promise<void>;

  constructor(
    private readonly logger: BusLogger,
    private readonly observer: BusObserver,
    private readonly onDead: DeadLetterKeeper = () => undefined,
    private readonly onSettled: SettledLetterKeeper = () => undefined,
  ) {
    super();
  }

  /** Says how a letter gets back to its service. */
  replayThrough(deliver: (service: string, envelope: EventEnvelope) => Promise<void>): void {
    this.deliver = deliver;
  }

  /** Records a fact that a service could not take in. */
  async keep(service: string, { envelope, attempt }: Delivery, fault: string): Promise<void> {
    const { messageId, topic, aggregateId, payload, requestId } = envelope;
    const letter: DeadLetter = { service, messageId, topic, aggregateId, attempts: attempt, fault, diedAt: new Date().toISOString(), payload };
    await this.onDead(letter, envelope);
    this.lettersOf(service).push({ letter, envelope });
    this.observer.deadLettered(service, topic);
    this.logger.error('A fact was given up.', { service, topic, messageId, requestId, attempts: attempt, fault });
  }

  /** How many wait. */
  count(service: string): number {
    return this.lettersOf(service).length;
  }

  override async list(service: string, limit = DEFAULT_LIMIT): Promise<readonly DeadLetter[]> {
    return this.lettersOf(service).slice(0, limit).map(({ letter }) => letter);
  }

  override async find(service: string, messageId: string): Promise<DeadLetter | undefined> {
    return this.lettersOf(service).find(({ letter }) => letter.messageId === messageId)?.letter;
  }

  override async replay(service: string, messageId: string): Promise<boolean> {
    const taken = this.take(service, messageId);
    if (taken) await this.deliverAgain(service, taken);
    return taken !== undefined;
  }

  override async replayAll(service: string): Promise<number> {
    const taken = this.lettersOf(service).splice(0);
    await Promise.all(taken.map((letter) => this.deliverAgain(service, letter)));
    return taken.length;
  }

  override async drop(service: string, messageId: string): Promise<boolean> {
    const taken = this.take(service, messageId);
    if (taken) await this.orPutBack(service, taken, async () => this.onSettled(taken.letter));
    return taken !== undefined;
  }

  /** Forgotten only once it was taken in or has died anew: what is told twice meanwhile has its effect once. */
  private deliverAgain(service: string, kept: KeptLetter): Promise<void> {
    return this.orPutBack(service, kept, async () => {
      await this.deliver(service, kept.envelope);
      await this.onSettled(kept.letter);
    });
  }

  private async orPutBack(service: string, kept: KeptLetter, settle: () => Promise<void>): Promise<void> {
    try {
      await settle();
    } catch (error) {
      this.lettersOf(service).push(kept);
      throw error;
    }
  }

  private take(service: string, messageId: string): KeptLetter | undefined {
    const letters = this.lettersOf(service);
    const index = letters.findIndex(({ letter }) => letter.messageId === messageId);
    return index < 0 ? undefined : letters.splice(index, 1)[0];
  }

  private lettersOf(service: string): KeptLetter[] {
    const letters = this.letters.get(service) ?? [];
    this.letters.set(service, letters);
    return letters;
  }
}
