import { setTimeout as pause } from 'node:timers/promises';
import { OfferNotHeard } from '@bookable/contracts-booking';
import { DomainError, NotFound, Unavailable } from '@bookable/kernel';

const TRIES = 25;
const PAUSE_MS = 100;

/** What booking answers once it has heard of what the hotel offers: the news of it may be on its way there. */
export async function onceHeard<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  for (let attempt = 1; attempt < TRIES; attempt += 1) {
    try {
      return await ask();
    } catch (error) {
      if (!isOnItsWay(error)) throw error;
    }
    await pause(PAUSE_MS);
  }
  throw new DomainError(Unavailable, 'The rooms of the hotel are being put on offer; try again.', { retryAfterSeconds: 1 });
}

function isOnItsWay(error: unknown): boolean {
  return error instanceof DomainError && (error.problem.code === OfferNotHeard.code || error.problem.code === NotFound.code);
}
