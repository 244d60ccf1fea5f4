import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, onSendHookHandler, preHandlerAsyncHookHandler, preHandlerHookHandler, RouteOptions } from 'fastify';
import type { LimitCounts } from '../limits/limit-counts';
import type { AccessTokens } from '../tokens/access-tokens';
import type { UploadReceiver } from '../uploads/upload-receiver';
import type { AdmitRequests } from './admit-requests';
import { prepareAsk } from './ask';
import { admitCaller, identifyCaller } from './caller';
import { compressAnswer } from './compress-answer';
import { enterContext } from './enter-context';
import { tagEntity } from './entity-tag';
import { countsAlone, limitFor, rateLimitPlugin, usualLimit } from './rate-limits';
import type { RouteDeclaration } from './route';

/** What declared routes lean on. */
export interface RouteEquipment {
  readonly tokens: AccessTokens;
  readonly uploads: UploadReceiver;
  readonly counts: LimitCounts;
  readonly rateLimitFactor: number;
  readonly admission: AdmitRequests;
}

/**
 * Gives each declared route the hooks that its declaration asks for, and no others, as it is registered:
 * identify the caller, count them, admit them, find room for them, read an upload, check the request, enter its context,
 * tag the answer.
 * The order of the plug-ins below is that order.
 */
export async function equipRoutes(fastify: FastifyInstance, equipment: RouteEquipment): Promise<void> {
  const { tokens, uploads, counts, rateLimitFactor, admission } = equipment;
  const identify = identifyCaller(tokens);
  for (const property of ['caller', 'callerFault', 'asked', 'supplied', 'incoming'] as const) fastify.decorateRequest(property);

  fastify.addHook('onRoute', (route) => {
    const config = (route.config ??= {});
    const { declaration, limitedAs } = config;
    if (declaration) route.onRequest = [...hooks(route.onRequest), identify];
    const limit = declaration?.limit ?? limitedAs ?? usualLimit(String(route.method));
    config.countsAlone = countsAlone(limit);
    config.rateLimit = limit === false ? false : limitFor(limit, rateLimitFactor);
  });
  await fastify.register(rateLimit, rateLimitPlugin(rateLimitFactor, counts.store));
  fastify.addHook('onRoute', (route) => {
    const declaration = route.config?.declaration;
    if (!declaration) return;
    route.onRequest = [...hooks(route.onRequest), admitCaller(declaration.access)];
    route.preHandler = [...hooks(route.preHandler), ...uploadHooks(declaration, uploads), askHook(declaration), enterContext];
    if (declaration.upload) route.onResponse = [...hooks(route.onResponse), uploads.clearRefused];
    route.onSend = [...hooks(route.onSend), ...sendHooks(declaration)];
    if (!declaration.upload) findRoom(route, admission);
  });
}

/** What the answer is made of comes before it is ready, so its end is told last. */
function findRoom(route: RouteOptions, admission: AdmitRequests): void {
  const { preValidation, onSend, onResponse } = admission.hooks();
  route.preValidation = [...hooks(route.preValidation), preValidation];
  route.onSend = [...hooks(route.onSend), onSend];
  route.onResponse = [...hooks(route.onResponse), onResponse];
}

function askHook(declaration: RouteDeclaration): preHandlerHookHandler {
  const ask = prepareAsk(declaration);
  const isPublic = declaration.method === 'GET' && declaration.access === 'anyone';
  const answersJson = declaration.status !== 204 && declaration.contract.answers !== 'nothing';
  return (request, reply, done) => {
    try {
      request.asked = ask(request);
    } catch (error) {
      return done(error as Error);
    }
    // What is not for everybody is kept by nobody on the way; a public read is tagged instead, once its bytes are known.
    if (!isPublic) void reply.header('cache-control', 'no-store');
    if (answersJson) void reply.type('application/json; charset=utf-8');
    return done();
  };
}

function uploadHooks({ upload }: RouteDeclaration, uploads: UploadReceiver): preHandlerAsyncHookHandler[] {
  return upload ? [uploads.receive(upload)] : [];
}

function sendHooks({ method, access }: RouteDeclaration): onSendHookHandler<unknown>[] {
  return method === 'GET' && access === 'anyone' ? [tagEntity, compressAnswer] : [compressAnswer];
}

function hooks<Hook>(present: Hook | Hook[] | undefined): Hook[] {
  if (present === undefined) return [];
  return Array.isArray(present) ? present : [present];
}

