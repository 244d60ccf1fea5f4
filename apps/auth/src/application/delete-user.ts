import { type DeleteUserRequest, UserDeleted } from '@bookable/contracts-auth';
import { AUDITED } from '@bookable/contracts-operations';
import type { MessageContext } from '@bookable/platform-bus';
import { Database, type Transaction } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { PersonExportStore } from '../persistence/person-export.store';
import { UserReader } from '../persistence/user.reader';
import { UserStore } from '../persistence/user.store';
import { AttemptGate } from './attempt-gate';
import { AvatarFiles } from './avatar-files';
import { refuseOthers } from './caller';
import { SessionEndings } from './session-endings';

/** Erases the caller's account with everything that hangs on it. Asked twice, the second time finds nothing left to do. */
@Injectable()
export class DeleteUser {
  constructor(
    private readonly database: Database,
    private readonly users: UserStore,
    private readonly reader: UserReader,
    private readonly exports: PersonExportStore,
    private readonly avatars: AvatarFiles,
    private readonly gate: AttemptGate,
    private readonly endings: SessionEndings,
    private readonly clock: Clock,
  ) {}

  async execute({ userId }: DeleteUserRequest, context: MessageContext): Promise<void> {
    refuseOthers(context, userId);
    // Files go first: once the row is gone nobody would know their keys, and a second try deletes them all the same.
    const avatarKey = (await this.reader.byId(userId))?.avatarKey;
    if (avatarKey) await this.avatars.remove(avatarKey);
    const gathered = await this.exports.of(userId);
    if (gathered) await this.avatars.remove(gathered.storageKey);
    await this.database.transaction((tx) => this.erase(tx, userId));
  }

  private async erase(tx: Transaction, id: string): Promise<void> {
    const user = await this.users.lock(tx, id);
    if (!user) return;
    await this.users.erase(tx, id);
    await this.gate.forgiveAccount(tx, user.email);
    await this.endings.tell(tx, { userId: id, endedAt: this.clock.now().toISOString() });
    tx.publish(UserDeleted, { id, version: user.version + 1 });
    tx.audit({ action: AUDITED.userDeleted, as: 'self', subject: `user ${id}` });
  }
}
