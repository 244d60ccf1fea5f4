import { defineEvent } from '@bookable/kernel';
import { BusModule, Consumes, type MessageContext } from '@bookable/platform-bus';
import { Database, DatabaseModule } from '@bookable/platform-database';
import { Logger } from '@bookable/platform-logging';
import { Rounds, type ServiceDefinition } from '@bookable/platform-runtime';
import { Controller, Injectable, Module } from '@nestjs/common';
import { Cron, Interval, ScheduleModule } from '@nestjs/schedule';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { OperationsModule } from '../src/index';

export class NoteFacts {
  id: string;
}
export const NoteWritten = defineEvent<NoteFacts>({ topic: 'pad.note.written', payload: NoteFacts, aggregateId: ({ id }) => id });

export class CreateNote202611211000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE note (id text PRIMARY KEY, times integer NOT NULL DEFAULT 1)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE note');
  }
}

/** Whether facts can be taken in at this moment. */
export const pad = { isBroken: false, roundFails: false };

/** Counts how often each note had its effect, which is to be once. */
@Controller()
class NoteConsumer {
  constructor(private readonly database: Database) {}

  @Consumes(NoteWritten)
  async keep({ id }: NoteFacts, context: MessageContext): Promise<void> {
    await this.database.consume(context, async (tx) => {
      await tx.query('INSERT INTO note (id) VALUES ($1) ON CONFLICT (id) DO UPDATE SET times = note.times + 1', [id]);
      if (pad.isBroken) throw new Error('no ink for somebody@example.org');
    });
  }
}

@Injectable()
class TurnPagesSchedule {
  private readonly rounds: Rounds;

  constructor(logger: Logger) {
    this.rounds = new Rounds(logger, 'Pages could not be turned.');
  }

  @Interval(20)
  turn(): Promise<void> {
    return this.rounds.run(async () => {
      if (pad.roundFails) throw new Error('stuck');
    });
  }

  @Cron('0 4 * * *')
  async tidy(): Promise<void> {
    await Promise.resolve();
  }
}

@Module({})
class PadModule {}

/** The smallest service that is looked after. */
export const padService: ServiceDefinition = {
  name: 'pad',
  module: (env, { bus }) => ({
    module: PadModule,
    imports: [
      BusModule.register(bus),
      DatabaseModule.register({ service: 'pad', databaseUrl: env['DATABASE_URL']!, entities: [], migrations: [CreateNote202611211000] }),
      OperationsModule.register('pad', { handedOut: [], withheld: {}, erased: [], awaited: {}, stays: {} }),
      ScheduleModule.forRoot(),
    ],
    controllers: [NoteConsumer],
    providers: [TurnPagesSchedule],
  }),
};
