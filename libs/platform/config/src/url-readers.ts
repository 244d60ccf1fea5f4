import { makeExactValidator } from 'envalid';
import { BadValue } from './config-error';

function urlOf(input: string, protocols: readonly string[]): URL {
  const parsed = URL.canParse(input.trim()) ? new URL(input.trim()) : undefined;
  const kinds = protocols.map((protocol) => `${protocol}//`).join(' or ');
  if (parsed === undefined || !protocols.includes(parsed.protocol)) throw new BadValue(`must be a URL that begins with ${kinds}`);
  return parsed;
}

const urlReader = (...protocols: string[]) =>
  makeExactValidator<string>((input) => {
    urlOf(input, protocols);
    return input.trim();
  });

/** An address of the web, without a slash at its end. */
export const webUrl = makeExactValidator<string>((input) => urlOf(input, ['http:', 'https:']).href.replace(/\/+$/, ''));

/** The address of a Postgres database. */
export const postgresUrl = urlReader('postgres:', 'postgresql:');

/** The address of a RabbitMQ broker. */
export const amqpUrl = urlReader('amqp:', 'amqps:');

/** The address of a mail server, its user and password included. */
export const smtpUrl = urlReader('smtp:', 'smtps:');

/** The address of a Redis, its password included. */
export const redisUrl = urlReader('redis:', 'rediss:');
