import type { DeleteUserRequest } from '@bookable/contracts-auth';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import { UserReader } from '../persistence/user.reader';
import { refuseOthers } from './caller';
import { EraseAccount } from './erasure/erase-account';
import { ErasureList } from './erasure/erasure-list';

/** Erases the caller's account with everything that hangs on it. Asked twice, the second time finds nothing left to do. */
@Injectable()
export class DeleteUser {
  constructor(
    private readonly database: Database,
    private readonly reader: UserReader,
    private readonly list: ErasureList,
    private readonly account: EraseAccount,
  ) {}

  /** Who is on the list is erased, if not now then by whoever reads it next: a process that dies in between breaks no word. */
  async execute({ userId }: DeleteUserRequest, context: MessageContext): Promise<void> {
    refuseOthers(context, userId);
    if (!(await this.reader.byId(userId))) return;
    await this.list.add(userId);
    await this.account.removeFiles(userId);
    await this.database.transaction((tx) => this.account.erase(tx, userId));
  }
}
