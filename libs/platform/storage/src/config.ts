import { resolve } from 'node:path';
import { type Config, type Environment, readConfig, secret, text, webUrl } from '@bookable/platform-config';

const specs = {
  STORAGE: text({ choices: ['disk', 's3'] as const, default: 'disk', desc: 'where uploaded files are kept' }),
  DATA_DIR: text({ default: '.data', desc: 'folder for everything that is kept on this machine' }),
  MEDIA_URL: text({ default: '/media', desc: 'where the public reads files: the gateway itself, or a CDN in front of the bucket' }),
  S3_BUCKET: text({ default: undefined, requiredWhen: isS3, example: 'bookable-media' }),
  S3_REGION: text({ default: 'us-east-1' }),
  S3_ENDPOINT: webUrl({ default: undefined, desc: 'anything that speaks S3; left out for AWS itself' }),
  S3_ACCESS_KEY_ID: text({ default: undefined }),
  S3_SECRET_ACCESS_KEY: secret({ default: undefined }),
};

function isS3(config: Record<string, unknown>): boolean {
  return config.STORAGE === 's3';
}

/** Where files are kept. */
export type StorageConfig = Config<typeof specs> & { readonly mediaFolder: string };

/** Reads where files are kept. */
export function readStorageConfig(env: Environment): StorageConfig {
  const config = readConfig(env, specs);
  return { ...config, mediaFolder: resolve(config.DATA_DIR, 'media') };
}
