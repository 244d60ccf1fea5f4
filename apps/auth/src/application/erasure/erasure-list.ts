import { Clock } from '@bookable/platform-runtime';
import { Storage } from '@bookable/platform-storage';
import { Injectable } from '@nestjs/common';
import { erasureKey, erasureOfKey } from '../../domain/erasure-key';

const FOLDER = 'private/erasures';

/**
 * Names whose accounts were deleted, beside the files and not in the database: what brings an old database back leaves it
 * as it is, and so it is known whom to erase again. It holds bare ids and days.
 */
@Injectable()
export class ErasureList {
  constructor(
    private readonly storage: Storage,
    private readonly clock: Clock,
  ) {}

  /** Puts somebody on the list, on the day it is. */
  async add(personId: string): Promise<void> {
    await this.storage.put(`${FOLDER}/${erasureKey(personId, this.clock.now())}`, Buffer.alloc(0), { contentType: 'text/plain' });
  }

  /** Everybody on the list. */
  async *people(): AsyncGenerator<string> {
    for await (const { personId } of this.entries()) yield personId;
  }

  /** Takes off whoever was put on it before a day. */
  async forgetBefore(moment: Date): Promise<void> {
    const day = moment.toISOString().slice(0, 10);
    for await (const entry of this.entries()) if (entry.day < day) await this.storage.delete(entry.key);
  }

  private async *entries(): AsyncGenerator<{ readonly key: string; readonly day: string; readonly personId: string }> {
    for await (const key of this.storage.keys(FOLDER)) {
      const erasure = erasureOfKey(key.slice(FOLDER.length + 1));
      if (erasure) yield { key, ...erasure };
    }
  }
}
