export { type StorageConfig, readStorageConfig } from './config';
export { LocalDiskStorage } from './local-disk.storage';
export { type S3Options, S3Storage } from './s3.storage';
export { type PutOptions, Storage, type StoredFile } from './storage';
export { isStorageKey } from './storage-key';
export { StorageModule, openStorage } from './storage.module';
