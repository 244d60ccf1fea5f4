import { defineEvent } from '@bookable/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The smallest service there can be, for the tests of this library. */
@Entity('note')
export class NoteTable {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  text: string;
}

export class CreateNote202611211000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE note (id text PRIMARY KEY, text text NOT NULL DEFAULT '')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE note');
  }
}

export class NoteFacts {
  id: string;
  version?: number;
}

export const NoteWritten = defineEvent<NoteFacts>({ topic: 'notes.note.written', payload: NoteFacts, aggregateId: ({ id }) => id });

/** What the service says about its database. */
export const NOTES = { service: 'notes', entities: [NoteTable], migrations: [CreateNote202611211000] };
