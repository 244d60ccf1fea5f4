import { Logger } from '@bookable/platform-logging';
import { Rounds } from '@bookable/platform-runtime';
import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { GuessedPasswords } from '../application/guessed-passwords';

const EVERY_MS = 2_000;

/** Writes down every other second which accounts were guessed at. */
@Injectable()
export class WriteGuessesSchedule implements BeforeApplicationShutdown {
  private readonly rounds: Rounds;

  constructor(
    private readonly guesses: GuessedPasswords,
    logger: Logger,
  ) {
    this.rounds = new Rounds(logger, 'Guessed passwords could not be written down.');
  }

  @Interval(EVERY_MS)
  run(): Promise<void> {
    return this.rounds.run(() => this.guesses.write());
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.rounds.run(() => this.guesses.writeAll());
  }
}
