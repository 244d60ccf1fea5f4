import type { Environment } from '@bookable/platform-config';
import { type DynamicModule, Module } from '@nestjs/common';
import { type StorageConfig, readStorageConfig } from './config';
import { LocalDiskStorage } from './local-disk.storage';
import { S3Storage } from './s3.storage';
import { Storage } from './storage';

/** Opens the storage that the configuration names. */
export async function openStorage(config: StorageConfig): Promise<Storage> {
  const mediaUrl = config.MEDIA_URL.replace(/\/+$/, '');
  if (config.STORAGE !== 's3') return LocalDiskStorage.open(config.mediaFolder, mediaUrl);
  return new S3Storage({
    bucket: config.S3_BUCKET ?? '',
    region: config.S3_REGION,
    endpoint: config.S3_ENDPOINT,
    accessKeyId: config.S3_ACCESS_KEY_ID,
    secretAccessKey: config.S3_SECRET_ACCESS_KEY,
    mediaUrl,
  });
}

/** Provides `Storage` everywhere in a service, as its environment says. */
@Module({})
export class StorageModule {
  static register(env: Environment): DynamicModule {
    const config = readStorageConfig(env);
    return { module: StorageModule, global: true, providers: [{ provide: Storage, useFactory: () => openStorage(config) }], exports: [Storage] };
  }
}
