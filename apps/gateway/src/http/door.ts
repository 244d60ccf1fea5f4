import { DomainError, Malformed } from '@bookable/kernel';
import { Clock, type Platform } from '@bookable/platform-runtime';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyHttpOptions, RawServerDefault } from 'fastify';
import type { GatewayConfig } from '../config';
import { AccessTokens } from '../tokens/access-tokens';
import { LimitCounts } from '../limits/limit-counts';
import { serveDocumentation } from '../openapi/documentation';
import { HTTP_CONTROLLERS } from '../transport/http-controllers';
import { UploadReceiver } from '../uploads/upload-receiver';
import { ClickRecorder } from '../links/click-recorder';
import { RememberedRedirects } from '../links/remembered-redirects';
import { ShortLinks } from '../links/short-links';
import { SuspicionWatch } from '../suspicions/suspicion-watch';
import { Suspicions } from '../suspicions/suspicions';
import { AccessLog } from './access-log';
import { AdmitRequests } from './admit-requests';
import { readBodies } from './bodies';
import { letOriginsIn } from './browser-access';
import { equipRoutes } from './equip-routes';
import { hearOutBodies } from './hear-out-bodies';
import { letIdleLinesGo } from './let-idle-lines-go';
import { methodsAt } from './methods-at';
import { ProblemFilter } from './problem.filter';
import { sendProblem } from './problem-document';
import { requestIdOf } from './request-id';
import { RequestRegions } from './request-regions';
import { routesOf } from './route-table';
import { securityHeaders, stampFor } from './security-headers';
import { traceRequests } from './trace-requests';
import { answerUnreadable } from './unreadable-request';

const BODY_BYTES_AT_MOST = 1024 * 1024;
/** A whole gallery over a slow line; a body that takes longer is not meant to arrive. */
const REQUEST_WITHIN_MS = 120_000;
/** Headers are small: whoever lets them drip only wants to hold the line. */
const HEADERS_WITHIN_MS = 10_000;
const SLOW_LINES_SOUGHT_EVERY_MS = 2_500;
/** Longer than a load balancer in front keeps a line, so that it is never the one to be surprised. */
const KEEP_ALIVE_MS = 72_000;

/** Makes the HTTP server that everything comes through. */
export function makeDoor(config: GatewayConfig): FastifyAdapter {
  const stamp = stampFor(config.isSecure);
  const options: FastifyHttpOptions<RawServerDefault> = {
    logger: false,
    trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
    genReqId: requestIdOf,
    requestIdHeader: false,
    bodyLimit: BODY_BYTES_AT_MOST,
    requestTimeout: REQUEST_WITHIN_MS,
    http: { headersTimeout: HEADERS_WITHIN_MS, connectionsCheckingInterval: SLOW_LINES_SOUGHT_EVERY_MS, requireHostHeader: true },
    keepAliveTimeout: KEEP_ALIVE_MS,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    clientErrorHandler: answerUnreadable(securityHeaders(config.isSecure)),
    routerOptions: { maxParamLength: 300 },
    // An address that cannot be decoded never meets a route, nor anything that is furnished below.
    frameworkErrors: (_error, request, reply) => {
      stamp(request, reply);
      sendProblem(new DomainError(Malformed, 'This address cannot be read.'), request, reply);
    },
  };
  return new FastifyAdapter({ ...options, skipMiddie: true });
}

/** Puts everything in place that a request meets on its way, in the order it meets it. */
export async function furnishDoor(app: NestFastifyApplication, config: GatewayConfig, { logger, metrics, tracing }: Platform): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  const routes = routesOf(HTTP_CONTROLLERS);
  letIdleLinesGo(fastify);
  hearOutBodies(fastify);
  readBodies(fastify);
  if (tracing) traceRequests(fastify, tracing);
  const log = new AccessLog(logger, metrics, config.logsAnswers);
  log.watch(fastify);
  new RequestRegions(metrics, config.countryHeader).watch(fastify);
  new SuspicionWatch(app.get(Suspicions)).watch(fastify);
  const stamp = stampFor(config.isSecure);
  fastify.addHook('onRequest', (request, reply, done) => {
    stamp(request, reply);
    done();
  });
  letOriginsIn(fastify, config.origins);
  const admission = new AdmitRequests(config.requestsAtOnce, metrics);
  admission.watch(fastify);
  const equipment = { tokens: app.get(AccessTokens), uploads: app.get(UploadReceiver), counts: app.get(LimitCounts), rateLimitFactor: config.rateLimitFactor, admission };
  await equipRoutes(fastify, equipment);
  serveDocumentation(app, HTTP_CONTROLLERS);
  app.useGlobalFilters(new ProblemFilter(logger, methodsAt(routes)));
  const redirected = metrics.httpSeries('GET', '/s/:code', 302);
  new RememberedRedirects(app.get(ShortLinks), app.get(ClickRecorder), redirected, app.get(Clock), securityHeaders(config.isSecure), tracing).standBefore(fastify.server);
}
