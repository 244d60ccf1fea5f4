import { generateKeyPairSync } from 'node:crypto';
import { ConfigError } from '@bookable/platform-config';
import { NotificationConfig } from './config';

const env = { DATABASE_URL: 'postgres://127.0.0.1/bookable' };
const key = 'SG.a-key-that-is-long-enough';

describe('the configuration of notifications', () => {
  it('keeps mail where no provider is named', () => {
    expect(NotificationConfig.read(env)).toMatchObject({ mailRoute: { kind: 'kept' }, publicUrl: 'http://localhost:3000' });
  });

  it('prefers SendGrid to a mail server', () => {
    const smtp = { ...env, SMTP_URL: 'smtp://mail.example:587' };
    expect(NotificationConfig.read(smtp).mailRoute).toEqual({ kind: 'smtp', url: 'smtp://mail.example:587' });
    expect(NotificationConfig.read({ ...smtp, SENDGRID_API_KEY: key }).mailRoute).toEqual({ kind: 'sendgrid', apiKey: key, baseUrl: 'https://api.sendgrid.com' });
  });

  it('refuses to keep mail from people in production', () => {
    expect(() => NotificationConfig.read({ ...env, NODE_ENV: 'production' })).toThrow(ConfigError);
    expect(NotificationConfig.read({ ...env, NODE_ENV: 'production', SENDGRID_API_KEY: key, NOTIFICATION_SEALING_KEYS: 's'.repeat(32) }).mailRoute.kind).toBe('sendgrid');
  });

  it('needs a sealing key in production, unless a folder is named that outlives the process', () => {
    const production = { ...env, NODE_ENV: 'production', SENDGRID_API_KEY: key };
    expect(() => NotificationConfig.read(production)).toThrow('NOTIFICATION_SEALING_KEYS is missing');
    expect(NotificationConfig.read({ ...production, DATA_DIR: '/data' })).toMatchObject({ sealingSecrets: [], dataDir: '/data' });
  });

  it('takes the key by which mails are told of, and refuses what is none', () => {
    const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
    const base64 = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
    expect(NotificationConfig.read({ ...env, SENDGRID_WEBHOOK_PUBLIC_KEY: base64 }).mailEventsKey?.asymmetricKeyType).toBe('ec');
    expect(NotificationConfig.read(env).mailEventsKey).toBeUndefined();
    const ofAnotherKind = generateKeyPairSync('ed25519').publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
    for (const wrong of ['nothing', ofAnotherKind]) expect(() => NotificationConfig.read({ ...env, SENDGRID_WEBHOOK_PUBLIC_KEY: wrong })).toThrow(ConfigError);
  });

  it('pushes with both halves of a key, or not at all', () => {
    const publicKey = `B${'a'.repeat(86)}`;
    const privateKey = 'b'.repeat(43);
    expect(NotificationConfig.read({ ...env, VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey }).vapid).toEqual({ subject: 'mailto:no-reply@bookable.example', publicKey, privateKey });
    expect(NotificationConfig.read(env).vapid).toBeUndefined();
    for (const wrong of [{ VAPID_PUBLIC_KEY: publicKey }, { VAPID_PRIVATE_KEY: privateKey }, { VAPID_PUBLIC_KEY: 'short', VAPID_PRIVATE_KEY: privateKey }]) {
      expect(() => NotificationConfig.read({ ...env, ...wrong })).toThrow(ConfigError);
    }
  });

  it('reads a sender with and without a name, and refuses what is neither', () => {
    expect(NotificationConfig.read({ ...env, MAIL_FROM: 'Bookable <hello@bookable.example>' }).mailFrom).toEqual({ name: 'Bookable', address: 'hello@bookable.example' });
    expect(NotificationConfig.read({ ...env, MAIL_FROM: 'hello@bookable.example' }).mailFrom).toEqual({ name: '', address: 'hello@bookable.example' });
    expect(() => NotificationConfig.read({ ...env, MAIL_FROM: 'a@b.example, c@d.example' })).toThrow(ConfigError);
  });
});
