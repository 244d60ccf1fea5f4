import { randomFillSync } from 'node:crypto';

const POOL_BYTES = 8_192;
const BYTES_PER_ID = 10;
const VARIANTS = '89ab';
const MOST_IN_SEQUENCE = 0x0fff;

const pool = Buffer.alloc(POOL_BYTES);
/** The pool as text, so that an id is cut out of it rather than written digit by digit. */
let poolText = '';
let used = POOL_BYTES;
let lastMs = 0;
let lastMsText = '';
let sequence = 0;

/** A new UUIDv7 (RFC 9562): sorts by time of creation, also within one millisecond of one process. */
export function newId(nowMs: number = Date.now()): string {
  if (used + BYTES_PER_ID > POOL_BYTES) fillPool();
  const random = used;
  used += BYTES_PER_ID;
  if (nowMs > lastMs) begin(nowMs, pool.readUInt16BE(random) & 0x07ff);
  else if (sequence === MOST_IN_SEQUENCE) begin(lastMs + 1, 0);
  else sequence += 1;
  const tail = poolText.slice((random + 2) * 2, (random + BYTES_PER_ID) * 2);
  return `${lastMsText}${(0x7000 + sequence).toString(16)}-${VARIANTS[pool[random]! >> 6]!}${tail.slice(0, 3)}-${tail.slice(3, 15)}`;
}

function fillPool(): void {
  randomFillSync(pool);
  poolText = pool.toString('hex');
  used = 0;
}

/** Starts a millisecond; what many ids have in common is written once. */
function begin(ms: number, first: number): void {
  const time = ms.toString(16).padStart(12, '0');
  lastMs = ms;
  lastMsText = `${time.slice(0, 8)}-${time.slice(8)}-`;
  sequence = first;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Whether a text is an id in the one spelling we hand out (lower case, RFC 9562). */
export function isId(text: unknown): text is string {
  return typeof text === 'string' && UUID.test(text);
}
