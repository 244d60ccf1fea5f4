import { AUDITED } from '@bookable/contracts-operations';
import { coarseNetworkOf } from '@bookable/kernel';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { ForgedToken } from '../tokens/forged-token';
import type { Suspicion, Suspicions } from './suspicions';

const MINUTE_MS = 60_000;
/** What somebody is refused within a minute who only follows old links and tries a button too many. */
const REFUSALS_FREE = 30;
const CALLERS_AT_MOST = 20_000;

/** Sees in the answers what is suspicious: forged tokens, limits that are run into, and somebody who tries what is not theirs. */
export class SuspicionWatch {
  private readonly refusals = new LRUCache<string, { count: number }>({ max: CALLERS_AT_MOST, ttl: MINUTE_MS });

  constructor(private readonly suspicions: Suspicions) {}

  watch(fastify: FastifyInstance): void {
    fastify.addHook('onResponse', (request, reply, done) => {
      this.look(request, reply.statusCode);
      done();
    });
  }

  private look(request: FastifyRequest, status: number): void {
    if (status < 400) return;
    if (request.callerFault instanceof ForgedToken) this.note(AUDITED.tokenForged, request);
    if (status === 429) this.note(AUDITED.rateLimitExhausted, request);
    else if (request.caller && (status === 403 || status === 404) && this.isTooOften(request.caller.userId)) this.note(AUDITED.reachedForOthers, request);
  }

  private isTooOften(userId: string): boolean {
    const refused = this.refusals.get(userId) ?? { count: 0 };
    if (refused.count === 0) this.refusals.set(userId, refused);
    refused.count += 1;
    return refused.count > REFUSALS_FREE;
  }

  /** Whoever is known is named, and then nobody need know from where they came. */
  private note(action: Suspicion['action'], { caller, ip }: FastifyRequest): void {
    this.suspicions.note(caller ? { action, actorId: caller.userId } : { action, network: coarseNetworkOf(ip) });
  }
}
