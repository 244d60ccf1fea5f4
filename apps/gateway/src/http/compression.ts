import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import type { FastifyInstance } from 'fastify';

const WORTH_IT_BYTES = 1_024;
/** A fifth of the size of JSON is reached early; what higher levels save costs more time than the bytes take to travel. */
const QUICK_LEVEL = 3;

/** Compresses texts above a kilobyte for callers that ask for it. Pictures are compressed already. */
export async function compressAnswers(fastify: FastifyInstance): Promise<void> {
  await fastify.register(compress, {
    threshold: WORTH_IT_BYTES,
    encodings: ['gzip', 'br'],
    customTypes: /^(application\/(problem\+)?json|text\/|application\/javascript)/,
    zlibOptions: { level: QUICK_LEVEL },
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: QUICK_LEVEL } },
    globalDecompression: false,
  });
}
