import { LOG_LEVELS } from '@bookable/platform-logging';
import { type Environment, decimal, integer, list, port, readConfig, redisUrl, text, webUrl } from '@bookable/platform-config';

const specs = {
  PORT: port({ default: 3000, desc: 'the public door' }),
  HOST: text({ default: '0.0.0.0', desc: 'the address the public door listens on' }),
  PUBLIC_URL: webUrl({ default: undefined, desc: 'how people reach the public door', example: 'https://book.example.org' }),
  CORS_ORIGINS: list({ default: [], desc: 'origins of other sites whose pages may call the API', example: 'https://app.example.org' }),
  TRUST_PROXY: text({ default: '', desc: 'addresses or networks of the proxies in front, whose X-Forwarded-For is believed', example: '10.0.0.0/8' }),
  COUNTRY_HEADER: text({ default: '', desc: 'header in which a trusted proxy tells the country, counted by part of the world', example: 'cf-ipcountry' }),
  RATE_LIMIT_FACTOR: decimal(0.01, 1_000_000)({ default: 1, desc: 'multiplies every rate limit' }),
  REQUESTS_AT_ONCE: integer(1, 100_000)({ default: 1_024, desc: 'requests that one gateway lets wait for their answer at once; fewer while most are slow' }),
  RATE_LIMIT_STORE_URL: redisUrl({ default: undefined, desc: 'a Redis in which several gateways share the counts of rate limits', example: 'redis://:password@redis:6379' }),
  NODE_ENV: text({ default: 'development' }),
  LOG_LEVEL: text({ choices: LOG_LEVELS, default: 'info' }),
};

/** What the gateway reads of its environment. */
export class GatewayConfig {
  readonly port: number;
  readonly host: string;
  /** Undefined where nobody said: then it is the address the door listens on. */
  readonly publicUrl?: string;
  /** Origins whose pages may call us with a person's credentials; our own is one of them. */
  readonly origins: ReadonlySet<string>;
  readonly trustedProxies: readonly string[];
  /** In lower case; empty where no proxy tells the country. */
  readonly countryHeader: string;
  readonly rateLimitFactor: number;
  readonly requestsAtOnce: number;
  /** Undefined where every gateway counts for itself. */
  readonly rateLimitStoreUrl?: string;
  readonly isProduction: boolean;
  /** Whether answers that are no failure are worth a line. */
  readonly logsAnswers: boolean;

  constructor(env: Environment) {
    const read = readConfig(env, specs);
    this.port = read.PORT;
    this.host = read.HOST;
    this.publicUrl = read.PUBLIC_URL;
    this.origins = new Set([this.address, ...read.CORS_ORIGINS].filter((origin) => URL.canParse(origin)).map((origin) => new URL(origin).origin));
    this.trustedProxies = read.TRUST_PROXY.split(',').map((proxy) => proxy.trim()).filter(Boolean);
    this.countryHeader = read.COUNTRY_HEADER.toLowerCase();
    this.rateLimitFactor = read.RATE_LIMIT_FACTOR;
    this.requestsAtOnce = read.REQUESTS_AT_ONCE;
    this.rateLimitStoreUrl = read.RATE_LIMIT_STORE_URL;
    this.isProduction = read.NODE_ENV === 'production';
    this.logsAnswers = LOG_LEVELS.indexOf(read.LOG_LEVEL) >= LOG_LEVELS.indexOf('info') && read.LOG_LEVEL !== 'silent';
  }

  /** Where people reach us, without a slash at the end. */
  get address(): string {
    return (this.publicUrl ?? `http://localhost:${this.port}`).replace(/\/+$/, '');
  }

  /** Whether browsers reach us encrypted, so that cookies may be bound to that. */
  get isSecure(): boolean {
    return this.publicUrl?.startsWith('https:') ?? false;
  }
}
