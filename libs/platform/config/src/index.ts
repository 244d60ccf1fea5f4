export { BadValue, ConfigError, type ConfigFault } from './config-error';
export { decimal, durationMs, integer, port } from './number-readers';
export { type Config, type Environment, readConfig } from './read-config';
export { flag, list, secret, text } from './text-readers';
export { amqpUrl, postgresUrl, redisUrl, smtpUrl, webUrl } from './url-readers';
