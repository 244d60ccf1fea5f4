import { setTimeout as pause } from 'node:timers/promises';
import type { HttpClient } from '../bench/http/http-client';
import type { Answer } from './answers';
import type { Visit, Visitors } from './visitors';

const TICK_MS = 5;

/**
 * Visitors who come at a steady rate, whether or not those before them were answered: people do not wait for each
 * other. Time counts from when a visitor came, so that a machine that cannot keep up does not look quick.
 */
export async function comeAtRate(client: HttpClient, visitors: Visitors, perSecond: number, seconds: number): Promise<Answer[]> {
  const answers: Answer[] = [];
  const asked: Promise<void>[] = [];
  const startedMs = performance.now();
  const count = Math.round(perSecond * seconds);
  for (let next = 0; next < count; await pause(TICK_MS)) {
    const dueMs = performance.now() - startedMs;
    for (; next < count && (next * 1_000) / perSecond <= dueMs; next += 1) {
      asked.push(answerOf(client, visitors.next(), startedMs + (next * 1_000) / perSecond).then((answer) => void answers.push(answer)));
    }
  }
  await Promise.all(asked);
  return answers;
}

async function answerOf(client: HttpClient, { doing, question, wanted }: Visit, cameMs: number): Promise<Answer> {
  // A line that breaks is an answer too, and the worst one; what broke it does not matter to whoever counts.
  const { status } = await client.send(question).catch(() => ({ status: 0 }));
  return { doing, status, isWanted: status === wanted, tookMs: performance.now() - cameMs };
}
