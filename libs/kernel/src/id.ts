import { randomFillSync } from 'node:crypto';

const POOL_BYTES = 4096;
const pool = Buffer.alloc(POOL_BYTES);
let used = POOL_BYTES;
let lastMs = 0;
let sequence = 0;

/** A new UUIDv7 (RFC 9562): sorts by time of creation, also within one millisecond of one process. */
export function newId(nowMs: number = Date.now()): string {
  if (used + 10 > POOL_BYTES) {
    randomFillSync(pool);
    used = 0;
  }
  const random = pool.subarray(used, (used += 10));
  sequence = nowMs > lastMs ? random.readUInt16BE(0) & 0x07ff : sequence + 1;
  if (sequence > 0x0fff) {
    sequence = 0;
    lastMs += 1;
  }
  lastMs = Math.max(lastMs, nowMs);
  const time = lastMs.toString(16).padStart(12, '0');
  const tail = random.toString('hex', 3, 10);
  const variant = (0x80 | (random[2]! & 0x3f)).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${sequence.toString(16).padStart(3, '0')}-${variant}${tail.slice(0, 2)}-${tail.slice(2)}`;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Whether a text is an id in the one spelling we hand out (lower case, RFC 9562). */
export function isId(text: unknown): text is string {
  return typeof text === 'string' && UUID.test(text);
}
