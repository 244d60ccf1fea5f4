import { createHash } from 'node:crypto';
import { TooManyAttempts } from '@bookable/contracts-auth';
import { DomainError } from '@bookable/kernel';
import { Database, type Transaction } from '@bookable/platform-database';
import { Logger } from '@bookable/platform-logging';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { AuthConfig } from '../config';
import { ACCOUNT_RULE, ADDRESS_RULE, type AttemptRule, afterFailure, attemptWaitSeconds, scaleRule } from '../domain/attempt-delay';
import { networkOf } from '../domain/network-of';
import { AttemptStore } from '../persistence/attempt.store';
import { GuessedPasswords } from './guessed-passwords';

/** A try that may go on; says by what its failure is counted. */
export interface AdmittedAttempt {
  readonly accountSubject: string;
  /** Undefined where the address is not counted: it is unknown to us, or well known for this account. */
  readonly networkSubject?: string;
  readonly network?: string;
}

/**
 * Slows guessing down, by account and by network, and outlives a restart. A network from which the account was
 * signed in to before has a count of its own for it, so that strangers cannot slow down who is at home.
 */
@Injectable()
export class AttemptGate {
  private readonly accountRule: AttemptRule;
  private readonly addressRule: AttemptRule;

  constructor(
    private readonly database: Database,
    private readonly attempts: AttemptStore,
    private readonly clock: Clock,
    private readonly logger: Logger,
    private readonly guesses: GuessedPasswords,
    config: AuthConfig,
  ) {
    this.accountRule = scaleRule(ACCOUNT_RULE, config.attemptFactor);
    this.addressRule = scaleRule(ADDRESS_RULE, config.attemptFactor);
  }

  /**
   * Refuses a try that comes too soon. One that may go on counts as failed until it has succeeded: many at once
   * would otherwise all pass before the first of them is counted.
   */
  async admit(email: string, clientAddress: string | undefined): Promise<AdmittedAttempt> {
    const attempt = await this.subjectsOf(email, clientAddress);
    const waitSeconds = await this.database.transaction((tx) => this.waitOrCount(tx, attempt));
    if (waitSeconds === 0) return attempt;
    this.guesses.note(email, clientAddress);
    this.logger.warn('A sign-in was slowed down after wrong passwords.', { attempt: attempt.accountSubject, waitSeconds });
    throw new DomainError(TooManyAttempts, undefined, { retryAfterSeconds: waitSeconds });
  }

  /** Counts a wrong password against the network it came from. */
  async countFailure({ networkSubject }: AdmittedAttempt): Promise<void> {
    if (networkSubject === undefined) return;
    await this.database.transaction(async (tx) => {
      const now = this.clock.now();
      await this.attempts.begin(tx, networkSubject, now);
      const counts = await this.attempts.lock(tx, [networkSubject]);
      await this.attempts.keep(tx, networkSubject, afterFailure(counts.get(networkSubject), this.addressRule, now));
    });
  }

  /** Forgets the failures before a right password. */
  async forgive(tx: Transaction, { accountSubject, network }: AdmittedAttempt, userId: string): Promise<void> {
    await this.attempts.forget(tx, accountSubject);
    if (network !== undefined) await this.attempts.rememberNetwork(tx, userId, network, this.clock.now());
  }

  /** Forgets every failure of an account: who has its mailbox need not wait. */
  async forgiveAccount(tx: Transaction, email: string): Promise<void> {
    await this.attempts.forgetAccount(tx, accountSubjectOf(email));
  }

  private async subjectsOf(email: string, clientAddress: string | undefined): Promise<AdmittedAttempt> {
    const account = accountSubjectOf(email);
    const network = clientAddress === undefined ? undefined : networkOf(clientAddress);
    if (network === undefined) return { accountSubject: account };
    const isFamiliar = await this.attempts.networkIsFamiliar(this.database, email, network);
    return isFamiliar ? { accountSubject: `${account}@${network}`, network } : { accountSubject: account, networkSubject: `network:${network}`, network };
  }

  private async waitOrCount(tx: Transaction, { accountSubject, networkSubject }: AdmittedAttempt): Promise<number> {
    const now = this.clock.now();
    await this.attempts.begin(tx, accountSubject, now);
    const counts = await this.attempts.lock(tx, networkSubject === undefined ? [accountSubject] : [accountSubject, networkSubject]);
    const waits = [...counts].map(([subject, count]) => attemptWaitSeconds(count, subject === networkSubject ? this.addressRule : this.accountRule, now));
    const waitSeconds = Math.max(0, ...waits);
    if (waitSeconds === 0) await this.attempts.keep(tx, accountSubject, afterFailure(counts.get(accountSubject), this.accountRule, now));
    return waitSeconds;
  }
}

/** Accounts are counted whether or not they exist, and by a hash, because what is typed into the field may be anything. */
function accountSubjectOf(email: string): string {
  return `account:${createHash('sha256').update(email.toLowerCase()).digest('hex')}`;
}
