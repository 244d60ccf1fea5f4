import { promisify } from 'node:util';
import { constants, brotliCompress, gzip } from 'node:zlib';
import type { FastifyReply, onSendHookHandler } from 'fastify';

const WORTH_IT_BYTES = 1_024;
/** A fifth of the size of JSON is reached early; what higher levels save costs more time than the bytes take to travel. */
const QUICK_LEVEL = 3;

const toGzip = promisify(gzip);
const toBrotli = promisify(brotliCompress) as (bytes: Buffer, options: object) => Promise<Buffer>;

type Encoding = 'br' | 'gzip';

/** Compresses an answer above a kilobyte for a caller that asks for it. The answers of services are whole, so no stream is needed. */
export const compressAnswer: onSendHookHandler<unknown> = (request, reply, payload, done) => {
  const accepted = request.headers['accept-encoding'];
  if (accepted === undefined || !Buffer.isBuffer(payload) || payload.length < WORTH_IT_BYTES) return done(null, payload);
  const encoding = preferred(accepted);
  if (!encoding) return done(null, payload);
  compress(encoding, payload, reply).then((bytes) => done(null, bytes), done);
};

function preferred(accepted: string): Encoding | undefined {
  const offers = accepted.toLowerCase().split(',').map((offer) => offer.split(';').map((part) => part.trim()));
  const takes = (name: string) => offers.some(([offer, ...parameters]) => offer === name && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter)));
  if (takes('br')) return 'br';
  return takes('gzip') ? 'gzip' : undefined;
}

async function compress(encoding: Encoding, bytes: Buffer, reply: FastifyReply): Promise<Buffer> {
  const compressed =
    encoding === 'br'
      ? await toBrotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: QUICK_LEVEL } })
      : await toGzip(bytes, { level: QUICK_LEVEL });
  void reply.header('content-encoding', encoding).removeHeader('content-length');
  return compressed;
}

