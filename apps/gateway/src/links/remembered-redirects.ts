import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { TimeSeries } from '@bookable/platform-health';
import type { Tracing } from '@bookable/platform-tracing';
import type { Clock } from '@bookable/platform-runtime';
import { fitRequestId } from '../http/request-id';
import type { ClickRecorder } from './click-recorder';
import { pickHeaders } from './picked-headers';
import type { ShortLinks } from './short-links';

const PATH = '/s/';
const LOCATION = 'location';
const REQUEST_ID = 'x-request-id';
const TRACED = { 'http.request.method': 'GET', 'http.route': '/s/:code', 'http.response.status_code': 302 };

/**
 * Answers links whose target is remembered before the framework is woken up: a redirect is so little work that
 * everything around it would be most of it. Whatever else comes, a code that must be asked for included, goes on.
 */
export class RememberedRedirects {
  /** One head for all answers, names and values in turn. Two values change, and are written out before another comes. */
  private readonly head: string[];
  private readonly locationAt: number;
  private readonly requestIdAt: number;

  constructor(
    private readonly links: ShortLinks,
    private readonly clicks: ClickRecorder,
    private readonly answered: TimeSeries,
    private readonly clock: Clock,
    headers: Readonly<Record<string, string>>,
    private readonly tracing?: Tracing,
  ) {
    this.head = [...Object.entries(headers).flat(), 'cache-control', 'private, no-store', 'content-length', '0', LOCATION, '', REQUEST_ID, ''];
    this.locationAt = this.head.indexOf(LOCATION) + 1;
    this.requestIdAt = this.head.indexOf(REQUEST_ID) + 1;
  }

  /** Stands in front of whoever listens to the server already. */
  standBefore(server: Server): void {
    const others = server.listeners('request');
    server.removeAllListeners('request');
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      if (this.answer(request, response)) return;
      for (const listener of others) listener.call(server, request, response);
    });
  }

  private answer(request: IncomingMessage, response: ServerResponse): boolean {
    const { method, url = '', rawHeaders } = request;
    if (method !== 'GET' || !url.startsWith(PATH)) return false;
    const startedMs = performance.now();
    const nowMs = this.clock.now().getTime();
    const code = url.slice(PATH.length);
    const location = this.links.recall(code, nowMs);
    if (location === undefined) return false;
    // Node makes the headers by name only where somebody reads them, which is dear.
    const span = this.tracing?.begin('GET /s/:code', 'server', request.headers.traceparent, TRACED);
    const headers = pickHeaders(rawHeaders);
    this.head[this.locationAt] = location;
    this.head[this.requestIdAt] = fitRequestId(headers.requestId);
    response.writeHead(302, this.head);
    response.end();
    this.clicks.record(code, headers, nowMs);
    this.answered.observe((performance.now() - startedMs) / 1_000);
    span?.end();
    return true;
  }
}
