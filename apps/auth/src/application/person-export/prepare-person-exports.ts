import { Readable } from 'node:stream';
import { PersonExportReady } from '@bookable/contracts-auth';
import { AUDITED } from '@bookable/contracts-operations';
import { Database } from '@bookable/platform-database';
import { Logger } from '@bookable/platform-logging';
import { Clock } from '@bookable/platform-runtime';
import { Storage } from '@bookable/platform-storage';
import { Injectable } from '@nestjs/common';
import { type PersonExport, PersonExportStore } from '../../persistence/person-export.store';
import { UserStore } from '../../persistence/user.store';
import { AvatarFiles } from '../avatar-files';
import { GatherPerson } from './gather-person';
import { writeArchive } from './write-archive';

const LEASE_MS = 120_000;
const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 600_000;
const KEPT_MS = 7 * 24 * 3_600_000;

/** Gathers what people asked for, one after the other, and takes away what has lain for a week. */
@Injectable()
export class PreparePersonExports {
  constructor(
    private readonly database: Database,
    private readonly users: UserStore,
    private readonly exports: PersonExportStore,
    private readonly gather: GatherPerson,
    private readonly storage: Storage,
    private readonly files: AvatarFiles,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  async execute(): Promise<void> {
    for (const key of await this.exports.expire(this.clock.now())) await this.files.discard(key);
    for (;;) {
      const wanted = await this.exports.lease(this.clock.now(), this.in(LEASE_MS));
      if (!wanted) return;
      await this.prepare(wanted);
    }
  }

  /** Whatever fails is begun anew after a pause; a process that dies leaves a lease that ends. */
  private async prepare(wanted: PersonExport): Promise<void> {
    try {
      const bytes = await this.write(wanted);
      if (!(await this.finish(wanted, bytes))) await this.discardUnlessTaken(wanted);
    } catch (error) {
      const pauseMs = Math.min(FIRST_PAUSE_MS * 2 ** (wanted.attempts - 1), LONGEST_PAUSE_MS);
      this.logger.warn('An export of personal data could not be gathered and is begun anew.', { exportId: wanted.id, attempts: wanted.attempts, pauseMs, error });
      if (!(await this.exports.advance(wanted, 0, this.in(pauseMs)))) await this.discardUnlessTaken(wanted);
    }
  }

  /** That it is ready, that its owner is told, and the entry in the audit log are one; false where nobody wants it any more. */
  private finish(wanted: PersonExport, bytes: number): Promise<boolean> {
    const { id: exportId, userId } = wanted;
    const [readyAt, expiresAt] = [this.clock.now(), this.in(KEPT_MS)];
    return this.database.transaction(async (tx) => {
      const owner = await this.users.lock(tx, userId);
      if (!owner || !(await this.exports.finish(tx, wanted, { readyAt, expiresAt, bytes }))) return false;
      const { email, name, locale } = owner;
      tx.publish(PersonExportReady, { userId, email, name, locale, exportId, expiresAt: expiresAt.toISOString() });
      tx.audit({ action: AUDITED.personExported, as: 'system', subject: `user ${userId}`, affects: [userId] });
      return true;
    });
  }

  private async write(wanted: PersonExport): Promise<number> {
    let bytes = 0;
    const progress = async (done: number): Promise<void> => {
      if (!(await this.exports.advance(wanted, done, this.in(LEASE_MS)))) throw new Error('This export is no longer wanted.');
    };
    const counted = async function* (archive: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
      for await (const chunk of archive) {
        bytes += chunk.length;
        yield chunk;
      }
    };
    await this.storage.put(wanted.storageKey, Readable.from(counted(writeArchive(this.gather.partsOf(wanted.userId, progress)))), { contentType: 'application/zip' });
    return bytes;
  }

  /** The account is gone, or somebody else has taken this over and writes under the same name. */
  private async discardUnlessTaken({ id, userId, storageKey }: PersonExport): Promise<void> {
    if ((await this.exports.of(userId))?.id !== id) await this.files.discard(storageKey);
  }

  private in(ms: number): Date {
    return new Date(this.clock.now().getTime() + ms);
  }
}
