import { DomainError, Malformed, NotFound, newId } from '@bookable/kernel';
import { reencodeImage } from '@bookable/platform-images';
import { Logger } from '@bookable/platform-logging';
import { Storage, isStorageKey } from '@bookable/platform-storage';
import { Injectable } from '@nestjs/common';

const UPLOADS = 'incoming/';

/** Makes avatars of uploads. Every avatar has a key of its own, so caches never show the one before. */
@Injectable()
export class AvatarFiles {
  constructor(
    private readonly storage: Storage,
    private readonly logger: Logger,
  ) {}

  /** Re-encodes an upload and keeps it; answers its key. The upload stays until it is removed. */
  async keep(userId: string, uploadKey: string): Promise<string> {
    if (!uploadKey.startsWith(UPLOADS) || !isStorageKey(uploadKey)) throw new DomainError(Malformed);
    const upload = await this.storage.get(uploadKey);
    if (!upload) throw new DomainError(NotFound, 'The upload is no longer there.');
    const { small } = await reencodeImage(upload.stream);
    const key = `avatars/${userId}/${newId()}.webp`;
    await this.storage.put(key, small.bytes, { contentType: small.contentType });
    return key;
  }

  async remove(key: string): Promise<void> {
    await this.storage.delete(key);
  }

  /** Takes away what nothing refers to any more; a failure costs some disk and must not undo what was done. */
  async discard(key: string): Promise<void> {
    await this.storage.delete(key).catch((error: unknown) => this.logger.warn('A file could not be deleted.', { key, error }));
  }
}
