import { AUDITED } from '@bookable/contracts-operations';
import { coarseNetworkOf } from '@bookable/kernel';
import { Database, type Transaction } from '@bookable/platform-database';
import { Clock, MinuteTally, type Tallied } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { UserReader } from '../persistence/user.reader';

/** A try at an account beyond what is free. */
interface Guess {
  readonly email: string;
  readonly network?: string;
}

const TOO_MANY_TO_TELL_APART: Guess = { email: '' };

/**
 * Keeps in the audit log which accounts were guessed at. Whether there is such an account is looked up only when it is
 * written down, so that nobody can tell from the time of an answer.
 */
@Injectable()
export class GuessedPasswords {
  private readonly tally = new MinuteTally<Guess>(({ email, network = '' }) => `${network} ${email}`, TOO_MANY_TO_TELL_APART);

  constructor(
    private readonly database: Database,
    private readonly reader: UserReader,
    private readonly clock: Clock,
  ) {}

  note(email: string, clientAddress: string | undefined): void {
    this.tally.add({ email, network: clientAddress === undefined ? undefined : coarseNetworkOf(clientAddress) }, this.clock.now().getTime());
  }

  /** Writes down what is to be told by now. */
  write(): Promise<void> {
    return this.keep(this.tally.take(this.clock.now().getTime()));
  }

  /** Writes down the rest, because nothing more comes. */
  writeAll(): Promise<void> {
    return this.keep(this.tally.takeAll());
  }

  private async keep(guesses: readonly Tallied<Guess>[]): Promise<void> {
    if (guesses.length === 0) return;
    await this.database.transaction(async (tx) => {
      for (const guess of guesses) await this.keepOne(tx, guess);
    });
  }

  private async keepOne(tx: Transaction, { sight: { email, network }, times }: Tallied<Guess>): Promise<void> {
    const userId = email === '' ? undefined : (await this.reader.byEmail(email))?.id;
    tx.audit({ action: AUDITED.passwordGuessed, as: 'anonymous', actorId: null, network, times, ...(userId !== undefined && { subject: `user ${userId}`, affects: [userId] }) });
  }
}
