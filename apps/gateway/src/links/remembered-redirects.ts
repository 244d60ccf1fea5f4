import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Clock } from '@bookable/platform-runtime';
import type { AccessLog } from '../http/access-log';
import { requestIdOf } from '../http/request-id';
import { clickOf } from './click';
import type { ClickRecorder } from './click-recorder';
import type { ShortLinks } from './short-links';

const PATH = '/s/';

/**
 * Answers links whose target is remembered before the framework is woken up: a redirect is so little work that
 * everything around it would be most of it. Whatever else comes, a code that must be asked for included, goes on.
 */
export class RememberedRedirects {
  constructor(
    private readonly links: ShortLinks,
    private readonly clicks: ClickRecorder,
    private readonly log: AccessLog,
    private readonly clock: Clock,
    private readonly headers: Readonly<Record<string, string>>,
  ) {}

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
    const { method, url = '', headers } = request;
    if (method !== 'GET' || !url.startsWith(PATH)) return false;
    const startedMs = performance.now();
    const code = url.slice(PATH.length);
    const location = this.links.recall(code);
    if (location === undefined) return false;
    response.writeHead(302, { ...this.headers, location, 'x-request-id': requestIdOf(request), 'cache-control': 'private, no-store', 'content-length': 0 }).end();
    this.clicks.record(clickOf(code, headers, this.clock));
    this.log.measure(method, '/s/:code', 302, performance.now() - startedMs);
    return true;
  }
}
