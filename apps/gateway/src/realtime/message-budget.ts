import type { Event, Socket } from 'socket.io';

const MESSAGES_AT_ONCE = 40;
const MESSAGES_PER_SECOND = 20;

/** Ends a socket that says more than a person could: a full bucket of messages, refilled evenly. */
export function limitMessages(socket: Socket, nowMs: () => number = () => performance.now()): void {
  let left = MESSAGES_AT_ONCE;
  let countedAtMs = nowMs();
  socket.use((_event: Event, next) => {
    const elapsedMs = nowMs() - countedAtMs;
    countedAtMs += elapsedMs;
    left = Math.min(MESSAGES_AT_ONCE, left + (elapsedMs / 1_000) * MESSAGES_PER_SECOND) - 1;
    if (left >= 0) next();
    else socket.disconnect(true);
  });
}
