import { UserDeleted } from '@bookable/contracts-auth';
import { AUDITED, SERVICES } from '@bookable/contracts-operations';
import type { Transaction } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { ErasureStore } from '../../persistence/erasure.store';
import { PersonExportStore } from '../../persistence/person-export.store';
import { UserReader } from '../../persistence/user.reader';
import { UserStore } from '../../persistence/user.store';
import { AttemptGate } from '../attempt-gate';
import { AvatarFiles } from '../avatar-files';
import { SessionEndings } from '../session-endings';

/** Takes an account away with everything that hangs on it, tells of it, and notes that every service has to erase the person. */
@Injectable()
export class EraseAccount {
  constructor(
    private readonly users: UserStore,
    private readonly reader: UserReader,
    private readonly exports: PersonExportStore,
    private readonly avatars: AvatarFiles,
    private readonly gate: AttemptGate,
    private readonly endings: SessionEndings,
    private readonly ledger: ErasureStore,
    private readonly clock: Clock,
  ) {}

  /** Files go first: once the row is gone nobody would know their keys, and a second try deletes them all the same. */
  async removeFiles(personId: string): Promise<void> {
    const avatarKey = (await this.reader.byId(personId))?.avatarKey;
    if (avatarKey) await this.avatars.remove(avatarKey);
    const gathered = await this.exports.of(personId);
    if (gathered) await this.avatars.remove(gathered.storageKey);
  }

  /** False where there is no such account; that the person is to be erased is noted all the same. */
  async erase(tx: Transaction, personId: string): Promise<boolean> {
    const now = this.clock.now();
    const user = await this.users.lock(tx, personId);
    await this.ledger.begin(tx, personId, SERVICES, now);
    if (!user) return false;
    await this.users.erase(tx, personId);
    await this.gate.forgiveAccount(tx, user.email);
    await this.endings.tell(tx, { userId: personId, endedAt: now.toISOString() });
    tx.publish(UserDeleted, { id: personId, version: user.version + 1 });
    tx.audit({ action: AUDITED.userDeleted, as: 'self', subject: `user ${personId}` });
    return true;
  }
}
