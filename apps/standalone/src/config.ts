import { resolve } from 'node:path';
import { type Config, type Environment, amqpUrl, flag, port, postgresUrl, readConfig, secret, smtpUrl, text, webUrl } from '@bookable/platform-config';

const specs = {
  PORT: port({ default: 3000, desc: 'the public door' }),
  PUBLIC_URL: webUrl({ default: undefined, desc: 'how people reach the public door' }),
  DATA_DIR: text({ default: '.data', desc: 'folder for everything that is kept on this machine' }),
  DATABASE_URL: postgresUrl({ default: undefined, desc: 'a database of your own instead of the embedded one' }),
  RABBITMQ_URL: amqpUrl({ default: undefined, desc: 'a broker of your own instead of the bus within this process' }),
  DEMO: flag({ default: true, desc: 'whether a small demo set is loaded at the first start' }),
  NODE_ENV: text({ default: 'development' }),
  SENDGRID_API_KEY: secret({ default: undefined }),
  SMTP_URL: smtpUrl({ default: undefined }),
};

/** What the embedded default reads of its environment beside what its services read themselves. */
export class StandaloneConfig {
  private constructor(private readonly read: Config<typeof specs>) {}

  static read(env: Environment): StandaloneConfig {
    return new StandaloneConfig(readConfig(env, specs));
  }

  /** Where a person on this machine reaches it. */
  get localUrl(): string {
    return `http://localhost:${this.read.PORT}`;
  }

  get publicUrl(): string {
    return this.read.PUBLIC_URL ?? this.localUrl;
  }

  get dataFolder(): string {
    return resolve(this.read.DATA_DIR);
  }

  get databaseUrl(): string | undefined {
    return this.read.DATABASE_URL;
  }

  get hasBroker(): boolean {
    return this.read.RABBITMQ_URL !== undefined;
  }

  /** Strangers may reach a production system, so nothing is made up there. */
  get isDemo(): boolean {
    return this.read.DEMO && this.read.NODE_ENV !== 'production';
  }

  /** Whether mail is kept for reading rather than sent. */
  get keepsMail(): boolean {
    const { NODE_ENV, SENDGRID_API_KEY, SMTP_URL } = this.read;
    return NODE_ENV !== 'production' && SENDGRID_API_KEY === undefined && SMTP_URL === undefined;
  }
}
